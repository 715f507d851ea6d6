// `may`: a power. Its uses are listed and oblige nobody. With `only`, a use by anybody else is a breach, and a use of which nobody
// says whose it was is undetermined.

#include <algorithm>

#include "engine/forms.hpp"
#include "engine/spoken.hpp"

namespace concordat {

namespace {

Pattern by_anybody(Pattern pattern) {
    for (Alternative& alternative : pattern.alternatives)
        std::erase_if(alternative.fields, [](const FieldPattern& field) { return field.field == Field::by; });
    return pattern;
}

}  // namespace

void run(const May& form, RuleJob& job) {
    std::vector<RecordIndex> uses;
    for (Name member : job.members()) {
        const Binding binding{.member = member};
        const std::vector<Found> own = job.found(form.pattern, binding);
        for (const Found& use : own)
            if (use.sure) uses.push_back(use.record);
        if (!form.only) continue;
        const std::vector<Bound> permitted = job.bind(form.pattern, binding);
        for (const Found& use : job.found(by_anybody(form.pattern), binding)) {
            const Match match = job.job.matcher.whole(permitted, use.record);
            if (match != Match::yes) add_spoken(use, member, match, job);
        }
    }
    const auto earlier = [&](RecordIndex a, RecordIndex b) { return job.job.timeline.rank(a) < job.job.timeline.rank(b); };
    std::sort(uses.begin(), uses.end(), earlier);
    uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
    job.out.powers.push_back({job.index, std::move(uses)});
}

}  // namespace concordat
