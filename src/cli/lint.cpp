// `concordat lint`: what a protocol's file shows to be doubtful, without any log.

#include "review/lint.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/library.hpp"
#include "cli/papers.hpp"
#include "cli/terminal.hpp"
#include "diagnostic/render.hpp"

namespace concordat {
namespace {

ExitStatus lint_all(const std::vector<std::string>& wanted) {
    ExitStatus status = ExitStatus::clean;
    for (const std::string& protocol : protocols_or_all(wanted)) {
        Papers papers;
        read_protocol(papers, protocol);
        if (!print_diagnostics(papers)) {
            status = ExitStatus::unchecked;
            continue;
        }
        Diagnostics found;
        lint(*papers.protocol, papers.names, found);
        print(render(found, papers.sources));
        if (!found.items().empty()) status = std::max(status, ExitStatus::violated);
    }
    return status;
}

}  // namespace

Action define_lint(CLI::App& app) {
    const auto protocols = std::make_shared<std::vector<std::string>>();
    app.add_option("PROTOCOL", *protocols, "shipped protocols or files (default: all shipped)");
    return [protocols] { return lint_all(*protocols); };
}

}  // namespace concordat
