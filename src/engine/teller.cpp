#include "engine/teller.hpp"

#include "engine/mend.hpp"
#include "engine/miss.hpp"
#include "engine/owed.hpp"
#include "engine/reasons.hpp"
#include "timeline/side_by_side.hpp"

namespace concordat {

namespace {

/// What the record that a form judges by itself shows instead.
std::string judged(const Telling& telling, const Pattern& pattern) {
    const std::vector<Bound> bound = telling.job.bind(pattern, telling.binding());
    const Differences differ = differences(telling, pattern.alternatives.front(), bound.front(), telling.obligation.record);
    return differ.first ? differ.first->text : "is what the rule forbids";
}

bool is_wanting(Verdict verdict) {
    return verdict == Verdict::breached || verdict == Verdict::late || verdict == Verdict::undetermined;
}

std::vector<Sighting> nearest_of(const Telling& telling, Nearest& nearest) {
    const RecordIndex record = telling.obligation.record;
    if (telling.obligation.key == KeyKind::record) {
        const auto only = [&](const Pattern& pattern) { return std::vector{telling.sighting(record, judged(telling, pattern))}; };
        if (const auto* each = std::get_if<Each>(&telling.rule().form)) return only(each->has);
        if (const auto* never = std::get_if<Never>(&telling.rule().form)) return only(never->pattern);
        if (const auto* may = std::get_if<May>(&telling.rule().form)) return only(may->pattern);
    }
    return nearest.misses(telling);
}

/// Who let it pass, and for how long.
void add_waiver(Finding& finding, const Telling& telling) {
    const auto index = static_cast<std::uint32_t>(&telling.obligation - telling.audit.obligations.data());
    const auto found = telling.audit.waived.find(index);
    if (found == telling.audit.waived.end()) return;
    const Waiver& waiver = telling.audit.waivers[found->second];
    const std::string by = text_of({"by ", telling.call(waiver.approved_by), " on ", to_string(waiver.granted)});
    if (telling.obligation.verdict == Verdict::waived)
        finding.flags.push_back("waived " + by + ", until " + to_string(waiver.expires) + ": " + waiver.reason);
    else
        finding.flags.push_back("excused " + by + ", which was too late to waive it: " + waiver.reason);
}

void add_owed(Finding& finding, const Telling& telling, const Owed& debt) {
    const Names& names = telling.job.job.names;
    for (const Name name : debt.by) finding.owed_by.emplace_back(names.text(name));
    for (const Name name : debt.to) finding.owed_to.emplace_back(names.text(name));
    finding.owed = owed_sentence(telling, debt);
    finding.due_because = due_because(telling);
    if (finding.due) finding.owed.append(" by ").append(to_string(*finding.due));
    if (!finding.due_because.empty()) finding.owed.append(" (").append(finding.due_because).append(")");
}

bool is_mendable(const Obligation& at) {
    const bool no_time = at.opens && at.due && *at.due < *at.opens;
    const bool no_day = at.key == KeyKind::window;
    return at.verdict != Verdict::met && at.verdict != Verdict::waived && at.verdict != Verdict::not_applicable &&
           at.verdict != Verdict::late && !no_time && !no_day;
}

}  // namespace

Teller::Teller(const Audit& audit) : audit_{audit} {
    for (std::size_t rule = 0; rule < audit.job->protocol.rules.size(); ++rule)
        served_.emplace_back(audit, obligations_of(audit, rule));
    voices_.push_back(std::make_unique<Voice>(*audit.job));
}

Teller::OfRule& Teller::of_rule(std::uint32_t rule, Voice& voice) const {
    std::unique_ptr<OfRule>& of = voice.rules[rule];
    if (!of) of = std::make_unique<OfRule>(OfRule{RuleJob(*audit_.job, voice.asked, rule, voice.faults), std::nullopt});
    voice.faults.faults.clear();
    return *of;
}

Nearest& Teller::nearest(OfRule& of) const {
    if (!of.nearest) of.nearest.emplace(served_[of.job.index]);
    return *of.nearest;
}

Finding Teller::tell(std::uint32_t obligation) { return tell(obligation, *voices_.front()); }

void Teller::tell(std::span<const std::uint32_t> obligations, std::size_t parts, const Hear& hear) {
    const std::size_t threads = threads_for(audit_.job->log.records.size(), parts);
    while (voices_.size() < threads) voices_.push_back(std::make_unique<Voice>(*audit_.job, audit_.job->nothing_asked()));
    side_by_side(threads, parts, [&](std::size_t thread, std::size_t part) {
        const std::size_t begin = obligations.size() * part / parts, end = obligations.size() * (part + 1) / parts;
        for (std::size_t place = begin; place < end; ++place) hear(part, place, tell(obligations[place], *voices_[thread]));
    });
}

Finding Teller::tell(std::uint32_t obligation, Voice& voice) const {
    const Obligation& at = audit_.obligations[obligation];
    OfRule& of = of_rule(at.rule, voice);
    const Telling telling{of.job, audit_, at};
    Finding finding;
    static_cast<Outcome&>(finding) = {.obligation = obligation,
                                      .rule = at.rule,
                                      .verdict = at.verdict,
                                      .reason = at.reason,
                                      .outstanding = is_outstanding(at, of.job)};
    finding.id = obligation_id(audit_, at);
    finding.key = obligation_key(audit_, at);
    finding.opens = at.opens;
    finding.due = at.due;
    const Owed debt = owed(telling);
    add_owed(finding, telling, debt);
    finding.because = because(telling);
    if (at.key == KeyKind::record) finding.about = telling.sighting(at.record);
    for (const Witness& witness : telling.witnesses()) {
        finding.witnesses.push_back(telling.sighting(witness.record));
        finding.witnesses.back().late = witness.late;
    }
    if (is_wanting(at.verdict)) finding.nearest = nearest_of(telling, nearest(of));
    if (is_mendable(at)) finding.mend = mend(telling);
    finding.flags = flags(telling, debt, voice.holders);
    add_waiver(finding, telling);
    if (has_age(at)) finding.age_days = (audit_.standpoint.as_of - *at.opens).count();
    return finding;
}

FindingDays Teller::days(std::uint32_t obligation) const {
    const Obligation& at = audit_.obligations[obligation];
    const auto first_day = [&](RecordIndex record) { return audit_.job->log.at(record).date().first; };
    FindingDays days{.opens = at.opens, .due = at.due, .about = {}, .done = {}};
    if (at.key == KeyKind::record) days.about = first_day(at.record);
    for (const Witness& witness : std::span(audit_.witnesses).subspan(at.witnesses, at.witness_count))
        days.done = std::max(days.done.value_or(earliest_day), first_day(witness.record));
    return days;
}

std::vector<Name> Teller::owed_by(std::uint32_t obligation) {
    const Obligation& at = audit_.obligations[obligation];
    return owed({of_rule(at.rule, *voices_.front()).job, audit_, at}).by;
}

}  // namespace concordat
