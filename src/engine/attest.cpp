// `attest`: what only people can say. One obligation for each period; the latest word about the period decides, a finding that it
// was broken breaches, and without any word the log cannot tell.

#include <algorithm>

#include "engine/forms.hpp"
#include "engine/judge.hpp"
#include "engine/rhythm.hpp"

namespace concordat {

namespace {

struct Word {
    RecordIndex record;
    DayRange date;
    bool sure;
    bool broken;
};

/// `{act: attested, rule: ID, by: …}`.
Pattern attested(const Rule& rule, const Values& by, const Names& names) {
    const auto one = [](Field field, Name name) { return FieldPattern{field, {.values = {Value{.name = name}}}, {}}; };
    return {
        .alternatives = {{.fields = {one(Field::act, names.find("attested")), {Field::by, by, {}}, one(Field::rule, rule.id)}}},
        .place = rule.place};
}

/// What was said about a period: by its label on any day from its first, or without one inside it.
std::vector<Word> words_about(const Period& period, const std::vector<Found>& attestations, const RuleJob& job) {
    const Log& log = job.job.log;
    const Name label = job.job.names.find(period.label);
    std::vector<Word> words;
    for (const Found& found : attestations) {
        const Record& record = log.at(found.record);
        const DayRange date = record.date();
        const auto covering = log.words(record, Part::covering);
        if (date.last < period.days.first) continue;
        bool sure = found.sure && date.first >= period.days.first && date.last <= job.job.standpoint.as_of;
        if (covering.empty()) {
            if (date.first > period.days.last) continue;
            sure = sure && date.last <= period.days.last;
        } else if (label == Name::none || std::find(covering.begin(), covering.end(), label) == covering.end()) {
            continue;
        }
        words.push_back({found.record, date, sure, record.broken});
    }
    return words;
}

void decide(Obligation& obligation, const std::vector<Word>& words, Day as_of, RuleJob& job) {
    const Word* latest = nullptr;
    for (const Word& word : words)
        if (word.sure && (!latest || word.date.first > latest->date.first)) latest = &word;
    // Another word that may be the later one, or of which nobody knows whether it counts, must say the same.
    const bool disputed = latest && std::any_of(words.begin(), words.end(), [&](const Word& word) {
                              return word.broken != latest->broken && word.date.last >= latest->date.first;
                          });
    if (latest && !disputed) {
        obligation.verdict = latest->broken ? Verdict::breached : Verdict::met;
        const Witness witness{.record = latest->record};
        job.add(obligation, std::span(&witness, 1));
        return;
    }
    if (obligation.due && as_of <= *obligation.due) {
        obligation.verdict = Verdict::pending;
    } else {
        obligation.verdict = Verdict::undetermined;
        obligation.reason = words.empty() ? Reason::needs_attestation : Reason::not_stated;
    }
    job.add(obligation);
}

}  // namespace

void run(const Attest& form, RuleJob& job) {
    const auto last_day = [](DayRange period) -> std::optional<Day> { return period.last; };
    const std::vector<DuePeriod> periods = due_periods(job, form.rhythm, form.part_period_counts, last_day);
    const Pattern pattern = attested(job.rule, form.by, job.job.names);
    for (Name member : job.members()) {
        const std::vector<Found> attestations = job.found(pattern, {.member = member});
        for (const DuePeriod& due : periods) {
            Obligation obligation{.period = due.index,
                                  .member = member,
                                  .key = KeyKind::period,
                                  .opens = due.period.days.first,
                                  .due = due.period.days.last};
            if (due.not_applicable != Reason::none) {
                obligation.verdict = Verdict::not_applicable;
                obligation.reason = due.not_applicable;
                job.add(obligation);
                continue;
            }
            decide(obligation, words_about(due.period, attestations, job), job.job.standpoint.as_of, job);
        }
    }
}

}  // namespace concordat
