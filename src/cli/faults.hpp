#pragma once
// Errors of the inputs that are found only while the audit runs: due days that the holiday table does not reach, waivers for what
// does not arise.

#include <vector>

#include "cli/papers.hpp"

namespace concordat {

/// Prints them, if there are any. Whether there is none.
bool report_faults(Papers& papers, const std::vector<CalendarFault>& faults);
/// A waiver in force for something that does not arise is most likely mistyped. Whether there is none.
bool report_unknown(Papers& papers, const Audit& audited, const std::vector<WaiverUse>& uses);

}  // namespace concordat
