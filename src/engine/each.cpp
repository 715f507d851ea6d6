// `each`: every matching record must itself show what the rule asks of it. The record speaks; nothing is pending or late.

#include "engine/forms.hpp"
#include "engine/spoken.hpp"

namespace concordat {

void run(const Each& form, RuleJob& job) {
    Binder has(form.has, job.job.log, job.job.names, job.job.offices, job.delegates);
    job.for_each_found(form.pattern, [&](const Found& found, Name member) {
        const Match shown = job.job.matcher.whole(has.at({.member = member, .record = found.record}), found.record);
        add_spoken(found, member, shown, job);
    });
}

}  // namespace concordat
