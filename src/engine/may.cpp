// `may`: a power. Its uses are listed and oblige nobody. With `only`, a use by anybody else is a breach, and a use of which
// nobody says whose it was is undetermined.

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

/// Whether one of those who may has used the power; nothing if nobody else can have.
std::optional<Match> by_others(const std::vector<Bound>& permitted, RecordIndex record, const Matcher& matcher) {
    std::optional<Match> best;
    bool maybe_own = false;
    for (Bound alternative : permitted) {
        const auto by = std::find_if(alternative.fields.begin(), alternative.fields.end(),
                                     [](const BoundField& field) { return field.field == Field::by; });
        const Match own = matcher.field(*by, record, alternative.delegates);
        alternative.fields.erase(by);
        const Match used = matcher.whole(alternative, record);
        if (used == Match::no) continue;
        if (own == Match::yes && used == Match::yes) return std::nullopt;
        if (own == Match::yes)
            maybe_own = true;
        else
            best = std::max(best.value_or(own), own);
    }
    if (best && maybe_own) best = Match::maybe;
    return best;
}

}  // namespace

void run(const May& form, RuleJob& job) {
    const Matcher& matcher = job.job.matcher;
    const auto members = [&](RecordIndex record, Name member) {
        return job.members_of_trigger() ? job.members(record) : std::vector<Name>{member};
    };
    std::vector<RecordIndex> uses;
    for (Name member : job.members_of_trigger() ? std::vector<Name>{Name::none} : job.members()) {
        for (const Found& use : job.found(form.pattern, {.member = member}))
            if (use.sure) uses.push_back(use.record);
        if (!form.only) continue;
        for (const Found& use : job.found(by_anybody(form.pattern), {.member = member}))
            for (Name each : members(use.record, member)) {
                const auto others =
                    by_others(job.bind(form.pattern, {.member = each, .record = use.record}), use.record, matcher);
                if (others) add_spoken(use, each, *others, job);
            }
    }
    const auto earlier = [&](RecordIndex a, RecordIndex b) { return job.job.timeline.rank(a) < job.job.timeline.rank(b); };
    std::sort(uses.begin(), uses.end(), earlier);
    uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
    job.out.powers.push_back({job.index, std::move(uses)});
}

}  // namespace concordat
