// `never`: every matching record is a breach unless another one, on or before its day, excuses it. With none at all, the audited
// days together are one obligation.

#include <algorithm>

#include "engine/forms.hpp"
#include "engine/spoken.hpp"

namespace concordat {

namespace {

struct Excuse {
    Match given = Match::no;
    Witness witness;
};

Excuse excuse(const Pattern& excused_by, const Binding& binding, RuleJob& job) {
    const Timeline& timeline = job.job.timeline;
    const DayRange day = timeline.date(binding.record);
    Excuse result;
    for (const Query& query : job.expectation(excused_by, binding)) {
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
    const bool own_members = job.members_of_trigger();
    for (Name member : own_members ? std::vector<Name>{Name::none} : job.members()) {
        const std::vector<Found> found = job.found(form.pattern, {.member = member});
        for (const Found& one : found)
            for (Name each : own_members ? job.members(one.record) : std::vector<Name>{member}) {
                Excuse excused;
                if (form.excused_by) excused = excuse(*form.excused_by, {.member = each, .record = one.record}, job);
                const bool shown = excused.given == Match::yes;
                add_spoken(one, each, excused.given, job, shown ? std::span(&excused.witness, 1) : std::span<const Witness>{});
            }
        if (!found.empty()) continue;
        const DaySet& covered = job.job.coverage.of(form.pattern, {.member = member}, job.job.names);
        DayRange audited = job.force();
        audited.last = std::min(audited.last, job.job.standpoint.as_of);
        add_window(member, covered.within(audited), job);
    }
}

}  // namespace concordat
