// `attest`: what only people can say, once a period.

#include <algorithm>

#include "reference/forms.hpp"
#include "reference/owed.hpp"
#include "reference/periods.hpp"

namespace concordat::reference {

namespace {

/// Whether it is an attestation of this rule for this period: "on any day from the period's first (without `covering`: inside
/// it)".
Truth speaks_of(const Scene& scene, const Rule& rule, const Attest& form, const Term& term, const Record& record,
                const Bindings& bindings) {
    if (scene.names.text(record.act) != "attested" || scene.log.name(record, Part::rule) != rule.id) return Truth::no;
    Day end = scene.standpoint.as_of;
    if (scene.log.list(record, Part::covering).empty()) {
        end = std::min(end, term.last);
    } else {
        const auto editions = shown(scene, record, Field::covering);
        if (std::none_of(editions.begin(), editions.end(), [&](const Shown& one) { return one.text == term.label; }))
            return Truth::no;
    }
    const Truth in_time = record.date().first >= term.first && record.date().last <= end   ? Truth::yes
                          : record.date().last >= term.first && record.date().first <= end ? Truth::maybe
                                                                                           : Truth::no;
    return std::min(in_time, match_field(scene, rule, FieldPattern{Field::by, form.by, {}}, record, bindings));
}

struct Voices {
    std::vector<const Record*> sure, maybe;
};

/// The sure ones after which no other sure one surely came: more than one if they are of one day, or of days not told apart.
std::vector<const Record*> latest(const std::vector<const Record*>& sure) {
    std::vector<const Record*> result;
    for (const Record* one : sure)
        if (std::none_of(sure.begin(), sure.end(), [&](const Record* other) { return other->date().first > one->date().last; }))
            result.push_back(one);
    return result;
}

/// kept, broken, or nothing where the log does not settle it. "The latest decides (two of one day that differ: undetermined)"
std::optional<bool> finding_broken(const Voices& voices) {
    const auto deciding = latest(voices.sure);
    if (deciding.empty()) return std::nullopt;
    const bool broken = deciding.front()->broken;
    for (const Record* one : deciding)
        if (one->broken != broken) return std::nullopt;
    // One that only may count decides nothing, but unsettles what it contradicts, if it may be the latest.
    for (const Record* one : voices.maybe)
        if (one->broken != broken && std::none_of(voices.sure.begin(), voices.sure.end(),
                                                  [&](const Record* other) { return other->date().first > one->date().last; }))
            return std::nullopt;
    return broken;
}

Judged judge_term(const Scene& scene, const Rule& rule, const Attest& form, const Term& term, const Bindings& bindings) {
    Judged judged = obligation(scene, rule, term.label, bindings);
    judged.due = term.last;

    const Force in_force = force(rule, term.first, term.last);
    if (in_force == Force::out || (in_force == Force::partly && !form.part_period_counts)) {
        judged.verdict = Verdict::not_applicable;
        judged.reason = in_force == Force::out ? Reason::out_of_force : Reason::part_period;
        return judged;
    }

    Voices voices;
    for (const Record* record : scene.records) {
        const Truth truth = speaks_of(scene, rule, form, term, *record, bindings);
        if (truth == Truth::yes) voices.sure.push_back(record);
        if (truth == Truth::maybe) voices.maybe.push_back(record);
    }
    const auto broken = finding_broken(voices);
    if (broken) {
        judged.verdict = *broken ? Verdict::breached : Verdict::met;
        judged.witnesses.push_back(id_of(scene, *latest(voices.sure).back()));
    } else if (scene.standpoint.as_of <= term.last) {
        judged.verdict = Verdict::pending;
    } else {
        judged.verdict = Verdict::undetermined;
        judged.reason = voices.sure.empty() && voices.maybe.empty() ? Reason::needs_attestation : Reason::not_stated;
    }
    return judged;
}

}  // namespace

std::vector<Judged> judge_attestations(const Scene& scene, const Rule& rule, const Attest& form) {
    const std::optional<Day> start = coverage_start(scene, rule);
    if (!start) return {};
    std::vector<Judged> result;
    for (const Term& term : terms(scene, form.rhythm, *start)) {
        if (term.last < *start) continue;
        for (const auto& member : members(scene, rule, nullptr)) {
            Bindings bindings;
            bindings.each = member;
            bindings.period = term.label;
            bindings.previous = term.previous_label;
            result.push_back(judge_term(scene, rule, form, term, bindings));
        }
    }
    return result;
}

}  // namespace concordat::reference
