// `each`, `never` and `may` with `only`: "decided by the record itself: met, not-stated or breached, never pending or late".

#include <algorithm>

#include "reference/coverage.hpp"
#include "reference/forms.hpp"
#include "reference/owed.hpp"
#include "reference/periods.hpp"

namespace concordat::reference {

namespace {

/// One obligation for each record and member; `judge_one` says how a record fares that matches surely.
template <class JudgeOne>
std::vector<Judged> judge_records(const Scene& scene, const Rule& rule, const JudgeOne& judge_one) {
    std::vector<Judged> result;
    for (const Record* record : scene.records) {
        for (const auto& member : members(scene, rule, record)) {
            Bindings bindings;
            bindings.record = record;
            bindings.each = member;
            Judged judged = obligation(scene, rule, id_of(scene, *record), bindings);
            const Truth asked = judge_one(*record, bindings, judged);
            if (asked == Truth::no) continue;
            const Force in_force = force(rule, record->date().first, record->date().last);
            if (in_force == Force::out) {
                judged.verdict = Verdict::not_applicable;
                judged.reason = Reason::out_of_force;
                judged.witnesses.clear();
            } else if (judged.verdict != Verdict::met && (asked == Truth::maybe || in_force == Force::partly)) {
                // Unsure: "not-applicable, met or undetermined, nothing else"
                judged.verdict = Verdict::undetermined;
                judged.reason = Reason::not_stated;
            }
            result.push_back(std::move(judged));
        }
    }
    return result;
}

void decide(Judged& judged, Truth good) {
    judged.verdict = good == Truth::yes ? Verdict::met : good == Truth::maybe ? Verdict::undetermined : Verdict::breached;
    judged.reason = good == Truth::maybe ? Reason::not_stated : Reason::none;
}

// "excused-by: PATTERN, on or before its day"; the record does not excuse itself
Truth excuse(const Scene& scene, const Rule& rule, const Pattern& pattern, const Record& record, const Bindings& bindings,
             const Record*& by) {
    Truth best = Truth::no;
    for (const Record* other : scene.records) {
        if (other == &record) continue;
        const Truth in_time = other->date().last <= record.date().first   ? Truth::yes
                              : other->date().first <= record.date().last ? Truth::maybe
                                                                          : Truth::no;
        const Truth one = std::min(in_time, match(scene, rule, pattern, *other, bindings));
        if (one <= best) continue;
        best = one;
        by = other;
    }
    return best;
}

}  // namespace

// "that record itself also shows `has`"
std::vector<Judged> judge_each(const Scene& scene, const Rule& rule, const Each& form) {
    return judge_records(scene, rule, [&](const Record& record, const Bindings& bindings, Judged& judged) {
        decide(judged, match(scene, rule, form.has, record, bindings));
        return match(scene, rule, form.pattern, record, bindings);
    });
}

// "each matching record; else all audited days together | there is none, or it is excused"
std::vector<Judged> judge_never(const Scene& scene, const Rule& rule, const Never& form) {
    auto result = judge_records(scene, rule, [&](const Record& record, const Bindings& bindings, Judged& judged) {
        const Record* by = nullptr;
        decide(judged, form.excused_by ? excuse(scene, rule, *form.excused_by, record, bindings, by) : Truth::no);
        if (judged.verdict == Verdict::met) judged.witnesses.push_back(id_of(scene, *by));
        return match(scene, rule, form.pattern, record, bindings);
    });
    for (const auto& member : members(scene, rule, nullptr)) {
        bool any = false;
        for (const Record* record : scene.records)
            for (const auto& theirs : members(scene, rule, record))
                any = any || ((theirs == member || !member) &&
                              match(scene, rule, form.pattern, *record, Bindings{record, theirs, "", ""}) != Truth::no);
        if (any) continue;
        Bindings bindings;
        bindings.each = member;
        Judged judged = obligation(scene, rule, "window", bindings);
        // "never with none: only covered days are audited; with none of them, undetermined"
        const bool audited = !audited_runs(scene, rule, form.pattern, bindings).empty();
        judged.verdict = audited ? Verdict::met : Verdict::undetermined;
        judged.reason = audited ? Reason::none : Reason::not_covered;
        result.push_back(std::move(judged));
    }
    return result;
}

// "With `only: true`, each use by anybody else is a breach": everything but `by` agrees, and `by` does not.
std::vector<Judged> judge_only(const Scene& scene, const Rule& rule, const May& form) {
    return judge_records(scene, rule, [&](const Record& record, const Bindings& bindings, Judged& judged) {
        Truth use = Truth::no;
        bool allowed = false, may_be_allowed = false;
        for (const Truth level : {Truth::yes, Truth::maybe}) {
            if (use != Truth::no) break;
            for (const Alternative& alternative : form.pattern.alternatives) {
                Truth others = Truth::yes, by = Truth::yes;
                for (const FieldPattern& field : alternative.fields) {
                    Truth& part = field.field == Field::by ? by : others;
                    part = std::min(part, match_field(scene, rule, field, record, bindings));
                }
                if (others == Truth::no) continue;
                may_be_allowed = may_be_allowed || by != Truth::no;
                if (others != level) continue;
                use = level;
                allowed = allowed || by == Truth::yes;
            }
        }
        decide(judged, may_be_allowed ? Truth::maybe : Truth::no);
        return allowed ? Truth::no : use;
    });
}

}  // namespace concordat::reference
