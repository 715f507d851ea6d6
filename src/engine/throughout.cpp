// `throughout`: a state that holds on every audited day. Each run of audited days is one obligation, or, where the state fails,
// each failing stretch of it is.

#include <algorithm>

#include "engine/forms.hpp"
#include "engine/spoken.hpp"
#include "engine/state.hpp"

namespace concordat {

void run(const Throughout& form, RuleJob& job) {
    for (Name member : job.members()) {
        const Name of = form.state.kind == State::Kind::member ? state_name(form.state.of, member) : Name::none;
        DayRange time = job.force();
        time.last = std::min(time.last, job.job.standpoint.as_of);
        const DaySet audited = job.coverage.of_state(of).within(time);
        if (audited.empty()) {
            add_window(member, audited, job);
            continue;
        }
        const StateDays days = days_of(form.state, member, audited, job.job);
        for (const DayRange& stretch : audited.runs()) {
            const DaySet fails = days.fails.within(stretch);
            Obligation obligation{.member = member, .key = KeyKind::day, .verdict = Verdict::met, .opens = stretch.first};
            if (!days.not_stated.within(stretch).empty()) {
                obligation.verdict = Verdict::undetermined;
                obligation.reason = Reason::not_stated;
            }
            if (fails.empty()) job.add(obligation);
            for (const DayRange& failing : fails.runs()) {
                obligation.verdict = Verdict::breached;
                obligation.reason = Reason::none;
                obligation.opens = failing.first;
                obligation.until = failing.last;
                job.add(obligation);
            }
        }
    }
}

}  // namespace concordat
