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
    for (const Bound& alternative : permitted) {
        Match own = Match::yes;
        Match used = matcher.editions(alternative.editions, record);
        for (const BoundField& field : alternative.fields) {
            Match& part = field.field == Field::by ? own : used;
            part = std::min(part, matcher.field(field, record, alternative.delegates));
        }
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
    std::vector<RecordIndex> uses;
    for (Name member : job.own_members())
        for (const Found& use : job.found(form.pattern, {.member = member}))
            if (use.sure) uses.push_back(use.record);
    if (form.only) {
        Binder permitted(form.pattern, job.job.log, job.job.names, job.job.offices, job.delegates);
        job.for_each_found(by_anybody(form.pattern), [&](const Found& use, Name member) {
            const auto others = by_others(permitted.at({.member = member, .record = use.record}), use.record, job.job.matcher);
            if (others) add_spoken(use, member, *others, job);
        });
    }
    const auto earlier = [&](RecordIndex a, RecordIndex b) { return job.job.timeline.rank(a) < job.job.timeline.rank(b); };
    std::sort(uses.begin(), uses.end(), earlier);
    uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
    job.out.powers.push_back({job.index, std::move(uses)});
}

}  // namespace concordat
