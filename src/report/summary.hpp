#pragma once
// What a report says of itself, in words, whatever the format: what was checked, when and against what; what a reader has to know
// before believing it; the one line of totals; and why a check in which nothing could be decided does not pass.

#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace concordat {

/// "1 rule", "2 rules"
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// The log, the protocol, the day, what is covered: to stand on one line, or to be broken between the parts.
std::vector<std::string> header(const Report& report);

/// Whole sentences; most reports need none.
std::vector<std::string> notes(const Report& report);

/// "2 breached, 1 late, 31 met, …; 5 rules never exercised"
std::string summary(const Report& report);

/// A whole sentence; only where no reading makes a difference.
std::string why_no_contrast(const ReadingsCompared& readings);
/// "3 other readings"
std::string counted_readings(const ReadingsCompared& readings);

/// A whole sentence; only for totals of which `nothing_decided` holds.
std::string why_not_checked(const Totals& totals);
/// What a check that passes does not tell, as a whole sentence: how much is undetermined, or that all is still pending. Nothing
/// if there is a violation, or nothing of that kind.
std::string what_is_open(const Totals& totals);

/// Where something stands: "log.yaml:41".
std::string place(std::uint32_t file, std::uint32_t line, const Sources& sources);
std::string place(const Sighting& sighting, const Report& report);
void add_place(std::string& text, std::uint32_t file, std::uint32_t line, const Sources& sources);

/// What became of a waiver.
std::string_view effect_in_words(const WaiverTold& waiver);

}  // namespace concordat
