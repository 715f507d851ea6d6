#pragma once
// A baseline: an earlier result, against which only what is new or worse counts. What the baseline had broken and the log no
// longer breaks is mended.

#include <string>
#include <vector>

#include "report/report.hpp"
#include "report/result.hpp"

namespace concordat {

/// `report` is that of the audit.
Baseline compare_with(const Report& report, const Audit& audit, const Result& result, std::string path);

}  // namespace concordat
