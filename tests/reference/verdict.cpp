// The verdict on a duty: "First that applies: not-applicable; met; waived; breached by an attestation; pending; undetermined
// (`not-stated`); undetermined (`not-covered`); late; breached."

#include <algorithm>

#include "reference/coverage.hpp"
#include "reference/duty.hpp"
#include "reference/owed.hpp"

namespace concordat::reference {

namespace {

int on_time(const Duty& duty) {
    return static_cast<int>(
        std::count_if(duty.witnesses.begin(), duty.witnesses.end(), [](const Served& one) { return !one.late; }));
}

/// Records that only may match, or only may lie in the window, and serve no other duty instead.
int maybe_on_time(const Scene& scene, const Rule& rule, const std::vector<Duty*>& group, const Duty& duty) {
    const Demand wanted = demand(rule);
    int count = 0;
    for (const Record* record : scene.records) {
        if (record == duty.trigger) continue;
        const Match match = match_witness(scene, rule, wanted.expect, *record, duty.bindings);
        if (std::min(match.truth, inside(scene, duty, *record)) == Truth::maybe && is_free(wanted, group, duty, *record, match))
            ++count;
    }
    return count;
}

// Where nobody knows the opening, "absence proves nothing".
bool absence_is_known(const Scene& scene, const Rule& rule, const Duty& duty) {
    if (!duty.opens) return false;
    // "[opens, due], but no day before in-force.from"
    const Day first = std::max(duty.opens->first, rule.in_force.from.value_or(duty.opens->first));
    return covered_throughout(scene, demand(rule).expect, duty.bindings, first, duty.closes->last);
}

}  // namespace

Judged judge(const Scene& scene, const Rule& rule, const std::vector<Duty*>& group, const Duty& duty) {
    const Demand wanted = demand(rule);
    Judged judged = obligation(scene, rule, duty.key, duty.bindings);
    if (duty.closes) judged.due = duty.closes->last;
    for (const Served& one : duty.witnesses) judged.witnesses.push_back(id_of(scene, *one.record));

    const auto conclude = [&](Verdict verdict, Reason reason = Reason::none) {
        judged.verdict = verdict;
        judged.reason = reason;
        return judged;
    };
    if (duty.not_applicable != Reason::none) return conclude(Verdict::not_applicable, duty.not_applicable);
    if (on_time(duty) >= wanted.times) return conclude(Verdict::met);
    // "the obligation exists but is not-applicable, met or undetermined, nothing else"
    if (duty.unsure) return conclude(Verdict::undetermined, Reason::not_stated);
    if (!duty.closes || scene.standpoint.as_of <= duty.closes->last) return conclude(Verdict::pending);

    const int maybe = maybe_on_time(scene, rule, group, duty);
    if (maybe > 0 && on_time(duty) + maybe >= wanted.times) return conclude(Verdict::undetermined, Reason::not_stated);
    if (!absence_is_known(scene, rule, duty)) return conclude(Verdict::undetermined, Reason::not_covered);
    // "if it only may match, breached or late becomes undetermined"
    if (duty.unless == Truth::maybe) return conclude(Verdict::undetermined, Reason::not_stated);
    if (static_cast<int>(duty.witnesses.size()) >= wanted.times) return conclude(Verdict::late);
    return conclude(Verdict::breached);
}

}  // namespace concordat::reference
