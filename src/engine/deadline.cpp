#include "engine/deadline.hpp"

#include <algorithm>

namespace concordat {

void hang_due_day(Obligation& obligation, const Deadline& within, Day after, RuleJob& job) {
    const bool meeting = within.kind == Deadline::Kind::next_meeting;
    if (!meeting && within.kind != Deadline::Kind::next_edition) return;
    const Timeline& timeline = job.job.timeline;
    const Name act = job.job.names.find(meeting ? "meeting" : "published");
    if (act == Name::none) return;
    const auto records = timeline.showing(act, meeting ? Field::of : Field::document, within.name);
    const auto next = std::upper_bound(records.begin(), records.end(), after,
                                       [&](Day day, RecordIndex record) { return day < timeline.date(record).first; });
    if (next == records.end()) return;
    obligation.due = timeline.date(*next).last;
    obligation.due_by = *next;
}

}  // namespace concordat
