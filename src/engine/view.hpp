#pragma once
// What of a log counts on the day an audit stands: not what is dated after it, not what was written down after known-at, not what
// was cancelled or only planned, not what has been withdrawn. A meeting that does not count takes its items with it.

#include <vector>

#include "engine/audit.hpp"

namespace concordat {

struct View {
    std::vector<RecordIndex> counted;  // in the log's order
    std::size_t later_records = 0;     // dated after as-of
    std::size_t unknown_records = 0;   // written down after known-at
};

View view_of(const Log& log, const Standpoint& standpoint);

}  // namespace concordat
