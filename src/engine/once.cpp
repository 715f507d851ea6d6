// `once`: one obligation for the time in force.

#include "engine/forms.hpp"
#include "engine/judge.hpp"

namespace concordat {

void run(const Once& form, RuleJob& job) {
    std::optional<Day> start = job.rule.in_force.from;
    if (!start) start = job.job.protocol.agreed;
    if (!start) start = job.coverage.start();
    if (!start || *start > job.job.standpoint.as_of) return;
    for (Name member : job.members()) {
        Case one;
        one.binding = {.member = member};
        one.obligation.member = member;
        one.obligation.key = KeyKind::once;
        one.obligation.opens = start;
        if (form.within.kind == Deadline::Kind::duration)
            one.obligation.due = job.later(*start, form.within.duration, RecordIndex::none);
        one.claim.expectation = job.expectation(form.expect, one.binding);
        one.claim.opens_sure = one.claim.opens_maybe = *start;
        one.claim.due_sure = one.claim.due_maybe = one.obligation.due.value_or(latest_day);
        one.claim.late_until = latest_day;
        one.claim.late = form.late_counts;
        settle(job, {one}, form.expect, form.unless, false);
    }
}

}  // namespace concordat
