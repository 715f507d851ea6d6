// `at-least-every`: one obligation for each gap between matches.

#include <algorithm>

#include "reference/coverage.hpp"
#include "reference/dates.hpp"
#include "reference/forms.hpp"
#include "reference/owed.hpp"
#include "reference/periods.hpp"

namespace concordat::reference {

namespace {

struct Gap {
    std::string key;
    DayRange opens;         // the record that opens it, or the start
    Day due;                // its last allowed day
    const Record* opener = nullptr;
    const Record* closer = nullptr;
};

/// Surely on or before `end`, and on or before as-of, where every window ends.
bool is_by(const Scene& scene, DayRange date, Day end) { return date.last <= std::min(end, scene.standpoint.as_of); }

// A match that is not sure, or that may have been on another day, may have closed the gap in time; but not a sure one that comes
// before the opener: that has closed an earlier gap.
bool may_close_in_time(const Scene& scene, const Rule& rule, const AtLeastEvery& form, const Bindings& bindings, const Gap& gap) {
    bool opened = gap.opener == nullptr;
    for (const Record* record : scene.records) {
        const Truth matches = match_witness(scene, rule, form.expect, *record, bindings).truth;
        const bool may_be_inside =
            record->date.last >= gap.opens.first && record->date.first <= std::min(gap.due, scene.standpoint.as_of);
        if (record != gap.opener && may_be_inside && (matches == Truth::maybe || (matches == Truth::yes && opened))) return true;
        opened = opened || record == gap.opener;
    }
    return false;
}

}  // namespace

std::vector<Judged> judge_gaps(const Scene& scene, const Rule& rule, const AtLeastEvery& form) {
    const Calendar* calendar = scene.protocol.calendar ? &*scene.protocol.calendar : nullptr;
    // "from the later of coverage start and in-force (or from agreement)"
    const std::optional<Day> start = form.from_agreed ? scene.protocol.agreed : coverage_start(scene, rule);
    if (!start || *start > scene.standpoint.as_of) return {};

    std::vector<Judged> result;
    for (const auto& member : members(scene, rule, nullptr)) {
        Bindings bindings;
        bindings.each = member;

        // "its key: the record that opens the gap, or `start`"
        std::vector<Gap> gaps{{"start", {*start, *start}, plus(*start, form.gap, calendar)}};
        for (const Record* record : scene.records) {
            if (record->date.first < *start) continue;
            if (match_witness(scene, rule, form.expect, *record, bindings).truth != Truth::yes) continue;
            gaps.back().closer = record;
            gaps.push_back({id_of(scene, *record), record->date, plus(record->date.last, form.gap, calendar), record});
        }

        for (const Gap& gap : gaps) {
            Judged judged = obligation(scene, rule, gap.key, bindings);
            judged.due = gap.due;
            const bool closed = gap.closer && is_by(scene, gap.closer->date, latest_day);
            if (force(rule, gap.due, gap.due) != Force::in) {
                // "and a gap whose last allowed day is [out of force]"
                judged.verdict = Verdict::not_applicable;
                judged.reason = Reason::out_of_force;
            } else if (gap.closer && is_by(scene, gap.closer->date, gap.due)) {
                judged.verdict = Verdict::met;
            } else if (scene.standpoint.as_of <= gap.due) {
                judged.verdict = Verdict::pending;
            } else if (may_close_in_time(scene, rule, form, bindings, gap)) {
                judged.verdict = Verdict::undetermined;
                judged.reason = Reason::not_stated;
            } else if (!covered_throughout(scene, rule, form.expect, bindings, gap.opens.first, gap.due)) {
                judged.verdict = Verdict::undetermined;
                judged.reason = Reason::not_covered;
            } else {
                // "a gap that was too long but closed" is late
                judged.verdict = closed && gap.closer->date.first > gap.due ? Verdict::late : Verdict::breached;
            }
            if (judged.verdict == Verdict::met || judged.verdict == Verdict::late) judged.witnesses.push_back(id_of(scene, *gap.closer));
            result.push_back(std::move(judged));
        }
    }
    return result;
}

}  // namespace concordat::reference
