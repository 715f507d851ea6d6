// `concordat due`: what falls due, from logs as they stand today or on another day.

#include "report/due.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/hearing.hpp"
#include "cli/refusal.hpp"
#include "cli/sinks.hpp"
#include "cli/terminal.hpp"
#include "engine/preparation.hpp"
#include "report/text.hpp"

namespace concordat {
namespace {

struct DueOptions {
    HearingOptions hearing;
    std::string horizon = "60 days";
    std::vector<std::string> formats;
};

Duration horizon_of(const std::string& text) {
    const auto horizon = parse_duration(text);
    if (!horizon) throw Refusal("usage", "--horizon: `" + text + "` is no length of time", "write it as `60 days` or `3 months`");
    if (horizon->unit == Unit::working_days) throw Refusal("usage", "--horizon counts no working days", "write it as `60 days`");
    return *horizon;
}

std::string print_as(const Sink& sink, const Due& due) {
    if (sink.format == "json") return due_json(due);
    if (sink.format == "ics") return due_calendar(due);
    return due_text(due, sink.path.empty() ? width_of_output() : TextOptions{}.width);
}

ExitStatus due(const DueOptions& options) {
    const Duration horizon = horizon_of(options.horizon);
    const std::vector<Sink> sinks = parse_sinks(options.formats, {"text", "json", "ics"}, inputs_of(options.hearing));
    Hearing hearing;
    read(hearing, options.hearing);
    if (!judge(hearing, options.hearing)) return ExitStatus::unchecked;
    const Report report = report_on(hearing);
    const Due due = make_due(report, signs_of_preparation(hearing.audited), horizon);
    deliver(sinks, [&](const Sink& sink, const Out& out) { out(print_as(sink, due)); });
    return ExitStatus::clean;
}

}  // namespace

Action define_due(CLI::App& app) {
    const auto options = std::make_shared<DueOptions>();
    define_hearing(app, options->hearing, "logs, read together");
    define_waivers(app, options->hearing);
    app.add_option("--horizon", options->horizon, "at risk: due within this time and not under way (default: 60 days)")
        ->type_name("LENGTH");
    app.add_option("--format", options->formats,
                   "text (default), json or ics; `F:FILE` writes a file; may be given several times")
        ->type_name("F[:FILE]")
        ->allow_extra_args(false);
    return [options] { return due(*options); };
}

}  // namespace concordat
