// What the head of a protocol says that its rules depend on: when the paper was agreed, when it binds, when its year starts,
// whether it names a holiday table.
//
// Nothing here has a default. A rule that counts from agreement, by the year or in working days is refused in a paper that does
// not say what it would be counted from.
#pragma once

#include <optional>

#include "diagnostic/diagnostic.hpp"
#include "model/rule.hpp"
#include "yaml/node.hpp"

namespace concordat {

struct Paper {
    std::optional<Day> agreed;
    InForce in_force;
    bool has_year = false;
    bool has_holidays = false;
};

/// `in-force`: {from, to}, one of them at least.
InForce read_in_force(const Node& node, Diagnostics& diagnostics);

/// A rule's `in-force`, narrowed to the paper's; the two must have a day in common.
InForce read_in_force(const Node& node, const Paper& paper, Diagnostics& diagnostics);

/// A length of time; one in working days needs the paper's holiday table.
std::optional<Duration> read_duration(const Node& node, std::string_view key, const Paper& paper, Diagnostics& diagnostics);

}  // namespace concordat
