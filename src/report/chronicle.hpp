#pragma once
// Who did what when, for the formats that draw it: a lane for each body that owed something or met, and a mark for each record
// that counted on the day of the audit. What a body's chair or another of its offices owes and does stands in the body's lane;
// offices of no body share one, and so do all others. A record by several bodies has a mark in the lane of each.

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/audit.hpp"

namespace concordat {

struct Mark {
    std::uint32_t lane = 0;
    Day day{};
    Name record = Name::none;
    Name act = Name::none;
};

struct Chronicle {
    std::vector<std::string> lanes;  // by name
    std::vector<Mark> marks;         // by lane, then day, then id
    std::unordered_map<std::string, std::uint32_t> lane_of;

    /// The lanes of all who owed it; none of a duty that nobody is named for.
    std::vector<std::uint32_t> lanes_of(const Finding& finding) const;
};

Chronicle make_chronicle(const Log& log, const Names& names, const Standpoint& standpoint, const std::vector<Finding>& findings);

}  // namespace concordat
