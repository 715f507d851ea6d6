#pragma once
// Workflow commands that GitHub shows beside the changed files: `::error file=…,line=…::message`. Worst first, because it shows
// ten of a kind and drops the others; how many there are stands in the last line.

#include <string>

#include "diagnostic/diagnostic.hpp"
#include "report/report.hpp"

namespace concordat {

std::string github(const Report& report);

/// Of a run whose input could not be used.
std::string github_of_faults(const Diagnostics& diagnostics, const Sources& sources, const std::string& version);

}  // namespace concordat
