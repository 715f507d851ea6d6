#pragma once
// The guarded record that came before another one of the same subject: consultation on this year's plan is looked for after last
// year's was published. Of another edition and not a later one, where editions are stated; where they are not, any earlier
// record.

#include "engine/job.hpp"

namespace concordat {

/// For each guarded record (in the timeline's order) its predecessor, if it has one. Where records state several
/// editions, all of the predecessor's must be earlier than all of the other's; labels are compared as texts.
std::vector<RecordIndex> predecessors(const std::vector<Found>& guarded, const RuleJob& job);

}  // namespace concordat
