// `concordat diff`: what changed from one JSON result to the next.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/papers.hpp"
#include "cli/refusal.hpp"
#include "cli/sinks.hpp"
#include "cli/terminal.hpp"
#include "report/changes.hpp"

namespace concordat {
namespace {

struct DiffOptions {
    std::string before, after;
    std::string format = "text";
};

ExitStatus diff(const DiffOptions& options) {
    check_format(options.format, {"text", "markdown", "json"});
    Papers papers;
    const auto before = read_result(papers, options.before);
    const auto after = read_result(papers, options.after);
    if (!print_diagnostics(papers)) return ExitStatus::unchecked;
    if (before->protocol != after->protocol)
        throw Refusal(
            "wrong-protocol",
            options.before + " is of the protocol `" + before->protocol + "`, " + options.after + " of `" + after->protocol + "`",
            "two results of one protocol can be compared");
    const Changes changes = find_changes(*before, *after);
    print(options.format == "json"       ? changes_json(changes)
          : options.format == "markdown" ? changes_markdown(changes)
                                         : changes_text(changes, width_of_output()));
    return changes.violations == 0 ? ExitStatus::clean : ExitStatus::violated;
}

}  // namespace

Action define_diff(CLI::App& app) {
    const auto options = std::make_shared<DiffOptions>();
    app.add_option("OLD", options->before, "what `concordat check --format json:FILE` wrote")->required();
    app.add_option("NEW", options->after, "what it wrote later")->required();
    app.add_option("--format", options->format, "text (default), markdown or json")->type_name("F");
    return [options] { return diff(*options); };
}

}  // namespace concordat
