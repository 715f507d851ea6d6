#include "report/due.hpp"

#include <algorithm>

#include "time/arithmetic.hpp"

namespace concordat {

Due make_due(const Report& report, std::unordered_map<std::uint32_t, std::vector<Sighting>> signs, Duration horizon) {
    Due due{.report = &report, .horizon = horizon, .until = {}, .at_risk = {}, .coming = {}, .open = {}};
    const Day as_of = report.standpoint.as_of;
    due.until = add(as_of, horizon, nullptr).value_or(latest_day);
    for (const Outcome& outcome : report.findings) {
        if (outcome.verdict != Verdict::pending) continue;
        const FindingDays days = report.days(outcome);
        DueItem item{.outcome = &outcome,
                     .opens = days.opens,
                     .due = days.due,
                     .days_left = days.due ? (*days.due - as_of).count() : 0,
                     .signs = {}};
        if (const auto found = signs.find(outcome.obligation); found != signs.end()) item.signs = std::move(found->second);
        const bool at_risk = item.due && *item.due <= due.until && item.signs.empty();
        (!item.due ? due.open : at_risk ? due.at_risk : due.coming).push_back(std::move(item));
    }
    const auto by_due = [](const DueItem& a, const DueItem& b) { return *a.due < *b.due; };
    std::stable_sort(due.at_risk.begin(), due.at_risk.end(), by_due);
    std::stable_sort(due.coming.begin(), due.coming.end(), by_due);
    const auto oldest = [&](const DueItem& a, const DueItem& b) { return a.opens.value_or(as_of) < b.opens.value_or(as_of); };
    std::stable_sort(due.open.begin(), due.open.end(), oldest);
    return due;
}

}  // namespace concordat
