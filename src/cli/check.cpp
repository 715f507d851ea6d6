// `concordat check`: audits logs against a protocol and prints the report.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/faults.hpp"
#include "cli/formats.hpp"
#include "cli/papers.hpp"
#include "cli/refusal.hpp"
#include "cli/sinks.hpp"
#include "cli/standpoint.hpp"
#include "cli/step_summary.hpp"
#include "cli/terminal.hpp"
#include "diagnostic/nearest.hpp"
#include "report/baseline.hpp"
#include "report/markdown_report.hpp"

namespace concordat {
namespace {

struct CheckOptions {
    std::vector<std::string> logs;
    std::optional<std::string> protocol;
    std::optional<std::string> as_of;
    std::optional<std::string> known_at;
    std::vector<std::string> show;
    std::string fail_on = "violation";
    std::vector<std::string> formats;
    bool readings = false;
    std::optional<std::string> waivers;
    std::optional<std::string> baseline;
    std::string color = "auto";
};

Shown shown(const std::vector<std::string>& words) {
    Shown result;
    for (const std::string& word : words)
        if (!show(result, word)) throw Refusal("usage", "--show: unknown word `" + word + "`", did_you_mean(word, show_words()));
    return result;
}

FailOn fail_on(const std::string& word) {
    if (const auto parsed = parse_fail_on(word)) return *parsed;
    throw Refusal("usage", "--fail-on: unknown word `" + word + "`",
                  did_you_mean(word, {fail_on_names.begin(), fail_on_names.end()}));
}

/// An earlier result of the same protocol.
std::optional<Result> read_result_of(Papers& papers, const std::string& path) {
    auto result = read_result(papers, path);
    if (!result || !papers.protocol || papers.names.text(papers.protocol->id) == result->protocol) return result;
    papers.diagnostics.error({.file = static_cast<std::uint32_t>(papers.sources.size() - 1)}, "wrong-protocol",
                             "this is a result for the protocol `" + result->protocol + "`, and the check is for `" +
                                 papers.names.text(papers.protocol->id) + "`",
                             "a baseline is an earlier result of the same check");
    return std::nullopt;
}

/// All that is read, before anything is judged, and what is made of it; a report looks into these.
struct Case {
    Papers papers;
    std::optional<Result> baseline;
    Audit audited;
};

/// Whether it can be used; if not, the errors have been printed.
bool read_all(Case& read, const CheckOptions& options) {
    read_papers(read.papers, options.protocol, options.logs);
    if (options.waivers) read_waivers(read.papers, *options.waivers);
    if (options.baseline) read.baseline = read_result_of(read.papers, *options.baseline);
    return print_diagnostics(read.papers);
}

/// Nothing if the inputs do not allow one; the errors have been printed then.
std::optional<Report> make_report(Case& of, const CheckOptions& options, bool draws) {
    Papers& papers = of.papers;
    Audit& audited = of.audited;
    if (!read_all(of, options)) return std::nullopt;
    const ChosenStandpoint chosen = choose_standpoint(options.as_of, options.known_at, *papers.log);
    audited = audit(*papers.protocol, *papers.log, papers.names, chosen.standpoint);
    if (!report_faults(papers, audited.faults)) return std::nullopt;
    const std::vector<WaiverUse> waived = papers.waivers ? waive(audited, *papers.waivers) : std::vector<WaiverUse>{};
    if (!report_unknown(papers, audited, waived)) return std::nullopt;
    std::optional<ReadingsCompared> readings;
    if (options.readings) {
        readings = compare_readings(audited);
        if (!report_faults(papers, readings->faults)) return std::nullopt;
    }
    Report report = make_report({*papers.protocol, *papers.log, papers.names, papers.sources, audited, waived}, papers.inputs,
                                chosen.source, CONCORDAT_VERSION);
    report.readings = std::move(readings);
    if (of.baseline) report.baseline = compare_with(report, audited, *of.baseline, *options.baseline);
    if (draws) report.chronicle = make_chronicle(audited, *papers.log, papers.names, report.findings);
    return report;
}

/// For a file: no colours, and no terminal's width.
TextOptions plain(TextOptions options) {
    options.colours = false;
    options.width = TextOptions{}.width;
    return options;
}

/// Where there is no report because the input could not be used: for the formats that can say so.
void deliver_faults(const Papers& papers, std::vector<Sink> sinks) {
    std::erase_if(sinks, [](const Sink& sink) { return !format_named(sink.format).print_faults; });
    deliver(sinks, [&](const Sink& sink) {
        return format_named(sink.format).print_faults(papers.diagnostics, papers.sources, CONCORDAT_VERSION);
    });
}

template <class Test>
bool any(const std::vector<Sink>& sinks, Test test) {
    return std::any_of(sinks.begin(), sinks.end(), [&](const Sink& sink) { return test(format_named(sink.format)); });
}

ExitStatus check(const CheckOptions& options) {
    std::vector<std::string> inputs = options.logs;
    for (const auto& other : {options.protocol, options.waivers, options.baseline})
        if (other) inputs.push_back(*other);
    const std::vector<Sink> sinks = parse_sinks(options.formats, format_names(), inputs);
    const FailOn line = fail_on(options.fail_on);
    const TextOptions text{.shown = shown(options.show), .width = width_of_output(), .colours = wants_colours(options.color)};

    Case of;
    const bool draws = any(sinks, [](const Format& format) { return format.draws; });
    const std::optional<Report> report = make_report(of, options, draws);
    if (!report) {
        deliver_faults(of.papers, sinks);
        return ExitStatus::unchecked;
    }
    deliver(sinks,
            [&](const Sink& sink) { return format_named(sink.format).print(*report, sink.path.empty() ? text : plain(text)); });
    if (any(sinks, [](const Format& format) { return format.name == "github"; }))
        append_step_summary([&] { return markdown_report(*report); });
    return exit_status(*report, line);
}

}  // namespace

Action define_check(CLI::App& app) {
    const auto options = std::make_shared<CheckOptions>();
    app.add_option("LOG", options->logs, "logs, checked together; `-` is standard input")->required();
    app.add_option("--protocol", options->protocol, "a shipped protocol or a file (default: what the log names)")
        ->type_name("ID|FILE");
    app.add_option("--as-of", options->as_of, "stand on this day, or `today` (default: the log's own)")->type_name("DATE");
    app.add_option("--known-at", options->known_at, "leave out what was written down after this day")->type_name("DATE");
    app.add_option("--show", options->show,
                   "list these too: met, pending, undetermined, not-applicable, powers, never-exercised, or all")
        ->type_name("WORD,...")
        ->delimiter(',')
        ->allow_extra_args(false);
    app.add_option("--waivers", options->waivers, "what has been let pass, and by whom")->type_name("FILE");
    app.add_option("--baseline", options->baseline, "an earlier JSON output: fail only on what is new or worse")
        ->type_name("FILE");
    app.add_flag("--readings", options->readings, "tell which verdicts depend on how the protocol's words are read");
    app.add_option("--fail-on", options->fail_on, "exit with 1 on: breach, violation (default), advisory, undetermined, never")
        ->type_name("WORD");
    app.add_option(
           "--format", options->formats,
           "text (default), json, sarif, junit, github, markdown or html; `F:FILE` writes a file; may be given several times")
        ->type_name("F[:FILE]")
        ->allow_extra_args(false);
    app.add_option("--color", options->color, "always, never or auto (default)")->type_name("WHEN");
    return [options] { return check(*options); };
}

}  // namespace concordat
