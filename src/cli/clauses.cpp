// `concordat clauses`: every clause of a paper beside what checks it.

#include "report/clauses.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/library.hpp"
#include "cli/papers.hpp"
#include "cli/refusal.hpp"
#include "cli/sinks.hpp"
#include "cli/terminal.hpp"

namespace concordat {
namespace {

struct ClausesOptions {
    std::optional<std::string> protocol;
    std::string format = "text";
};

std::string print_as(const std::string& format, const Papers& papers) {
    if (format == "json") return clauses_json(*papers.protocol, papers.names);
    if (format == "markdown") return clauses_markdown(*papers.protocol, papers.names);
    return clauses_text(*papers.protocol, papers.names, width_of_output());
}

ExitStatus clauses(const ClausesOptions& options) {
    check_format(options.format, {"text", "json", "markdown"});
    const std::vector<std::string> protocols = protocols_or_all(options.protocol);
    if (options.format == "json" && protocols.size() > 1)
        throw Refusal("usage", "`--format json` prints one protocol",
                      "say which: `concordat clauses " + protocols.front() + " --format json`");
    std::string pages;
    for (const std::string& protocol : protocols) {
        Papers papers;
        read_protocol(papers, protocol);
        if (!print_diagnostics(papers)) return ExitStatus::unchecked;
        pages += (pages.empty() ? "" : "\n") + print_as(options.format, papers);
    }
    print(pages);
    return ExitStatus::clean;
}

}  // namespace

Action define_clauses(CLI::App& app) {
    const auto options = std::make_shared<ClausesOptions>();
    app.add_option("PROTOCOL", options->protocol, "a shipped protocol or a file (default: all shipped)");
    app.add_option("--format", options->format, "text (default), json or markdown")->type_name("F");
    return [options] { return clauses(*options); };
}

}  // namespace concordat
