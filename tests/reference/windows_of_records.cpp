// The duties of `after` and `before`: one for each record that is a trigger, or is guarded.

#include <algorithm>

#include "reference/dates.hpp"
#include "reference/owed.hpp"
#include "reference/periods.hpp"
#include "reference/windows.hpp"

namespace concordat::reference {

namespace {

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
            const Force in_force = force(rule, record->date().first, record->date().last);
            duty.unsure = matches == Truth::maybe || in_force == Force::partly;
            // "so is a trigger or guarded record out of force"
            if (in_force == Force::out) duty.not_applicable = Reason::out_of_force;
            duties.push_back(duty);
        }
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

// "of another edition and not a later one (where editions are not stated, any earlier one …)": every edition that it states is
// earlier, as text, than every edition of the guarded record.
bool is_earlier_edition(const Scene& scene, const Record& earlier, const Record& guarded) {
    for (const Shown& theirs : shown(scene, earlier, Field::covering))
        for (const Shown& own : shown(scene, guarded, Field::covering))
            if (theirs.text >= own.text) return false;
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
        if (other->date().last < duty.trigger->date().first && subject_key(scene, *other) == key &&
            is_earlier_edition(scene, *other, *duty.trigger) && match(scene, rule, form.guarded, *other, bindings) == Truth::yes)
            result.push_back(other);
    }
    return result;
}

// "the record that opens the time (the earliest such since the previous guarded one, inside `within` if that is given)"
const Record* opening_record(const Scene& scene, const Rule& rule, const Pattern& since, const Duty& duty) {
    for (const Record* record : scene.records)
        if (record != duty.trigger && (!duty.opens || record->date().first >= duty.opens->last) &&
            record->date().last <= duty.trigger->date().first && match(scene, rule, since, *record, duty.bindings) == Truth::yes)
            return record;
    return nullptr;
}

}  // namespace

std::vector<Duty> make(const Scene& scene, const Rule& rule, const After& form) {
    std::vector<Duty> duties = make_for_records(scene, rule, form.trigger);
    for (Duty& duty : duties) {
        // "a match on or after it, by the due day"; "as a trigger, the due day counts from its last day"
        duty.opens = duty.trigger->date();
        duty.closes = closes(scene, form.within, duty.trigger->date().last);
    }
    return duties;
}

std::vector<Duty> make(const Scene& scene, const Rule& rule, const Before& form) {
    std::vector<Duty> duties = make_for_records(scene, rule, form.guarded);
    for (Duty& duty : duties) {
        const DayRange guarded = duty.trigger->date();
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
            duty.opens = later(duty.opens, {next(other->date().first), next(other->date().last)});
        if (rule.in_force.from) duty.opens = later(duty.opens, exactly(*rule.in_force.from));
        if (form.since)
            if (const Record* record = opening_record(scene, rule, *form.since, duty))
                duty.opens = later(duty.opens, record->date());
    }
    return duties;
}

}  // namespace concordat::reference
