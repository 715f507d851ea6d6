// `never`: every matching record is a breach unless another one, on or before its day, excuses it. With none at all, the audited
// days together are one obligation.

#include <algorithm>

#include "engine/forms.hpp"
#include "engine/spoken.hpp"
#include "engine/wanted.hpp"

namespace concordat {

namespace {

struct Excuse {
    Match given = Match::no;
    Witness witness;
};

Excuse excuse(Wanted& excused_by, const Binding& binding, const RuleJob& job) {
    const Timeline& timeline = job.job.timeline;
    const DayRange day = timeline.date(binding.record);
    Excuse result;
    for (const Query& query : excused_by.at(binding)) {
        const auto touches = [&](const HitSet& hits) {
            return count_touching(timeline, hits.sure, earliest_day, day.last, binding.record) +
                       count_touching(timeline, hits.maybe, earliest_day, day.last, binding.record) >
                   0;
        };
        for (const Query::Stated& stated : query.stated) {
            const RecordIndex record = first_inside(timeline, stated.hits->sure, earliest_day, day.first, binding.record);
            if (record != RecordIndex::none) return {Match::yes, {.record = record}};
            if (touches(*stated.hits)) result.given = Match::maybe;
        }
        for (const HitSet* hits : {query.unstated, query.open})
            if (hits && touches(*hits)) result.given = Match::maybe;
    }
    return result;
}

}  // namespace

void run(const Never& form, RuleJob& job) {
    std::optional<Wanted> excused_by;
    if (form.excused_by) excused_by.emplace(*form.excused_by, job);
    const auto add = [&](const Found& one, Name member) {
        Excuse excused;
        if (excused_by) excused = excuse(*excused_by, {.member = member, .record = one.record}, job);
        const bool shown = excused.given == Match::yes;
        add_spoken(one, member, excused.given, job, shown ? std::span(&excused.witness, 1) : std::span<const Witness>{});
    };
    for (Name member : job.own_members()) {
        const std::vector<Found> found = job.found(form.pattern, {.member = member});
        for (const Found& one : found) job.for_each_member(one, member, add);
        if (!found.empty()) continue;
        const DaySet& covered = job.coverage.of(form.pattern, {.member = member}, job.job.names);
        DayRange audited = job.force();
        audited.last = std::min(audited.last, job.job.standpoint.as_of);
        add_window(member, covered.within(audited), job);
    }
}

}  // namespace concordat
