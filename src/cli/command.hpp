#pragma once
// The commands. Each is one file: it declares its options to CLI11 and gives back what is to be done once they are parsed, a
// function from those options to an exit status. A new command is such a file, its declaration here and its row in commands.cpp.

#include <functional>
#include <span>
#include <string_view>

#include "report/exit_status.hpp"

namespace CLI {
class App;
}

namespace concordat {

using Action = std::function<ExitStatus()>;

struct Command {
    std::string_view name;
    std::string_view summary;  // half a line, for `concordat --help`
    Action (*define)(CLI::App& app);
};

/// In the order in which the help shows them.
std::span<const Command> commands();

Action define_check(CLI::App& app);
Action define_clauses(CLI::App& app);
Action define_compare(CLI::App& app);
Action define_diff(CLI::App& app);
Action define_due(CLI::App& app);
Action define_explain(CLI::App& app);
Action define_lint(CLI::App& app);
Action define_protocols(CLI::App& app);
Action define_rollup(CLI::App& app);
Action define_test(CLI::App& app);

}  // namespace concordat
