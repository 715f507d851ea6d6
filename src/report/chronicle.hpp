#pragma once
// Who did what when, for the formats that draw it: a lane for each body that owed something or met, and a mark for each record
// that counted on the day of the audit. What a body's chair or another of its offices owes and does stands in the body's lane;
// offices of no body share one, and so do all others. A record by several bodies has a mark in the lane of each.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/audit.hpp"
#include "engine/outcome.hpp"

namespace concordat {

struct Mark {
    std::uint32_t lane = 0;
    Day day{};
    Name record = Name::none;
    Name act = Name::none;
};

struct Chronicle {
    std::vector<std::string> lanes;                    // by name
    std::vector<Mark> marks;                           // by lane, then day, then id
    std::vector<std::vector<std::uint32_t>> findings;  // by lane: what was owed there, as indexes into Report::findings
};

/// `findings` are those of the audit, in the order of its report.
Chronicle make_chronicle(const Audit& audit, const Log& log, const Names& names, const std::vector<Outcome>& findings);

}  // namespace concordat
