#pragma once
// Obligations that a record decides by itself, whatever else the log covers: it shows what it should (met), it shows that it does
// not (breached), or it does not say (undetermined). Of a record that only may be one that the rule speaks of, nothing is
// breached.

#include "engine/job.hpp"

namespace concordat {

void add_spoken(const Found& found, Name member, Match kept, RuleJob& job, std::span<const Witness> witnesses = {});

/// The obligation about all audited days together, of a rule that no record speaks of.
void add_window(Name member, const DaySet& audited, RuleJob& job);

}  // namespace concordat
