// `before`: one obligation for each guarded record, met by a match in the time that is open to it and early enough. The time
// opens at the latest of what is known: so long before, the record that opens it, the day after the last guarded record of the
// same subject, the start in force. If none of these is known, nobody can say that there was no match.

#include <algorithm>

#include "engine/cases.hpp"
#include "engine/forms.hpp"
#include "engine/predecessor.hpp"

namespace concordat {

namespace {

/// The earliest record that surely opens the time, none if there is none.
RecordIndex opener(Wanted& since, const Binding& binding, Day base, Day until, const RuleJob& job) {
    return first_stated(job.job.timeline, since.at(binding), base, until, binding.record);
}

struct Opening {
    bool known = false;
    Day sure = earliest_day;  // wherever in its month the guarded record lies
    Day maybe = earliest_day;

    void at(Day first, Day last) {
        known = true;
        maybe = std::max(maybe, first);
        sure = std::max(sure, last);
    }
};

Opening opening_of(const Before& form, const Binding& binding, RecordIndex previous, std::optional<Wanted>& since, RuleJob& job) {
    const DayRange day = job.job.timeline.date(binding.record);
    Opening opening;
    if (job.rule.in_force.from) opening.at(*job.rule.in_force.from, *job.rule.in_force.from);
    if (previous != RecordIndex::none) {
        const DayRange closed = job.job.timeline.date(previous);
        opening.at(closed.first + one_day, closed.last + one_day);
    }
    if (form.within)
        opening.at(job.earlier(day.first, *form.within, binding.record), job.earlier(day.last, *form.within, binding.record));
    if (since)
        if (const RecordIndex record = opener(*since, binding, opening.sure, day.first, job); record != RecordIndex::none)
            opening.at(job.job.timeline.date(record).first, job.job.timeline.date(record).last);
    return opening;
}

Case case_of(const Before& form, const Found& found, Name member, RecordIndex previous, std::optional<Wanted>& since,
             RuleJob& job) {
    const DayRange day = job.job.timeline.date(found.record);
    Case one;
    one.binding = {.member = member, .record = found.record};
    const Opening opening = opening_of(form, one.binding, previous, since, job);
    one.window_known = opening.known;
    Claim& claim = one.claim;
    claim.opens_sure = opening.sure;
    claim.opens_maybe = opening.maybe;
    claim.due_sure = form.at_least ? job.notice(day.first, *form.at_least, found.record) : day.first;
    claim.due_maybe = form.at_least ? job.notice(day.last, *form.at_least, found.record) : day.last;
    claim.late = form.at_least.has_value();
    claim.late_until = day.first;
    claim.self = found.record;
    claim.closing = previous;
    Obligation& obligation = one.obligation;
    obligation.key = KeyKind::record;
    obligation.record = found.record;
    obligation.member = member;
    if (opening.known) obligation.opens = opening.maybe;
    obligation.due = claim.due_maybe;
    const InTime in_force = job.in_force(day);
    obligation.unsure = !found.sure || in_force == InTime::partly;
    if (in_force == InTime::no) {
        obligation.verdict = Verdict::not_applicable;
        obligation.reason = Reason::out_of_force;
    }
    return one;
}

}  // namespace

void run(const Before& form, RuleJob& job) {
    const bool may_be_cut = Cases::never_compete(form.expect, form.distinct) && !job.members_of_trigger();
    for (Name member : job.own_members()) {
        const std::vector<Found> guarded = job.found(form.guarded, {.member = member});
        const std::vector<RecordIndex> previous = predecessors(guarded, job);
        job.in_stretches(guarded.size(), may_be_cut, [&](std::size_t begin, std::size_t end, RuleJob& own) {
            Cases cases(form.expect, form.unless, form.distinct, own);
            std::optional<Wanted> since;
            if (form.since) since.emplace(*form.since, own);
            for (std::size_t i = begin; i < end; ++i)
                own.for_each_member(guarded[i], member, [&](const Found& found, Name each) {
                    Case one = case_of(form, found, each, previous[i], since, own);
                    cases.add(one);
                });
            cases.finish();
        });
    }
}

}  // namespace concordat
