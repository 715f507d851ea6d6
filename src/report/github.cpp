#include "report/github.hpp"

#include <fmt/format.h>

#include "report/one_line.hpp"
#include "report/summary.hpp"
#include "source/utf8.hpp"

namespace concordat {
namespace {

constexpr std::size_t shown_of_a_kind = 10;

/// In a message only these act; `%` first, because the others become it.
std::string message(std::string_view text) {
    std::string result;
    for (const char c : printable(text)) {
        if (c == '%')
            result += "%25";
        else if (c == '\r')
            result += "%0D";
        else if (c == '\n')
            result += "%0A";
        else
            result += c;
    }
    return result;
}

/// In a property `:` and `,` act, too.
std::string property(std::string_view text) {
    std::string result;
    for (const char c : message(text)) {
        if (c == ':')
            result += "%3A";
        else if (c == ',')
            result += "%2C";
        else
            result += c;
    }
    return result;
}

std::string command(const Report& report, const Finding& finding, std::string_view level) {
    const Rule& rule = report.rule(finding);
    return fmt::format("::{} file={},line={},col={},title={}::{}\n", level, property(report.sources->at(rule.place.file).name),
                       rule.place.line, rule.place.column,
                       property(fmt::format("{} {}", report.clause(finding).number, rule.title)),
                       message(fmt::format("{}: {}", finding.id, in_sentences(report, finding))));
}

}  // namespace

std::string github(const Report& report) {
    std::string out;
    std::size_t errors = 0, warnings = 0, left_out = 0;
    for (const Finding* finding : worst_first(report)) {
        const bool advisory = is_advisory(report.rule(*finding), *finding);
        std::size_t& count = advisory ? warnings : errors;
        if (++count <= shown_of_a_kind)
            out += command(report, *finding, advisory ? "warning" : "error");
        else
            ++left_out;
    }
    std::string last = summary(report);
    if (left_out > 0)
        last += fmt::format(". {} not shown here; the whole report has them", counted(left_out, "finding is", "findings are"));
    return out + fmt::format("::notice title={}::{}\n", property("Concordat, " + report.log_title), message(last));
}

}  // namespace concordat
