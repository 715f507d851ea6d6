// `at-least-every`: one obligation for each gap between matches, from the start to as-of, met when the gap is no longer than the
// paper allows. A gap that was too long but ended is late; one that has not ended by its last allowed day is breached.

#include <algorithm>

#include "engine/forms.hpp"
#include "engine/judge.hpp"

namespace concordat {

namespace {

struct Matches {
    std::vector<RecordIndex> sure;  // in order
    HitList maybe;
};

Matches matches_from(Day start, const Expectation& expectation, const Job& job) {
    const Timeline& timeline = job.timeline;
    Matches result;
    std::vector<RecordIndex> maybe;
    const auto add = [](const HitList& list, std::vector<RecordIndex>& into) {
        into.insert(into.end(), list.days.begin(), list.days.end());
        into.insert(into.end(), list.months.begin(), list.months.end());
    };
    const auto take = [&](const HitSet& hits, bool sure) {
        add(hits.sure, sure ? result.sure : maybe);
        add(hits.maybe, maybe);
    };
    for (const Query& query : expectation) {
        for (const Query::Stated& stated : query.stated) take(*stated.hits, true);
        if (query.unstated) take(*query.unstated, true);
        if (query.open) take(*query.open, false);
    }
    const auto in_order = [&](std::vector<RecordIndex>& records) {
        std::sort(records.begin(), records.end(),
                  [&](RecordIndex a, RecordIndex b) { return timeline.rank(a) < timeline.rank(b); });
        records.erase(std::unique(records.begin(), records.end()), records.end());
    };
    // A month that began before the start may lie in the first gap; a day before it does not.
    std::erase_if(result.sure, [&](RecordIndex record) {
        const bool before = timeline.date(record).first < start;
        if (before) maybe.push_back(record);
        return before;
    });
    in_order(result.sure);
    in_order(maybe);
    for (RecordIndex record : maybe)
        if (!std::binary_search(result.sure.begin(), result.sure.end(), record,
                                [&](RecordIndex a, RecordIndex b) { return timeline.rank(a) < timeline.rank(b); }))
            result.maybe.add(job.log, record);
    return result;
}

}  // namespace

void run(const AtLeastEvery& form, RuleJob& job) {
    const std::optional<Day> start = form.from_agreed ? job.job.protocol.agreed : job.start();
    const Day as_of = job.job.standpoint.as_of;
    if (!start || *start > as_of) return;
    const Timeline& timeline = job.job.timeline;
    for (Name member : job.members()) {
        const Binding binding{.member = member};
        const Matches matches = matches_from(*start, job.expectation(form.expect, binding), job.job);
        const DaySet& covered = job.coverage.of(form.expect, binding, job.job.names);

        for (std::size_t i = 0; i <= matches.sure.size(); ++i) {
            const RecordIndex opener = i == 0 ? RecordIndex::none : matches.sure[i - 1];
            const RecordIndex closer = i < matches.sure.size() ? matches.sure[i] : RecordIndex::none;
            const Day from = i == 0 ? *start : timeline.date(opener).last;
            const Day possibly_from = i == 0 ? *start : timeline.date(opener).first;
            const Day due = job.later(from, form.gap, opener);
            Obligation obligation{
                .member = member, .record = opener, .key = i == 0 ? KeyKind::start : KeyKind::record, .opens = from, .due = due};
            const bool closed = closer != RecordIndex::none;
            const bool maybe_closed = (closed && timeline.date(closer).first <= due) ||
                                      count_touching(timeline, matches.maybe, possibly_from, std::min(due, as_of), opener) > 0;
            if (job.in_force({due, due}) == InTime::no) {
                obligation.verdict = Verdict::not_applicable;
                obligation.reason = Reason::out_of_force;
            } else if (closed && timeline.date(closer).last <= due) {
                obligation.verdict = Verdict::met;
            } else if (as_of <= due) {
                obligation.verdict = Verdict::pending;
            } else if (maybe_closed) {
                obligation.verdict = Verdict::undetermined;
                obligation.reason = Reason::not_stated;
            } else if (!covered.contains(DayRange{possibly_from, due})) {
                obligation.verdict = Verdict::undetermined;
                obligation.reason = Reason::not_covered;
            } else {
                obligation.verdict = closed ? Verdict::late : Verdict::breached;
            }
            const Witness witness{.record = closer, .late = closed && timeline.date(closer).first > due};
            const bool shown = closed && (obligation.verdict == Verdict::met || obligation.verdict == Verdict::late);
            job.add(obligation, shown ? std::span(&witness, 1) : std::span<const Witness>{});
        }
    }
}

}  // namespace concordat
