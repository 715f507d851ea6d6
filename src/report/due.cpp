#include "report/due.hpp"

#include <algorithm>

#include "time/arithmetic.hpp"

namespace concordat {

Due make_due(const Report& report, std::vector<std::vector<Sighting>> signs, Duration horizon) {
    Due due{.report = &report, .horizon = horizon, .until = {}, .at_risk = {}, .coming = {}, .open = {}};
    const Day as_of = report.standpoint.as_of;
    due.until = add(as_of, horizon, nullptr).value_or(latest_day);
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        const Finding& finding = report.findings[i];
        if (finding.verdict != Verdict::pending) continue;
        DueItem item{
            .finding = &finding, .days_left = finding.due ? (*finding.due - as_of).count() : 0, .signs = std::move(signs[i])};
        const bool at_risk = finding.due && *finding.due <= due.until && item.signs.empty();
        (!finding.due ? due.open : at_risk ? due.at_risk : due.coming).push_back(std::move(item));
    }
    const auto by_due = [](const DueItem& a, const DueItem& b) { return *a.finding->due < *b.finding->due; };
    std::stable_sort(due.at_risk.begin(), due.at_risk.end(), by_due);
    std::stable_sort(due.coming.begin(), due.coming.end(), by_due);
    std::stable_sort(due.open.begin(), due.open.end(), [](const DueItem& a, const DueItem& b) {
        return a.finding->age_days.value_or(0) > b.finding->age_days.value_or(0);
    });
    return due;
}

}  // namespace concordat
