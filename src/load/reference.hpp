// Records that name other records: `re` and `withdraws`.
//
// What is named must be in one of the logs of the run, and a withdrawal must not come back to itself: not directly, not through
// other withdrawals, and not through a meeting, whose items go with it.
#pragma once

#include "diagnostic/diagnostic.hpp"
#include "load/draft.hpp"

namespace concordat {

/// To be called when the records are all there, each once.
void check_references(const Draft& draft, const Names& names, Diagnostics& diagnostics);

}  // namespace concordat
