#pragma once
// For which days a log claims to tell everything. Absence proves something only there: a span may speak for some bodies or some
// acts alone, and then covers only patterns about them. Without such a claim nothing is breached for want of a record.

#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "engine/bind.hpp"
#include "timeline/day_set.hpp"

namespace concordat {

class Coverage {
public:
    Coverage(const Log& log, const Offices& offices);

    /// The days on which the log would show every match of the pattern.
    const DaySet& of(const Pattern& pattern, const Binding& binding, const Names& names);
    /// The days on which `standing` is complete for a state of this body (none: of no body).
    const DaySet& of_state(Name body);
    /// The first covered day of any span; where nothing is covered, the first record's.
    std::optional<Day> start() const { return start_; }

private:
    struct Asked {  // who acts in a pattern, and how
        std::vector<Name> parties;
        std::vector<Name> acts;
        bool operator<(const Asked& other) const { return std::tie(parties, acts) < std::tie(other.parties, other.acts); }
    };
    const DaySet& of(const Asked& asked);

    const Log& log_;
    bool speaks_of_all_ = true;               // no span is about some bodies or some acts alone
    DaySet all_;                              // then: the days of all spans
    std::vector<std::vector<Name>> members_;  // of each span: who belongs to its bodies, sorted
    std::optional<Day> start_;
    std::map<Asked, DaySet> known_;
    std::map<std::vector<const DaySet*>, DaySet> common_;
    std::map<Name, DaySet> states_;
};

}  // namespace concordat
