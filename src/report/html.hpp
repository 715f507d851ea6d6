#pragma once
// The report as one page to put before a board: the verdict in words, every total as a number and in a bar, what went wrong, a
// table of clauses by periods, a picture of the time, every finding with its reasons, what could not be determined, the waivers,
// and what was read, with its SHA-256. The page is one file: no script, no font, no picture from elsewhere. It prints without a
// cut table, fits a phone and says to a screen reader whatever it shows to an eye. Where there is too much to list, it lists the
// first of each kind and says how many are left out (docs/html.md).

#include <string>

#include "report/report.hpp"

namespace concordat {

std::string html(const Report& report);

}  // namespace concordat
