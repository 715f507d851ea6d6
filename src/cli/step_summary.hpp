#pragma once
// GitHub shows what a step appends to the file that GITHUB_STEP_SUMMARY names. This is the one place that reads that variable.

#include <functional>
#include <string>

namespace concordat {

/// Where the variable is not set, nothing is written or asked for.
void append_step_summary(const std::function<std::string()>& markdown);

}  // namespace concordat
