#include "engine/spoken.hpp"

namespace concordat {

void add_spoken(const Found& found, Name member, Match kept, RuleJob& job, std::span<const Witness> witnesses) {
    const DayRange day = job.job.timeline.date(found.record);
    const InTime in_force = job.in_force(day);
    Obligation obligation{.member = member,
                          .record = found.record,
                          .key = KeyKind::record,
                          .unsure = !found.sure || in_force == InTime::partly,
                          .opens = day.first};
    if (in_force == InTime::no) {
        obligation.verdict = Verdict::not_applicable;
        obligation.reason = Reason::out_of_force;
    } else if (kept == Match::yes) {
        obligation.verdict = Verdict::met;
    } else if (kept == Match::maybe || obligation.unsure) {
        obligation.verdict = Verdict::undetermined;
        obligation.reason = Reason::not_stated;
    } else {
        obligation.verdict = Verdict::breached;
    }
    job.add(obligation, in_force == InTime::no ? std::span<const Witness>{} : witnesses);
}

void add_window(Name member, const DaySet& audited, RuleJob& job) {
    Obligation obligation{.member = member, .key = KeyKind::window};
    if (audited.empty()) {
        obligation.verdict = Verdict::undetermined;
        obligation.reason = Reason::not_covered;
    } else {
        obligation.verdict = Verdict::met;
        obligation.opens = audited.runs().front().first;
    }
    job.add(obligation);
}

}  // namespace concordat
