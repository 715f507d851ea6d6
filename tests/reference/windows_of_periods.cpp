// The duties of `every` and `once`.

#include "reference/dates.hpp"
#include "reference/owed.hpp"
#include "reference/periods.hpp"
#include "reference/windows.hpp"

namespace concordat::reference {

namespace {

// "A period not wholly in force is not applicable, unless `part-period: counts`"
Reason out_of_force(const Rule& rule, const Term& term, bool part_period_counts) {
    switch (force(rule, term.first, term.last)) {
        case Force::in: return Reason::none;
        case Force::partly: return part_period_counts ? Reason::none : Reason::part_period;
        case Force::out: return Reason::out_of_force;
    }
    return Reason::none;
}

/// A day from which nothing of this length reaches the other; it needs no holiday table, which may not go back so far.
Day long_before(Day day, Duration duration) {
    if (duration.unit == Unit::working_days) duration = {2 * duration.count + 30, Unit::days};
    return previous(minus(day, duration, nullptr));
}

}  // namespace

std::vector<Duty> make(const Scene& scene, const Rule& rule, const Every& form) {
    const std::optional<Day> start = coverage_start(scene, rule);
    if (!start) return {};
    const bool by_duration = form.within.kind == Deadline::Kind::duration;
    const bool fixed = by_duration || form.within.kind == Deadline::Kind::at_once;
    const Day since = by_duration ? long_before(*start, form.within.duration) : *start;

    std::vector<Duty> duties;
    for (const Term& term : terms(scene, form.rhythm, since)) {
        if (term.last < since) continue;
        Duty duty;
        duty.key = term.label;
        duty.bindings.period = term.label;
        duty.bindings.previous = term.previous_label;
        // "The window opens so long before the period begins."
        duty.opens = exactly(form.opens ? minus(term.first, *form.opens, calendar(scene)) : term.first);
        duty.closes = form.within.kind == Deadline::Kind::at_once ? exactly(term.last) : closes(scene, form.within, term.last);
        // "whose [opens, due] meets the time from …; a period without a fixed due day, if its last day is on or after that start"
        if ((fixed ? duty.closes->last : term.last) < *start) continue;
        duty.not_applicable = out_of_force(rule, term, form.part_period_counts);
        for (const auto& member : members(scene, rule, nullptr)) {
            duties.push_back(duty);
            duties.back().bindings.each = member;
        }
    }
    return duties;
}

// "the time in force (from `agreed` if that alone is given; of an undated paper, from the first covered day)"
std::vector<Duty> make(const Scene& scene, const Rule& rule, const Once& form) {
    std::optional<Day> start = rule.in_force.from;
    if (!start) start = scene.protocol.agreed;
    if (!start) start = first_covered_day(scene);
    if (!start || *start > scene.standpoint.as_of) return {};
    std::vector<Duty> duties;
    for (const auto& member : members(scene, rule, nullptr)) {
        Duty& duty = duties.emplace_back();
        duty.key = "once";
        duty.bindings.each = member;
        duty.opens = exactly(*start);
        duty.closes = closes(scene, form.within, *start);
    }
    return duties;
}

}  // namespace concordat::reference
