#pragma once
// GitHub shows what a step appends to the file that GITHUB_STEP_SUMMARY names. This is the one place that reads that variable.

#include <string_view>

namespace concordat {

/// Does nothing where the variable is not set.
void append_step_summary(std::string_view markdown);

}  // namespace concordat
