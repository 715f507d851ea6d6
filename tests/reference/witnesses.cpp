// "Which record serves which obligation".

#include <algorithm>

#include "reference/duty.hpp"

namespace concordat::reference {

namespace {

bool serves(const Duty& duty, const Record& record) {
    return std::any_of(duty.witnesses.begin(), duty.witnesses.end(), [&](const Served& one) { return one.record == &record; });
}

bool serves_any(const std::vector<Duty*>& group, const Record& record) {
    return std::any_of(group.begin(), group.end(), [&](const Duty* duty) { return serves(*duty, record); });
}

/// Whether it serves some duty other than for one of its editions.
bool serves_as_a_whole(const std::vector<Duty*>& group, const Record& record) {
    for (const Duty* duty : group)
        for (const Served& one : duty->witnesses)
            if (one.record == &record && one.edition.empty()) return true;
    return false;
}

/// The first of the editions that agree for which the record serves nothing yet.
std::string free_edition(const std::vector<Duty*>& group, const Record& record, const Match& match) {
    for (const std::string& edition : match.editions) {
        bool taken = false;
        for (const Duty* duty : group)
            for (const Served& one : duty->witnesses) taken = taken || (one.record == &record && one.edition == edition);
        if (!taken) return edition;
    }
    return "";
}

// "the open obligation with the earliest due day": one without a due day comes last
std::vector<Duty*> by_due_day(std::vector<Duty*> group) {
    std::stable_sort(group.begin(), group.end(), [](const Duty* a, const Duty* b) {
        return (a->closes ? a->closes->last : latest_day) < (b->closes ? b->closes->last : latest_day);
    });
    return group;
}

bool is_open(const Duty& duty, const Demand& wanted) {
    return duty.not_applicable == Reason::none && static_cast<int>(duty.witnesses.size()) < wanted.times;
}

/// The turns in which records are given out, one after the other.
struct Turn {
    bool unsure, late, edition_not_stated;
};
const std::vector<Turn> turns = {
    {false, false, false}, {false, false, true},  // "On time: records …, those that state the edition first"
    {false, true, false},  {false, true, true},   // "Then leftovers, late, likewise."
    {true, false, false},  {true, false, true},   // an unsure one "chooses its witness last", and is never late
};

}  // namespace

bool is_free(const Demand& demand, const std::vector<Duty*>& group, const Duty& duty, const Record& record, const Match& match) {
    if (serves(duty, record)) return false;
    // "one that states none … serves at most one obligation of a rule (for each member of `for-each`)"
    if (match.edition_not_stated) return !serves_any(group, record);
    // "else it may serve several": "All else shares."
    if (!demand.competes) return true;
    // "one that states several serves one for each"
    if (!match.editions.empty()) return !serves_as_a_whole(group, record) && !free_edition(group, record, match).empty();
    return !serves_any(group, record);
}

void choose_witnesses(const Scene& scene, const Rule& rule, const std::vector<Duty*>& group) {
    const Demand wanted = demand(rule);
    for (const Turn& turn : turns) {
        if (turn.late && !wanted.late_counts) continue;
        for (const Record* record : scene.records) {  // "records by date, then id"
            for (Duty* duty : by_due_day(group)) {    // "each to the open obligation with the earliest due day that it fits"
                if (duty->unsure != turn.unsure || !is_open(*duty, wanted)) continue;
                if (record == duty->trigger) continue;  // "A trigger or guarded record never serves itself."
                if (turn.late ? !after_due(scene, *duty, *record) : inside(scene, *duty, *record) != Truth::yes) continue;
                const Match match = match_witness(scene, rule, wanted.expect, *record, duty->bindings);
                if (match.truth != Truth::yes || match.edition_not_stated != turn.edition_not_stated) continue;
                if (is_free(wanted, group, *duty, *record, match))
                    duty->witnesses.push_back({record, turn.late, free_edition(group, *record, match)});
            }
        }
    }
}

}  // namespace concordat::reference
