#pragma once
// A finding on one line, for the formats that show it in a list of others: what became of it, who owed it, what was
// found instead, what would mend it.

#include <string>

#include "report/report.hpp"

namespace concordat {

/// Plain text on one line, not made harmless.
std::string in_one_line(const Finding& finding);

/// Whether a baseline has it already, as bad or worse.
bool is_known(const Report& report, const Outcome& finding);

/// The findings that a gate looks at, worst first: breached, late, then advisories; else in the order of the report.
std::vector<const Outcome*> worst_first(const Report& report);

}  // namespace concordat
