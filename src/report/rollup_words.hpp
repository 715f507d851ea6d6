#pragma once
// What a rollup says of itself in words, whatever the format: what was laid together, what to know before believing it, and how
// many places came out how.

#include <string>
#include <vector>

#include "report/rollup_tally.hpp"

namespace concordat {

/// "as of 2015-03-31 to 2015-04-30"
std::string days(const Overview& overview);
/// "halton"; where several texts of one protocol were used, with the first digits of this one's SHA-256.
std::string name_of(const EditionTally& edition, const RollupTally& tally);
/// Whole sentences; most rollups need none.
std::vector<std::string> notes(const RollupTally& tally);
/// "3 places: 1 with violations, 1 without, 1 not checked"
std::string outcomes(const Overview& overview);
/// "2 breached, 3 undetermined, 40 met; 1 advisory". What is nought is left out.
std::string sums(const Added& added);
/// Why nothing could be decided at a place, as a part of a sentence.
std::string why_not_checked(const Added& added);
/// "1, 4": its own clause and those that it checks too.
std::string clauses(const RolledRule& rule);
/// "at 2 of 3 places: Ashby; Bexton". All of them are not named.
std::string where(const std::vector<std::string_view>& places, const Overview& overview);

}  // namespace concordat
