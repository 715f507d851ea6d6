#include "engine/deadline.hpp"

#include <algorithm>

namespace concordat {

Occasions::Occasions(const Deadline& within, const RuleJob& job) : timeline_(job.job.timeline) {
    const bool meeting = within.kind == Deadline::Kind::next_meeting;
    if (!meeting && within.kind != Deadline::Kind::next_edition) return;
    const Name act = job.job.names.find(meeting ? "meeting" : "published");
    for (RecordIndex record : timeline_.showing(act, meeting ? Field::of : Field::document, within.name))
        occasions_.add(job.job.log, record);
}

void Occasions::hang(Obligation& obligation, Day after) const {
    for (const std::vector<RecordIndex>* list : {&occasions_.days, &occasions_.months}) {
        const auto next = std::upper_bound(list->begin(), list->end(), after,
                                           [&](Day day, RecordIndex record) { return day < timeline_.date(record).first; });
        // Of a month and a day in it, the day is by when the first one had happened.
        if (next == list->end() || (obligation.due && *obligation.due <= timeline_.date(*next).last)) continue;
        obligation.due = timeline_.date(*next).last;
        obligation.due_by = *next;
    }
}

}  // namespace concordat
