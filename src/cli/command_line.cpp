#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/refusal.hpp"
#include "cli/terminal.hpp"
#include "diagnostic/nearest.hpp"
#include "source/utf8.hpp"

namespace concordat {
namespace {

std::vector<std::string> long_names(const CLI::App& app) {
    std::vector<std::string> result;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) result.push_back("--" + name);
    return result;
}

/// What CLI11 did not like, in words that stay the same from version to version.
std::string in_words(const CLI::ParseError& error) {
    std::string text = error.what();
    if (dynamic_cast<const CLI::RequiredError*>(&error)) return "`" + text.substr(0, text.find(' ')) + "` is missing";
    if (!dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return text;
    const bool twice = text.find("received 2") != std::string::npos || text.find("At Most") != std::string::npos;
    return "`" + text.substr(0, text.find(':')) + (twice ? "` is given twice" : "` needs a value");
}

[[noreturn]] void refuse(const CLI::App& app, const CLI::ParseError& error) {
    const std::string more = "`" + app.get_name() + " --help` lists the options";
    for (const std::string& word : app.remaining()) {
        if (word.size() < 2 || word[0] != '-') throw Refusal("usage", "nobody asked for `" + word + "`", more);
        const std::string name = word.substr(0, word.find('='));
        const auto meant = nearest(name, long_names(app));
        throw Refusal("usage", "unknown option `" + name + "`", meant ? "did you mean `" + *meant + "`?" : more);
    }
    throw Refusal("usage", in_words(error), more);
}

ExitStatus run_command(const Command& command, const std::vector<std::string>& arguments) {
    CLI::App app{std::string(command.summary), "concordat " + std::string(command.name)};
    app.set_help_flag("--help,-h", "this text");
    const Action action = command.define(app);
    try {
        app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp&) {
        print(help(app));
        return ExitStatus::clean;
    } catch (const CLI::ParseError& error) {
        refuse(app, error);
    }
    return action();
}

ExitStatus dispatch(const std::vector<std::string>& arguments) {
    if (arguments.empty()) {
        print_error(help());
        return ExitStatus::unchecked;
    }
    const std::string& first = arguments.front();
    if (first == "--help" || first == "-h") {
        print(help());
        return ExitStatus::clean;
    }
    if (first == "--version") {
        print("concordat " CONCORDAT_VERSION "\n");
        return ExitStatus::clean;
    }
    std::vector<std::string_view> known{"--help", "--version"};
    for (const Command& command : commands()) {
        if (command.name == first) return run_command(command, {arguments.begin() + 1, arguments.end()});
        known.push_back(command.name);
    }
    throw Refusal("usage", (first.starts_with('-') ? "unknown option `" : "unknown command `") + first + "`",
                  did_you_mean(first, known));
}

void explain_refusal(const Refusal& refusal) {
    print_error("concordat: error[" + refusal.code() + "]: " + printable(refusal.what()) + "\n");
    if (!refusal.help().empty()) print_error("help: " + printable(refusal.help()) + "\n");
}

}  // namespace

ExitStatus run(const std::vector<std::string>& arguments) noexcept {
    try {
        prepare_streams();
        return dispatch(arguments);
    } catch (const Refusal& refusal) {
        explain_refusal(refusal);
        return ExitStatus::unchecked;
    } catch (const std::exception& error) {
        print_error("concordat: error[internal]: this is a fault of concordat, not of your files: " + printable(error.what()) +
                    "\n");
    } catch (...) {
        print_error("concordat: error[internal]: this is a fault of concordat, not of your files\n");
    }
    return ExitStatus::fault;
}

}  // namespace concordat
