// Which duties exist, and their windows: `every`, `once`, `after`, `before`.

#include <algorithm>

#include "reference/dates.hpp"
#include "reference/duty.hpp"
#include "reference/owed.hpp"
#include "reference/periods.hpp"

namespace concordat::reference {

namespace {

DayRange exactly(Day day) { return {day, day}; }

const Calendar* calendar(const Scene& scene) { return scene.protocol.calendar ? &*scene.protocol.calendar : nullptr; }

// "due at the first held meeting, or first publication, strictly after; none yet is pending". Of a meeting known to the month
// only that is surely after, and its last day counts.
std::optional<Day> first_after(const Scene& scene, const Deadline& deadline, Day anchor) {
    const bool meeting = deadline.kind == Deadline::Kind::next_meeting;
    const FieldPattern wanted{
        meeting ? Field::of : Field::document, Values{false, {Value{Value::Kind::name, deadline.name, {}}}}, {}};
    std::optional<Day> first;
    for (const Record* record : scene.records) {
        if (scene.names.text(record->act) != (meeting ? "meeting" : "published") || record->date.first <= anchor) continue;
        if (match_field(scene, Rule{}, wanted, *record, Bindings{}) != Truth::yes) continue;
        if (!first || record->date.last < *first) first = record->date.last;
    }
    return first;
}

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

/// One duty for each record that matches, or may match, and each member; the windows are still to be made.
std::vector<Duty> make_for_records(const Scene& scene, const Rule& rule, const Pattern& pattern) {
    std::vector<Duty> duties;
    for (const Record* record : scene.records) {
        for (const auto& member : members(scene, rule, record)) {
            Duty duty;
            duty.key = id_of(scene, *record);
            duty.trigger = record;
            duty.bindings.record = record;
            duty.bindings.each = member;
            const Truth matches = match(scene, rule, pattern, *record, duty.bindings);
            if (matches == Truth::no) continue;
            const Force in_force = force(rule, record->date.first, record->date.last);
            duty.unsure = matches == Truth::maybe || in_force == Force::partly;
            // "so is a trigger or guarded record out of force"
            if (in_force == Force::out) duty.not_applicable = Reason::out_of_force;
            duties.push_back(duty);
        }
    }
    return duties;
}

std::vector<Duty> make(const Scene& scene, const Rule& rule, const After& form) {
    std::vector<Duty> duties = make_for_records(scene, rule, form.trigger);
    for (Duty& duty : duties) {
        // "a match on or after it, by the due day"; "as a trigger, the due day counts from its last day"
        duty.opens = duty.trigger->date;
        duty.closes = closes(scene, form.within, duty.trigger->date.last);
    }
    return duties;
}

// "(`subject`, else `document`, else `about`)"
std::vector<std::string> subject_key(const Scene& scene, const Record& record) {
    for (const Field field : {Field::subject, Field::document, Field::about}) {
        std::vector<std::string> key;
        for (const Shown& one : shown(scene, record, field)) key.push_back(one.text);
        if (key.empty()) continue;
        std::sort(key.begin(), key.end());
        key.erase(std::unique(key.begin(), key.end()), key.end());
        key.insert(key.begin(), std::string(to_string(field)));
        return key;
    }
    return {};
}

// "of another edition and not a later one (where editions are not stated, any earlier one …)"
bool is_earlier_edition(const Scene& scene, const Record& earlier, const Record& guarded) {
    const auto theirs = shown(scene, earlier, Field::covering);
    const auto own = shown(scene, guarded, Field::covering);
    if (theirs.empty() || own.empty()) return true;
    std::string latest_of_own;
    for (const Shown& one : own) latest_of_own = std::max(latest_of_own, one.text);
    for (const Shown& other : theirs) {
        if (other.text > latest_of_own) return false;
        for (const Shown& one : own)
            if (one.text == other.text) return false;
    }
    return true;
}

DayRange later(const std::optional<DayRange>& a, DayRange b) {
    return a ? DayRange{std::max(a->first, b.first), std::max(a->last, b.last)} : b;
}

// "the previous guarded record of the same subject …, by date": those that are surely earlier, and surely guarded
std::vector<const Record*> previous_guarded(const Scene& scene, const Rule& rule, const Before& form, const Duty& duty) {
    std::vector<const Record*> result;
    const auto key = subject_key(scene, *duty.trigger);
    if (key.empty()) return result;  // "one that has no subject closes nothing"
    for (const Record* other : scene.records) {
        Bindings bindings = duty.bindings;
        bindings.record = other;
        if (other->date.last < duty.trigger->date.first && subject_key(scene, *other) == key &&
            is_earlier_edition(scene, *other, *duty.trigger) && match(scene, rule, form.guarded, *other, bindings) == Truth::yes)
            result.push_back(other);
    }
    return result;
}

// "the record that opens the time (the earliest such since the previous guarded one, inside `within` if that is given)"
const Record* opening_record(const Scene& scene, const Rule& rule, const Pattern& since, const Duty& duty) {
    for (const Record* record : scene.records)
        if (record != duty.trigger && (!duty.opens || record->date.first >= duty.opens->last) &&
            record->date.last <= duty.trigger->date.first && match(scene, rule, since, *record, duty.bindings) == Truth::yes)
            return record;
    return nullptr;
}

std::vector<Duty> make(const Scene& scene, const Rule& rule, const Before& form) {
    std::vector<Duty> duties = make_for_records(scene, rule, form.guarded);
    for (Duty& duty : duties) {
        const DayRange guarded = duty.trigger->date;
        duty.last_chance = guarded.first;
        // "the notice it must give (`match + at-least ≤ guarded`)"
        duty.closes = form.at_least ? DayRange{latest_start(guarded.first, *form.at_least, calendar(scene)),
                                               latest_start(guarded.last, *form.at_least, calendar(scene))}
                                    : guarded;
        // "A `before` window opens at the latest of: guarded − `within`; the `since` record; the day after the previous guarded
        // record …; in-force.from."
        if (form.within)
            duty.opens =
                DayRange{minus(guarded.first, *form.within, calendar(scene)), minus(guarded.last, *form.within, calendar(scene))};
        duty.previous_guarded = previous_guarded(scene, rule, form, duty);
        for (const Record* other : duty.previous_guarded)
            duty.opens = later(duty.opens, {next(other->date.first), next(other->date.last)});
        if (rule.in_force.from) duty.opens = later(duty.opens, exactly(*rule.in_force.from));
        if (form.since)
            if (const Record* record = opening_record(scene, rule, *form.since, duty))
                duty.opens = later(duty.opens, record->date);
    }
    return duties;
}

// "not applicable if a match lies between the opening and the due day (or as-of, if there is none)"
Truth exception(const Scene& scene, const Rule& rule, const Pattern& unless, const Duty& duty) {
    Truth best = Truth::no;
    for (const Record* record : scene.records)
        if (record != duty.trigger)
            best = std::max(best, std::min(match(scene, rule, unless, *record, duty.bindings), inside(scene, duty, *record)));
    return best;
}

}  // namespace

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
    const DayRange date = record.date;
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
    const DayRange date = record.date;
    if (!duty.closes || date.first <= duty.closes->last || date.last > scene.standpoint.as_of) return false;
    // "A match after the guarded record does not discharge; one that is short of `at-least` is late."
    return !duty.last_chance || (date.last <= *duty.last_chance && (!duty.opens || date.first >= duty.opens->last));
}

}  // namespace concordat::reference
