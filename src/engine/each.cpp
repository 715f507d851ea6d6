// `each`: every matching record must itself show what the rule asks of it. The record speaks; nothing is pending or late.

#include "engine/forms.hpp"
#include "engine/spoken.hpp"

namespace concordat {

void run(const Each& form, RuleJob& job) {
    const bool own_members = job.members_of_trigger();
    for (Name member : own_members ? std::vector<Name>{Name::none} : job.members()) {
        for (const Found& found : job.found(form.pattern, {.member = member}))
            for (Name each : own_members ? job.members(found.record) : std::vector<Name>{member}) {
                const Binding binding{.member = each, .record = found.record};
                const Match shown = job.job.matcher.whole(job.bind(form.has, binding), found.record);
                add_spoken(found, each, shown, job);
            }
    }
}

}  // namespace concordat
