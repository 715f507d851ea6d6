#include "reference/periods.hpp"

#include <algorithm>

#include "reference/dates.hpp"

namespace concordat::reference {

namespace {

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{std::chrono::sys_days{day}}.year()); }

std::string digits(int number, int width) {
    std::string text = std::to_string(number);
    while (static_cast<int>(text.size()) < width) text.insert(text.begin(), '0');
    return text;
}

// "labels such as `2014-15`, `2014-15 Q2`, `2014-15 H1`, `2014-15 M01`; 2014 for a calendar year"
std::string label(const YearStart& start, Cycle cycle, int year, int number) {
    std::string text = digits(year, 4);
    if (start.month != 1 || start.day != 1) text += "-" + digits((year + 1) % 100, 2);
    switch (cycle) {
        case Cycle::year: return text;
        case Cycle::half_year: return text + " H" + std::to_string(number);
        case Cycle::quarter: return text + " Q" + std::to_string(number);
        case Cycle::month: return text + " M" + digits(number, 2);
    }
    return text;
}

int months_in(Cycle cycle) {
    switch (cycle) {
        case Cycle::year: return 12;
        case Cycle::half_year: return 6;
        case Cycle::quarter: return 3;
        case Cycle::month: return 1;
    }
    return 12;
}

std::vector<Term> terms_of_the_year(const Scene& scene, Cycle cycle, Day since) {
    std::vector<Term> result;
    const int length = months_in(cycle);
    std::string previous_label;
    for (int year = year_of(since) - 3; year <= year_of(scene.standpoint.as_of) + 1; ++year) {
        const Day start = make_day(year, scene.protocol.year.month, scene.protocol.year.day);
        for (int k = 0; k * length < 12; ++k) {
            const std::string own = label(scene.protocol.year, cycle, year, k + 1);
            result.push_back(
                {plus_months(start, k * length), previous(plus_months(start, (k + 1) * length)), own, previous_label});
            previous_label = own;
        }
    }
    if (!result.empty()) result.erase(result.begin());  // nobody gave it the label before it
    return result;
}

Duration times(Duration length, int n) { return {length.count * n, length.unit}; }

// "Period n from agreement runs from the day after `agreed` + n periods to `agreed` + (n+1) periods."
std::vector<Term> terms_from_agreement(const Scene& scene, Duration length) {
    std::vector<Term> result;
    const Day agreed = *scene.protocol.agreed;
    Day before = next(minus(agreed, length, nullptr));
    for (int n = 0;; ++n) {
        const Day first = next(plus(agreed, times(length, n), nullptr));
        if (first > scene.standpoint.as_of) return result;
        result.push_back({first, plus(agreed, times(length, n + 1), nullptr), to_string(first), to_string(before)});
        before = first;
    }
}

}  // namespace

std::vector<Term> terms(const Scene& scene, const Rhythm& rhythm, Day since) {
    auto result = rhythm.from_agreement ? terms_from_agreement(scene, *rhythm.from_agreement)
                                        : terms_of_the_year(scene, rhythm.cycle, since);
    // "Periods that start on or before as-of"
    result.erase(
        std::remove_if(result.begin(), result.end(), [&](const Term& term) { return term.first > scene.standpoint.as_of; }),
        result.end());
    return result;
}

std::optional<Day> first_covered_day(const Scene& scene) {
    std::optional<Day> first;
    for (const CoveredSpan& span : scene.log.covers)
        if (!first || span.days.first < *first) first = span.days.first;
    if (scene.log.covers_none)
        for (const Record& record : scene.log.records)
            if (!first || record.date().first < *first) first = record.date().first;
    return first;
}

std::optional<Day> coverage_start(const Scene& scene, const Rule& rule) {
    const std::optional<Day> covered = first_covered_day(scene);
    if (!covered) return rule.in_force.from;
    if (!rule.in_force.from) return covered;
    return std::max(*covered, *rule.in_force.from);
}

Force force(const Rule& rule, Day first, Day last) {
    const Day from = rule.in_force.from.value_or(earliest_day);
    const Day to = rule.in_force.to.value_or(latest_day);
    if (last < from || first > to) return Force::out;
    return first >= from && last <= to ? Force::in : Force::partly;
}

}  // namespace concordat::reference
