#pragma once
// The guarded record that came before another one of the same subject: consultation on this year's plan is looked for after last
// year's was published. Of another edition and not a later one, where editions are stated; where they are not, any earlier
// record.

#include "engine/job.hpp"

namespace concordat {

/// For each guarded record (in the timeline's order) the last day of its predecessor, if it has one.
std::vector<std::optional<Day>> predecessors(const std::vector<Found>& guarded, const RuleJob& job);

}  // namespace concordat
