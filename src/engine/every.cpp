// `every`: one obligation for each period, met by `times` matches between its opening and its due day. The periods of one rule
// compete for the records.

#include "engine/deadline.hpp"
#include "engine/forms.hpp"
#include "engine/judge.hpp"
#include "engine/rhythm.hpp"

namespace concordat {

void run(const Every& form, RuleJob& job) {
    const auto fixed_due = [&](DayRange period) -> std::optional<Day> {
        switch (form.within.kind) {
            case Deadline::Kind::at_once: return period.last;
            case Deadline::Kind::duration: return job.later(period.last, form.within.duration, RecordIndex::none);
            case Deadline::Kind::next_meeting:
            case Deadline::Kind::next_edition:
            case Deadline::Kind::open: break;
        }
        return std::nullopt;
    };
    const std::vector<DuePeriod> periods = due_periods(job, form.rhythm, form.part_period_counts, fixed_due);
    const Occasions occasions(form.within, job);
    for (Name member : job.members()) {
        std::vector<Case> cases;
        for (const DuePeriod& due : periods) {
            const DayRange days = due.period.days;
            Case& one = cases.emplace_back();
            one.binding = {.member = member, .period = &due.period};
            Obligation& obligation = one.obligation;
            obligation.key = KeyKind::period;
            obligation.period = due.index;
            obligation.member = member;
            obligation.opens = form.opens ? job.earlier(days.first, *form.opens, RecordIndex::none) : days.first;
            obligation.due = due.due;
            if (!due.due) occasions.hang(obligation, days.last);
            if (due.not_applicable != Reason::none) {
                obligation.verdict = Verdict::not_applicable;
                obligation.reason = due.not_applicable;
            }
            Claim& claim = one.claim;
            claim.expectation = job.expectation(form.expect, one.binding);
            claim.opens_sure = claim.opens_maybe = *obligation.opens;
            claim.due_sure = claim.due_maybe = obligation.due.value_or(latest_day);
            claim.late_until = latest_day;
            claim.late = form.late_counts;
            claim.times = static_cast<std::size_t>(form.times);
        }
        settle(job, std::move(cases), form.expect, form.unless, true);
    }
}

}  // namespace concordat
