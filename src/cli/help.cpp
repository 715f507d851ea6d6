#include "cli/help.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "report/page.hpp"

namespace concordat {
namespace {

using Line = std::pair<std::string, std::string>;

constexpr std::size_t width = 80;

std::string two_columns(const std::vector<Line>& lines) {
    std::size_t left_width = 0;
    for (const auto& [left, right] : lines) left_width = std::max(left_width, left.size());
    const std::size_t column = left_width + 4;
    std::string out;
    for (const auto& [left, right] : lines)
        for (const std::string& line : fold(fmt::format("{:<{}}  {}", left, left_width, right), {2, column}, width))
            out += line + '\n';
    return out;
}

std::string name_of(const CLI::Option& option) {
    if (option.get_positional()) return option.get_name() + (option.get_items_expected_max() > 1 ? "..." : "");
    const std::string type = option.get_items_expected_max() > 0 ? " " + option.get_type_name() : "";
    return "--" + option.get_lnames().front() + type;
}

}  // namespace

std::string help() {
    std::vector<Line> lines;
    for (const Command& command : commands()) lines.emplace_back(command.name, command.summary);
    return "concordat " CONCORDAT_VERSION
           ": shows from logs whether boards keep their protocol\n\n"
           "Usage: concordat COMMAND [OPTION...] [ARGUMENT...]\n\nCommands:\n" +
           two_columns(lines) + "\nOptions:\n" +
           two_columns(
               {{"--help", "this text; `concordat COMMAND --help` tells a command's options"}, {"--version", "the version"}}) +
           "\nExit status: 0 nothing wrong, 1 a violation, 2 could not check, 3 a fault of\nconcordat itself.\n";
}

std::string help(const CLI::App& command) {
    std::string usage = "Usage: " + command.get_name() + " [OPTION...]";
    std::vector<Line> lines, options;
    for (const CLI::Option* option : command.get_options()) {
        const std::string name = name_of(*option);
        (option->get_positional() ? lines : options).emplace_back(name, option->get_description());
        if (option->get_positional()) usage += option->get_required() ? " " + name : " [" + name + "]";
    }
    std::rotate(options.begin(), options.begin() + 1, options.end());  // --help is declared first and stands last
    lines.insert(lines.end(), options.begin(), options.end());
    const std::string footer = command.get_footer().empty() ? "" : "\n" + command.get_footer() + "\n";
    return command.get_name() + ": " + command.get_description() + "\n\n" + usage + "\n\n" + two_columns(lines) + footer;
}

}  // namespace concordat
