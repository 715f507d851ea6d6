#include "report/github.hpp"

#include <fmt/format.h>

#include <array>

#include "report/exit_status.hpp"
#include "report/one_line.hpp"
#include "report/summary.hpp"
#include "source/utf8.hpp"

namespace concordat {
namespace {

constexpr std::size_t shown_of_a_kind = 10;

/// Percent-encodes the characters that would act.
std::string escaped(std::string_view text, std::string_view acting) {
    std::string result;
    for (const char c : printable(text))
        result += acting.find(c) == std::string_view::npos ? std::string(1, c) : fmt::format("%{:02X}", c);
    return result;
}

std::string message(std::string_view text) { return escaped(text, "%\r\n"); }
std::string property(std::string_view text) { return escaped(text, "%\r\n:,"); }

std::string command(const Report& report, const Finding& finding, std::string_view level) {
    const Rule& rule = report.rule(finding);
    return fmt::format("::{} file={},line={},col={},title={}::{}\n", level, property(report.sources->at(rule.place.file).name),
                       rule.place.line, rule.place.column,
                       property(fmt::format("clause {}: {}", report.clause(finding).number, rule.title)),
                       message(fmt::format("{}: {}", finding.id, in_one_line(finding))));
}

}  // namespace

std::string github(const Report& report) {
    std::string out;
    std::array<std::size_t, 3> counts{};
    constexpr std::array<std::string_view, 3> levels = {"error", "warning", "notice"};
    std::size_t left_out = 0;
    for (const Outcome* finding : worst_first(report)) {
        const std::size_t kind = is_known(report, *finding) ? 2 : is_advisory(report.rule(*finding), *finding) ? 1 : 0;
        if (++counts[kind] <= shown_of_a_kind)
            out += command(report, report.tell(*finding), levels[kind]);
        else
            ++left_out;
    }
    if (nothing_decided(report.totals))
        out += fmt::format("::error title=Concordat::{}\n", message(why_not_checked(report.totals)));
    std::string last = summary(report);
    if (left_out > 0)
        last += fmt::format(". {} not shown here but in the whole report", counted(left_out, "finding is", "findings are"));
    return out + fmt::format("::notice title={}::{}\n", property("Concordat, " + report.log_title), message(last));
}

std::string github_of_faults(const Diagnostics& diagnostics, const Sources& sources, const std::string&) {
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics.items()) {
        const Span& span = diagnostic.span;
        const std::string place = span.line == 0 ? "" : fmt::format(",line={},col={}", span.line, span.column);
        const std::string help = diagnostic.help.empty() ? "" : "; " + diagnostic.help;
        out += fmt::format("::{} file={}{},title={}::{}\n", diagnostic.severity == Severity::error ? "error" : "warning",
                           property(sources.at(span.file).name), place, property(diagnostic.code),
                           message(diagnostic.message + help));
    }
    return out;
}

}  // namespace concordat
