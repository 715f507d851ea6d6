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
    DayRange opens;  // the record that opens it, or the start
    Day due;         // its last allowed day
    const Record* closer = nullptr;
};

bool may_match(const Scene& scene, const Rule& rule, const AtLeastEvery& form, const Bindings& bindings, const Record& record) {
    return match_witness(scene, rule, form.expect, record, bindings).truth != Truth::no;
}

// Sure matches that are surely on or after the start, and on or before as-of, where every window ends: these open and close.
std::vector<const Record*> sure_matches(const Scene& scene, const Rule& rule, const AtLeastEvery& form, const Bindings& bindings,
                                        Day start) {
    std::vector<const Record*> result;
    for (const Record* record : scene.records)
        if (record->date().first >= start && record->date().last <= scene.standpoint.as_of &&
            match_witness(scene, rule, form.expect, *record, bindings).truth == Truth::yes)
            result.push_back(record);
    return result;
}

// "its key: the record that opens the gap, or `start`"; "always from the anchor": of a month from its last day
std::vector<Gap> make_gaps(const Scene& scene, const AtLeastEvery& form, const std::vector<const Record*>& matches, Day start) {
    const Calendar* calendar = scene.protocol.calendar ? &*scene.protocol.calendar : nullptr;
    std::vector<Gap> gaps{{"start", {start, start}, plus(start, form.gap, calendar)}};
    for (const Record* record : matches) {
        gaps.back().closer = record;
        gaps.push_back({id_of(scene, *record), record->date(), plus(record->date().last, form.gap, calendar)});
    }
    return gaps;
}

/// Some record that is no sure match, or a closer of whose month only a part is too late, may have closed the gap in time.
bool may_be_closed_in_time(const Scene& scene, const Rule& rule, const AtLeastEvery& form, const Bindings& bindings,
                           const std::vector<const Record*>& matches, const Gap& gap) {
    for (const Record* record : scene.records) {
        const bool decides = std::find(matches.begin(), matches.end(), record) != matches.end();
        if ((decides && record != gap.closer) || !may_match(scene, rule, form, bindings, *record)) continue;
        if (record->date().last >= gap.opens.first && record->date().first <= gap.due) return true;
    }
    return false;
}

}  // namespace

std::vector<Judged> judge_gaps(const Scene& scene, const Rule& rule, const AtLeastEvery& form) {
    // "from the later of coverage start and in-force (or from agreement)"
    const std::optional<Day> start = form.from_agreed ? scene.protocol.agreed : coverage_start(scene, rule);
    if (!start || *start > scene.standpoint.as_of) return {};

    std::vector<Judged> result;
    for (const auto& member : members(scene, rule, nullptr)) {
        Bindings bindings;
        bindings.each = member;
        const auto matches = sure_matches(scene, rule, form, bindings, *start);
        for (const Gap& gap : make_gaps(scene, form, matches, *start)) {
            Judged judged = obligation(scene, rule, gap.key, bindings);
            judged.due = gap.due;
            if (force(rule, gap.due, gap.due) != Force::in) {
                // "and a gap whose last allowed day is [out of force]"
                judged.verdict = Verdict::not_applicable;
                judged.reason = Reason::out_of_force;
            } else if (gap.closer && gap.closer->date().last <= gap.due) {
                judged.verdict = Verdict::met;
            } else if (scene.standpoint.as_of <= gap.due) {
                judged.verdict = Verdict::pending;
            } else if (may_be_closed_in_time(scene, rule, form, bindings, matches, gap)) {
                judged.verdict = Verdict::undetermined;
                judged.reason = Reason::not_stated;
            } else if (!covered_throughout(scene, form.expect, bindings, gap.opens.first, gap.due)) {
                // "[gap start, its last allowed day]"
                judged.verdict = Verdict::undetermined;
                judged.reason = Reason::not_covered;
            } else {
                // "a gap that was too long but closed" is late
                judged.verdict = gap.closer ? Verdict::late : Verdict::breached;
            }
            if (judged.verdict == Verdict::met || judged.verdict == Verdict::late)
                judged.witnesses.push_back(id_of(scene, *gap.closer));
            result.push_back(std::move(judged));
        }
    }
    return result;
}

}  // namespace concordat::reference
