#include "report/html_bars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "source/utf8.hpp"

namespace concordat {
namespace {

constexpr std::size_t most_rows = 18;
constexpr std::size_t most_bars = 400;
constexpr std::size_t most_clauses = 3;  // on a label

using Key = std::tuple<Verdict, Day, Day, bool, Day>;

/// Nothing for a finding that has no time of its own, or that a mark of its record shows well enough.
std::optional<Bar> bar_of(const Report& report, const Outcome& finding) {
    const FindingDays days = report.days(finding);
    Bar bar;
    bar.verdict = finding.verdict;
    if (!days.opens && !days.due && !days.about) return std::nullopt;
    const Day day = days.about ? *days.about : days.opens.value_or(days.due.value_or(Day{}));
    bar.open = finding.verdict == Verdict::pending && !days.due;
    bar.window = days.due.has_value() || bar.open;
    if (!bar.window && !is_broken(finding.verdict)) return std::nullopt;
    bar.days.first = bar.window ? days.opens.value_or(days.due.value_or(day)) : day;
    bar.days.last = bar.open ? report.standpoint.as_of : days.due.value_or(day);
    bar.days.first = std::min(bar.days.first, bar.days.last);
    if (finding.verdict == Verdict::late && days.done && *days.done > bar.days.last) bar.done = days.done;
    return bar;
}

Key key_of(const Bar& bar) { return {bar.verdict, bar.days.last, bar.days.first, bar.open, bar.done.value_or(earliest_day)}; }

std::string label_of(const Report& report, const std::vector<std::uint32_t>& findings) {
    std::vector<std::string> clauses;
    for (const std::uint32_t index : findings) {
        const std::string& number = report.clause(report.findings[index]).number;
        if (std::find(clauses.begin(), clauses.end(), number) != clauses.end()) continue;
        if (clauses.size() == most_clauses) return fmt::format("{} …", fmt::join(clauses, ", "));
        clauses.push_back(number);
    }
    return fmt::format("{}", fmt::join(clauses, ", "));
}

std::vector<Bar> gather(const Report& report, const std::vector<std::uint32_t>& findings, const Scale& scale) {
    std::map<Key, Bar> bars;
    for (const std::uint32_t index : findings) {
        auto bar = bar_of(report, report.findings[index]);
        if (!bar || !scale.holds(bar->days)) continue;
        bars.try_emplace(key_of(*bar), std::move(*bar)).first->second.findings.push_back(index);
    }
    std::vector<Bar> result;
    for (auto& [key, bar] : bars) {
        bar.label = label_of(report, bar.findings);
        result.push_back(std::move(bar));
    }
    return result;
}

}  // namespace

double Scale::at(Day day) const {
    const double all = (days.last - days.first).count() + 1;
    return std::clamp((day - days.first).count() / all, 0.0, 1.0) * width;
}

double width_of(const std::string& label) { return 7.0 * static_cast<double>(count_code_points(label)); }

Bars lay_out(const Report& report, const std::vector<std::uint32_t>& findings, const Scale& scale) {
    Bars result;
    std::vector<double> taken;  // by row: how far it is full
    for (Bar& bar : gather(report, findings, scale)) {
        const double begin = scale.at(bar.days.first);
        const double shut = scale.at(bar.done.value_or(bar.days.last) + one_day);
        const double end = std::max(shut + (bar.window ? 0 : 20), begin + 24) +
                           (bar.verdict < Verdict::undetermined ? width_of(bar.label) + 26 : 3);
        const auto free = std::find_if(taken.begin(), taken.end(), [&](double full) { return full <= begin; });
        if (free == taken.end() && (taken.size() == most_rows || result.bars.size() >= most_bars)) {
            result.left_out += bar.findings.size();
            continue;
        }
        bar.row = static_cast<std::size_t>(free - taken.begin());
        if (free == taken.end()) taken.push_back(0);
        taken[bar.row] = end;
        result.bars.push_back(std::move(bar));
    }
    result.rows = taken.size();
    return result;
}

}  // namespace concordat
