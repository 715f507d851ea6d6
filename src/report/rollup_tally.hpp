#pragma once
// A rollup added up for its readers: under each clause and each rule, at how many places and at which; for each place, its totals
// and what came out. The formats print it and count nothing. A place stands under its worst verdict for the rule or the clause,
// so that it is counted once; one with no obligation of that kind had no occasion.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/exit_status.hpp"
#include "report/rollup.hpp"

namespace concordat {

using Sums = std::array<std::uint64_t, verdict_names.size()>;  // by Verdict

/// What the places came to. Nothing decided is its own outcome, and no good one.
enum class PlaceOutcome : std::uint8_t { violated, unchecked, clean };
inline constexpr std::array<std::string_view, 3> outcome_names = {"violated", "unchecked", "clean"};
constexpr std::string_view to_string(PlaceOutcome outcome) { return outcome_names[static_cast<std::size_t>(outcome)]; }

/// Of a place, of all places of an edition, or of everything.
struct Added {
    Sums verdicts{};
    std::uint64_t violations = 0;
    std::uint64_t advisories = 0;
    std::uint64_t outstanding = 0;

    std::uint64_t of(Verdict verdict) const { return verdicts[static_cast<std::size_t>(verdict)]; }
};

/// How a rule or a clause fared, place by place.
struct Spread {
    std::array<std::vector<std::string_view>, verdict_names.size()> at{};  // the places, by their worst verdict
    std::size_t no_occasion = 0;

    const std::vector<std::string_view>& of(Verdict verdict) const { return at[static_cast<std::size_t>(verdict)]; }
    std::size_t broken() const { return of(Verdict::breached).size() + of(Verdict::late).size(); }
};

struct RuleTally {
    const RolledRule* rule = nullptr;
    Spread spread;
    Sums obligations{};
};

struct ClauseTally {
    std::string_view clause;
    std::vector<std::size_t> rules{};  // its own and those that check it too, by index
    Spread spread;
    std::vector<std::string_view> violated{};  // where a must or should of it is broken
};

struct PlaceTally {
    std::string_view log;
    const Place* place = nullptr;
    PlaceOutcome outcome = PlaceOutcome::clean;
    Added added;

    /// Not broken, and not wholly told either.
    bool is_in_part() const { return outcome == PlaceOutcome::clean && added.of(Verdict::undetermined) > 0; }
};

/// What all results of a group have in common, or in which span they lie.
struct Overview {
    std::string first_day, last_day;  // on which the audits stand
    std::set<std::string> tools;      // the versions that made them
    std::array<std::size_t, outcome_names.size()> outcomes{};
    std::size_t in_part = 0;  // of the clean ones, those where something is undetermined
    Added added;

    std::size_t of(PlaceOutcome outcome) const { return outcomes[static_cast<std::size_t>(outcome)]; }
    std::size_t places() const { return outcomes[0] + outcomes[1] + outcomes[2]; }
};

struct EditionTally {
    const EditionKey* key = nullptr;
    std::vector<RuleTally> rules;      // in the order of the paper
    std::vector<ClauseTally> clauses;  // likewise
    std::vector<PlaceTally> places;    // by title
    Overview overview;
};

struct RollupTally {
    std::vector<EditionTally> editions;
    Overview overview;
};

/// The rollup must outlive it.
RollupTally tally(const Rollup& rollup);

/// A violation anywhere is one; else a place where nothing could be decided keeps the whole from passing.
ExitStatus exit_status(const RollupTally& tally);

}  // namespace concordat
