#pragma once
// The command line: finds the command, has CLI11 parse its options, runs it, and turns whatever goes wrong on the way into one
// message on standard error and an exit status. Nothing below this throws past it. A command or option that does not exist is
// answered with the nearest that does.

#include <string>
#include <vector>

#include "report/exit_status.hpp"

namespace concordat {

/// `arguments` without the program's own name.
ExitStatus run(const std::vector<std::string>& arguments) noexcept;

}  // namespace concordat
