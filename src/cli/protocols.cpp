// `concordat protocols`: the protocols that travel with the program, and where each is to be found.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command.hpp"
#include "cli/library.hpp"
#include "cli/papers.hpp"
#include "cli/terminal.hpp"
#include "source/utf8.hpp"

namespace concordat {
namespace {

ExitStatus list_protocols() {
    ExitStatus status = ExitStatus::clean;
    for (const std::string_view id : shipped_protocols()) {
        Papers papers;
        read_protocol(papers, std::string(id));
        if (!print_diagnostics(papers) || !papers.protocol) {
            status = ExitStatus::unchecked;
            continue;
        }
        const Protocol& protocol = *papers.protocol;
        const auto unchecked = std::count_if(protocol.clauses.begin(), protocol.clauses.end(), [](const Clause& clause) {
            return clause.rules.empty() && clause.checked_by.empty();
        });
        print(fmt::format("{}: {}\n    {} ({})\n    {} clauses, {} of them unchecked; {} rules; {}\n", id,
                          printable(protocol.title), printable(protocol.source.title), printable(protocol.source.place),
                          protocol.clauses.size(), unchecked, protocol.rules.size(), papers.inputs.front().path));
    }
    return status;
}

}  // namespace

Action define_protocols(CLI::App&) { return list_protocols; }

}  // namespace concordat
