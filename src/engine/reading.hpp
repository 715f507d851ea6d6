#pragma once
// Readings: the other ways in which the words of a rule can be read. All readings of a protocol are audited on the same log, and
// each is compared with its rule, member by member, by the worst verdict of either. Where the two differ, the rule depends on how
// it is read, and a reader should know. No reading changes what the rule itself finds.

#include <optional>
#include <string>
#include <vector>

#include "engine/audit.hpp"

namespace concordat {

/// A rule, for one member, that one of its readings would judge otherwise.
struct Contrast {
    std::size_t rule = 0;  // index into Protocol::rules
    Name member = Name::none;
    Name reading = Name::none;
    std::optional<Verdict> verdict;    // the worst as the rule stands; not given: it has no obligation
    std::optional<Verdict> otherwise;  // the worst under the reading
    std::vector<std::string> keys;     // of the side that fares worse: its obligations with that verdict
};

struct ReadingsCompared {
    std::size_t readings = 0;
    std::vector<Contrast> contrasts;    // by rule, then in the order of its readings, then by member
    std::vector<CalendarFault> faults;  // if any, the rest is not to be used
};

/// `audit` is that of the rules as they stand.
ReadingsCompared compare_readings(const Audit& audit);

}  // namespace concordat
