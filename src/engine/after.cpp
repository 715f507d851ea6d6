// `after`: one obligation for each record that triggers it, met by a match on or after the trigger, by the due day.

#include "engine/cases.hpp"
#include "engine/deadline.hpp"
#include "engine/forms.hpp"

namespace concordat {

namespace {

Case case_of(const After& form, const Occasions& occasions, const Found& found, Name member, RuleJob& job) {
    const DayRange day = job.job.timeline.date(found.record);
    Case one;
    one.binding = {.member = member, .record = found.record};
    Obligation& obligation = one.obligation;
    obligation.key = KeyKind::record;
    obligation.record = found.record;
    obligation.member = member;
    obligation.opens = day.first;
    if (form.within.kind == Deadline::Kind::duration)
        obligation.due = job.later(day.last, form.within.duration, found.record);
    else
        occasions.hang(obligation, day.last);
    const InTime in_force = job.in_force(day);
    obligation.unsure = !found.sure || in_force == InTime::partly;
    if (in_force == InTime::no) {
        obligation.verdict = Verdict::not_applicable;
        obligation.reason = Reason::out_of_force;
    }
    Claim& claim = one.claim;
    claim.opens_sure = day.last;
    claim.opens_maybe = day.first;
    claim.due_sure = claim.due_maybe = obligation.due.value_or(latest_day);
    claim.late_until = latest_day;
    claim.late = form.late_counts;
    claim.self = found.record;
    return one;
}

}  // namespace

void run(const After& form, RuleJob& job) {
    Cases cases(form.expect, form.unless, form.distinct, job);
    const Occasions occasions(form.within, job);
    job.for_each_found(form.trigger, [&](const Found& found, Name member) {
        Case one = case_of(form, occasions, found, member, job);
        cases.add(one);
    });
    cases.finish();
}

}  // namespace concordat
