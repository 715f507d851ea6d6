#pragma once
// A duty is an obligation of `every`, `once`, `after` or `before`: something is expected inside a window. The four differ in how
// they make their windows (windows.hpp); they choose their witnesses (witnesses.cpp) and get their verdicts (verdict.cpp) alike.

#include "reference/match.hpp"
#include "reference/reference.hpp"

namespace concordat::reference {

struct Served {
    const Record* record = nullptr;
    bool late = false;
    std::string edition;  // that it serves for, if the pattern names `covering` and the record states it
};

struct Duty {
    std::string key;
    Bindings bindings;
    const Record* trigger = nullptr;  // or the guarded record: never its own witness
    bool unsure = false;              // it matches only if a field that it does not state were so
    Reason not_applicable = Reason::none;

    // A range where the day hangs on a record that is known to the month only; otherwise both ends are the same day.
    std::optional<DayRange> opens;                // not given: any time back
    std::optional<DayRange> closes;               // the due day; not given: there is none
    std::optional<Day> last_chance;               // of `before`: nothing after the guarded record discharges
    std::vector<const Record*> previous_guarded;  // none of them lies in the time that it closes

    Truth unless = Truth::no;
    std::vector<Served> witnesses;
};

/// What the four forms have in common besides.
struct Demand {
    const Pattern& expect;
    const Pattern* unless;
    int times;
    bool late_counts;
    bool competes;  // one record serves one obligation
};
Demand demand(const Rule& rule);

/// All duties of one rule, of whatever member, in the order of their periods or triggers.
std::vector<Duty> make_duties(const Scene& scene, const Rule& rule);

/// Whether the record lies in [opens, due], as far as the log tells; the window ends at as-of at the latest.
Truth inside(const Scene& scene, const Duty& duty, const Record& record);

/// Whether it surely lies behind the due day, but still where it discharges.
bool after_due(const Scene& scene, const Duty& duty, const Record& record);

/// Whether the record is free to serve this duty beside what it serves already.
bool is_free(const Demand& demand, const std::vector<Duty*>& group, const Duty& duty, const Record& record, const Match& match);

/// `group`: the duties of a rule for one member.
void choose_witnesses(const Scene& scene, const Rule& rule, const std::vector<Duty*>& group);

Judged judge(const Scene& scene, const Rule& rule, const std::vector<Duty*>& group, const Duty& duty);

}  // namespace concordat::reference
