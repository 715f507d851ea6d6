#pragma once
// Due days that the holiday table does not reach: errors of the inputs, found only while the audit runs.

#include <vector>

#include "cli/papers.hpp"

namespace concordat {

/// Prints them, if there are any. Whether there is none.
bool report_faults(Papers& papers, const std::vector<CalendarFault>& faults);

}  // namespace concordat
