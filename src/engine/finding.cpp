#include "engine/finding.hpp"

#include "engine/audit.hpp"
#include "engine/mend.hpp"
#include "engine/miss.hpp"
#include "engine/nearest.hpp"
#include "engine/owed.hpp"
#include "engine/reasons.hpp"

namespace concordat {

namespace {

std::optional<Duration> remind_after(const Form& form) {
    if (const auto* every = std::get_if<Every>(&form)) return every->remind_after;
    if (const auto* after = std::get_if<After>(&form)) return after->remind_after;
    if (const auto* once = std::get_if<Once>(&form)) return once->remind_after;
    return std::nullopt;
}

/// A pending obligation without a due day has an age, and is outstanding when it is older than the rule's reminder.
void set_age(Finding& finding, const Telling& telling) {
    const Obligation& at = telling.obligation;
    if (at.verdict != Verdict::pending || at.due || !at.opens) return;
    const Day as_of = telling.audit.standpoint.as_of;
    finding.age_days = (as_of - *at.opens).count();
    if (const auto reminder = remind_after(telling.rule().form))
        finding.outstanding = as_of > telling.job.later(*at.opens, *reminder, at.record);
}

/// What the record that a form judges by itself shows instead.
std::string judged(const Telling& telling, const Pattern& pattern) {
    const std::vector<Bound> bound = telling.job.bind(pattern, telling.binding());
    const Differences differ = differences(telling, pattern.alternatives.front(), bound.front(), telling.obligation.record);
    return differ.first ? differ.first->text : "is what the rule forbids";
}

void add_nearest(Finding& finding, const Telling& telling, Nearest& nearest) {
    const Obligation& at = telling.obligation;
    const bool wanting = at.verdict == Verdict::breached || at.verdict == Verdict::late || at.verdict == Verdict::undetermined;
    if (!wanting) return;
    finding.nearest = nearest.misses(telling);
    if (at.key != KeyKind::record) return;
    if (const auto* each = std::get_if<Each>(&telling.rule().form))
        finding.nearest = {telling.sighting(at.record, judged(telling, each->has))};
    if (const auto* never = std::get_if<Never>(&telling.rule().form))
        finding.nearest = {telling.sighting(at.record, judged(telling, never->pattern))};
    if (const auto* may = std::get_if<May>(&telling.rule().form))
        finding.nearest = {telling.sighting(at.record, judged(telling, may->pattern))};
}

/// Who let it pass, and for how long.
void add_waiver(Finding& finding, const Telling& telling) {
    const auto index = static_cast<std::uint32_t>(&telling.obligation - telling.audit.obligations.data());
    const auto found = telling.audit.waived.find(index);
    if (found == telling.audit.waived.end()) return;
    const Waiver& waiver = telling.audit.waivers[found->second];
    const std::string by = "by " + telling.call(waiver.approved_by) + " on " + to_string(waiver.granted);
    if (telling.obligation.verdict == Verdict::waived)
        finding.flags.push_back("waived " + by + ", until " + to_string(waiver.expires) + ": " + waiver.reason);
    else
        finding.flags.push_back("excused " + by + ", which was too late to waive it: " + waiver.reason);
}

Finding tell(const Telling& telling, Nearest& nearest) {
    const Obligation& at = telling.obligation;
    const Names& names = telling.job.job.names;
    Finding finding;
    finding.id = obligation_id(telling.audit, at);
    finding.rule = at.rule;
    finding.key = obligation_key(telling.audit, at);
    finding.verdict = at.verdict;
    finding.reason = at.reason;
    const Owed debt = owed(telling);
    for (Name name : debt.by) finding.owed_by.emplace_back(names.text(name));
    for (Name name : debt.to) finding.owed_to.emplace_back(names.text(name));
    finding.owed = owed_sentence(telling, debt);
    finding.opens = at.opens;
    finding.due = at.due;
    finding.due_because = due_because(telling);
    if (at.due) finding.owed += " by " + to_string(*at.due);
    if (!finding.due_because.empty()) finding.owed += " (" + finding.due_because + ")";
    finding.because = because(telling);
    if (at.key == KeyKind::record) finding.about = telling.sighting(at.record);
    for (const Witness& witness : telling.witnesses()) {
        finding.witnesses.push_back(telling.sighting(witness.record));
        finding.witnesses.back().late = witness.late;
    }
    add_nearest(finding, telling, nearest);
    const bool no_time = at.opens && at.due && *at.due < *at.opens;
    const bool no_day = at.key == KeyKind::window;
    const bool mendable = at.verdict != Verdict::met && at.verdict != Verdict::waived && at.verdict != Verdict::not_applicable &&
                          at.verdict != Verdict::late && !no_time && !no_day;
    if (mendable) finding.mend = mend(telling);
    finding.flags = flags(telling);
    add_waiver(finding, telling);
    set_age(finding, telling);
    return finding;
}

}  // namespace

std::vector<Finding> findings(const Audit& audit) {
    std::vector<Finding> result;
    result.reserve(audit.obligations.size());
    Audit faults;  // reminders are counted in the same way as due days, but no fault of a table stops a report
    const std::span<const Obligation> all(audit.obligations);
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        while (end < all.size() && all[end].rule == all[begin].rule) ++end;
        RuleJob job(*audit.job, all[begin].rule, faults);
        Nearest nearest(audit, all.subspan(begin, end - begin));
        for (const Obligation& obligation : all.subspan(begin, end - begin))
            result.push_back(tell(Telling{job, audit, obligation}, nearest));
        begin = end;
    }
    return result;
}

}  // namespace concordat
