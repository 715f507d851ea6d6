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
    const Occasions occasions(form.within, job);
    const bool may_be_cut = Cases::never_compete(form.expect, form.distinct) && !job.members_of_trigger();
    for (Name member : job.own_members()) {
        const std::vector<Found> triggers = job.found(form.trigger, {.member = member});
        job.in_stretches(triggers.size(), may_be_cut, [&](std::size_t begin, std::size_t end, RuleJob& own) {
            Cases cases(form.expect, form.unless, form.distinct, own);
            for (std::size_t i = begin; i < end; ++i)
                own.for_each_member(triggers[i], member, [&](const Found& found, Name each) {
                    Case one = case_of(form, occasions, found, each, own);
                    cases.add(one);
                });
            cases.finish();
        });
    }
}

}  // namespace concordat
