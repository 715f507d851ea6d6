// `concordat check`: audits logs against a protocol and prints the report.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/faults.hpp"
#include "cli/formats.hpp"
#include "cli/hearing.hpp"
#include "cli/refusal.hpp"
#include "cli/sinks.hpp"
#include "cli/step_summary.hpp"
#include "cli/terminal.hpp"
#include "diagnostic/nearest.hpp"
#include "report/baseline.hpp"
#include "report/markdown_report.hpp"

namespace concordat {
namespace {

struct CheckOptions {
    HearingOptions hearing;
    std::vector<std::string> show;
    std::string fail_on = "violation";
    std::vector<std::string> formats;
    bool readings = false;
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

/// Nothing if the inputs do not allow one; the errors have been printed then.
std::optional<Report> make_report(Hearing& hearing, const CheckOptions& options, bool draws) {
    Papers& papers = hearing.papers;
    read(hearing, options.hearing);
    std::optional<Result> baseline;
    if (options.baseline) baseline = read_result_of(papers, *options.baseline);
    if (!judge(hearing, options.hearing)) return std::nullopt;
    std::optional<ReadingsCompared> readings;
    if (options.readings) {
        readings = compare_readings(hearing.audited);
        if (!report_faults(papers, readings->faults)) return std::nullopt;
    }
    Report report = report_on(hearing);
    report.readings = std::move(readings);
    if (baseline) report.baseline = compare_with(report, hearing.audited, *baseline, *options.baseline);
    if (draws) report.chronicle = make_chronicle(hearing.audited, *papers.log, papers.names, report.findings);
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
    deliver(sinks, [&](const Sink& sink, const Out& out) {
        out(format_named(sink.format).print_faults(papers.diagnostics, papers.sources, CONCORDAT_VERSION));
    });
}

template <class Test>
bool any(const std::vector<Sink>& sinks, Test test) {
    return std::any_of(sinks.begin(), sinks.end(), [&](const Sink& sink) { return test(format_named(sink.format)); });
}

ExitStatus check(const CheckOptions& options) {
    std::vector<std::string> inputs = inputs_of(options.hearing);
    if (options.baseline) inputs.push_back(*options.baseline);
    const std::vector<Sink> sinks = parse_sinks(options.formats, format_names(), inputs);
    const FailOn line = fail_on(options.fail_on);
    const TextOptions text{.shown = shown(options.show), .width = width_of_output(), .colours = wants_colours(options.color)};

    Hearing hearing;
    hearing.papers.takes_digests = any(sinks, [](const Format& format) { return format.vouches; });
    const bool draws = any(sinks, [](const Format& format) { return format.draws; });
    const std::optional<Report> report = make_report(hearing, options, draws);
    if (!report) {
        deliver_faults(hearing.papers, sinks);
        return ExitStatus::unchecked;
    }
    deliver(sinks, [&](const Sink& sink, const Out& out) {
        format_named(sink.format).print(*report, sink.path.empty() ? text : plain(text), out);
    });
    if (any(sinks, [](const Format& format) { return format.name == "github"; }))
        append_step_summary([&] { return markdown_report(*report); });
    return exit_status(*report, line);
}

}  // namespace

Action define_check(CLI::App& app) {
    const auto options = std::make_shared<CheckOptions>();
    define_hearing(app, options->hearing, "logs, checked together");
    app.add_option("--show", options->show,
                   "list these too: met, pending, undetermined, not-applicable, powers, never-exercised, or all")
        ->type_name("WORD,...")
        ->delimiter(',')
        ->allow_extra_args(false);
    define_waivers(app, options->hearing);
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
