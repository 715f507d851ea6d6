#pragma once
// The report as Markdown, for a pull request or a wiki: the totals, what was broken with its reasons, what is outstanding, and
// how much could not be determined.

#include <string>

#include "report/report.hpp"

namespace concordat {

std::string markdown_report(const Report& report);

}  // namespace concordat
