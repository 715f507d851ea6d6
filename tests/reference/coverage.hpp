#pragma once
// "Absence counts only where the log claims to be complete." verdicts.md, below the table of that name.

#include "reference/match.hpp"

namespace concordat::reference {

bool covered(const Scene& scene, const Pattern& pattern, const Bindings& bindings, Day day);
bool covered(const Scene& scene, const State& state, const Bindings& bindings, Day day);

/// Every day from `first` to `last`.
bool covered_throughout(const Scene& scene, const Pattern& pattern, const Bindings& bindings, Day first, Day last);

/// "Audited days: covered, in force, on or before as-of." In runs.
template <class Asked>
std::vector<DayRange> audited_runs(const Scene& scene, const Rule& rule, const Asked& asked, const Bindings& bindings);

}  // namespace concordat::reference
