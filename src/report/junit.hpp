#pragma once
// JUnit XML in the dialect of Jenkins: a suite for each clause, a test case for each obligation. Names never hold a message, so a
// case is the same from run to run; no time, host or file is given, so identical inputs give identical bytes.

#include <string>

#include "report/report.hpp"

namespace concordat {

std::string junit(const Report& report);

}  // namespace concordat
