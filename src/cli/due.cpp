// `concordat due`: what falls due, from logs as they stand today or on another day.

#include "report/due.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/faults.hpp"
#include "cli/papers.hpp"
#include "cli/refusal.hpp"
#include "cli/sinks.hpp"
#include "cli/standpoint.hpp"
#include "cli/terminal.hpp"
#include "engine/preparation.hpp"
#include "report/text.hpp"

namespace concordat {
namespace {

struct DueOptions {
    std::vector<std::string> logs;
    std::optional<std::string> protocol, as_of, known_at, waivers;
    std::string horizon = "60 days";
    std::vector<std::string> formats;
};

Duration horizon_of(const std::string& text) {
    const auto horizon = parse_duration(text);
    if (!horizon) throw Refusal("usage", "--horizon: `" + text + "` is no length of time", "write it as `60 days` or `3 months`");
    if (horizon->unit == Unit::working_days) throw Refusal("usage", "--horizon counts no working days", "write it as `60 days`");
    return *horizon;
}

ExitStatus due(const DueOptions& options) {
    const Duration horizon = horizon_of(options.horizon);
    const std::vector<Sink> sinks = parse_sinks(options.formats, {"text", "json", "ics"}, options.logs);
    Papers papers;
    read_papers(papers, options.protocol, options.logs);
    if (options.waivers) read_waivers(papers, *options.waivers);
    if (!print_diagnostics(papers)) return ExitStatus::unchecked;
    const ChosenStandpoint chosen = choose_standpoint(options.as_of, options.known_at, *papers.log);
    Audit audited = audit(*papers.protocol, *papers.log, papers.names, chosen.standpoint);
    if (!report_faults(papers, audited.faults)) return ExitStatus::unchecked;
    const std::vector<WaiverUse> waived = papers.waivers ? waive(audited, *papers.waivers) : std::vector<WaiverUse>{};
    if (!report_unknown(papers, audited, waived)) return ExitStatus::unchecked;
    const Report report = make_report({*papers.protocol, *papers.log, papers.names, papers.sources, audited, waived},
                                      papers.inputs, chosen.source, CONCORDAT_VERSION);
    const Due due = make_due(report, signs_of_preparation(audited), horizon);
    deliver(sinks, [&](const Sink& sink) {
        if (sink.format == "json") return due_json(due);
        if (sink.format == "ics") return due_calendar(due);
        return due_text(due, sink.path.empty() ? width_of_output() : TextOptions{}.width);
    });
    return ExitStatus::clean;
}

}  // namespace

Action define_due(CLI::App& app) {
    const auto options = std::make_shared<DueOptions>();
    app.add_option("LOG", options->logs, "logs, read together; `-` is standard input")->required();
    app.add_option("--protocol", options->protocol, "a shipped protocol or a file (default: what the log names)")
        ->type_name("ID|FILE");
    app.add_option("--as-of", options->as_of, "stand on this day, or `today` (default: the log's own)")->type_name("DATE");
    app.add_option("--known-at", options->known_at, "leave out what was written down after this day")->type_name("DATE");
    app.add_option("--waivers", options->waivers, "what has been let pass, and by whom")->type_name("FILE");
    app.add_option("--horizon", options->horizon, "at risk: due within this time and not under way (default: 60 days)")
        ->type_name("LENGTH");
    app.add_option("--format", options->formats,
                   "text (default), json or ics; `F:FILE` writes a file; may be given several times")
        ->type_name("F[:FILE]")
        ->allow_extra_args(false);
    return [options] { return due(*options); };
}

}  // namespace concordat
