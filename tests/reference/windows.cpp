// What the windows of all forms have in common.

#include <algorithm>

#include "reference/dates.hpp"
#include "reference/windows.hpp"

namespace concordat::reference {

namespace {

// "not applicable if a match lies between the opening and the due day (or as-of, if there is none)"
Truth exception(const Scene& scene, const Rule& rule, const Pattern& unless, const Duty& duty) {
    Truth best = Truth::no;
    for (const Record* record : scene.records)
        if (record != duty.trigger)
            best = std::max(best, std::min(match(scene, rule, unless, *record, duty.bindings), inside(scene, duty, *record)));
    return best;
}

// "due at the first held meeting, or first publication, strictly after; none yet is pending". Of a meeting known to the month
// only that is surely after, and its last day counts.
std::optional<Day> first_after(const Scene& scene, const Deadline& deadline, Day anchor) {
    const bool meeting = deadline.kind == Deadline::Kind::next_meeting;
    const FieldPattern wanted{
        meeting ? Field::of : Field::document, Values{false, {Value{Value::Kind::name, deadline.name, {}}}}, {}};
    std::optional<Day> first;
    for (const Record* record : scene.records) {
        if (scene.names.text(record->act) != (meeting ? "meeting" : "published") || record->date().first <= anchor) continue;
        if (match_field(scene, Rule{}, wanted, *record, Bindings{}) != Truth::yes) continue;
        if (!first || record->date().last < *first) first = record->date().last;
    }
    return first;
}

}  // namespace

// "due day, counted from the period's end, the start in force …, or the trigger"
std::optional<DayRange> closes(const Scene& scene, const Deadline& deadline, Day anchor) {
    switch (deadline.kind) {
        case Deadline::Kind::at_once:
        case Deadline::Kind::open: return std::nullopt;
        case Deadline::Kind::duration: return exactly(plus(anchor, deadline.duration, calendar(scene)));
        case Deadline::Kind::next_meeting:
        case Deadline::Kind::next_edition:
            if (const auto day = first_after(scene, deadline, anchor)) return exactly(*day);
            return std::nullopt;
    }
    return std::nullopt;
}

DayRange exactly(Day day) { return {day, day}; }

const Calendar* calendar(const Scene& scene) { return scene.protocol.calendar ? &*scene.protocol.calendar : nullptr; }

Demand demand(const Rule& rule) {
    const auto pointer = [](const std::optional<Pattern>& pattern) { return pattern ? &*pattern : nullptr; };
    // "The periods of one `every` rule compete …, and so do the obligations of a `distinct` rule."
    if (const auto* form = std::get_if<Every>(&rule.form))
        return {form->expect, pointer(form->unless), form->times, form->late_counts, true};
    if (const auto* form = std::get_if<Once>(&rule.form))
        return {form->expect, pointer(form->unless), 1, form->late_counts, false};
    if (const auto* form = std::get_if<After>(&rule.form))
        return {form->expect, pointer(form->unless), 1, form->late_counts, form->distinct};
    const auto& form = std::get<Before>(rule.form);
    return {form.expect, pointer(form.unless), 1, true, form.distinct};
}

std::vector<Duty> make_duties(const Scene& scene, const Rule& rule) {
    std::vector<Duty> duties;
    if (const auto* every = std::get_if<Every>(&rule.form)) duties = make(scene, rule, *every);
    if (const auto* once = std::get_if<Once>(&rule.form)) duties = make(scene, rule, *once);
    if (const auto* after = std::get_if<After>(&rule.form)) duties = make(scene, rule, *after);
    if (const auto* before = std::get_if<Before>(&rule.form)) duties = make(scene, rule, *before);
    for (Duty& duty : duties) {
        if (const Pattern* unless = demand(rule).unless) duty.unless = exception(scene, rule, *unless, duty);
        if (duty.not_applicable == Reason::none && duty.unless == Truth::yes) duty.not_applicable = Reason::unless;
    }
    return duties;
}

Truth inside(const Scene& scene, const Duty& duty, const Record& record) {
    const std::vector<const Record*>& previous = duty.previous_guarded;
    if (std::find(previous.begin(), previous.end(), &record) != previous.end()) return Truth::no;
    const DayRange date = record.date();
    const Day as_of = scene.standpoint.as_of;
    const DayRange end =
        duty.closes ? DayRange{std::min(duty.closes->first, as_of), std::min(duty.closes->last, as_of)} : exactly(as_of);
    // "inside a window only if the whole month is, *not stated* if a part is"
    if ((!duty.opens || date.first >= duty.opens->last) && date.last <= end.first) return Truth::yes;
    // A part is, if any day of the month lies between the earliest opening and the latest end.
    const Day first = duty.opens ? std::max(date.first, duty.opens->first) : date.first;
    return first <= std::min(date.last, end.last) ? Truth::maybe : Truth::no;
}

bool after_due(const Scene& scene, const Duty& duty, const Record& record) {
    const DayRange date = record.date();
    if (!duty.closes || date.first <= duty.closes->last || date.last > scene.standpoint.as_of) return false;
    // "A match after the guarded record does not discharge; one that is short of `at-least` is late."
    return !duty.last_chance || (date.last <= *duty.last_chance && (!duty.opens || date.first >= duty.opens->last));
}

}  // namespace concordat::reference
