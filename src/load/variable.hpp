// `$each`, `$period`, `$to` …: words of a pattern that get their value when an obligation is made.
//
// Refused: a variable that there is none of, and one that stands where nothing would be bound to it.
#pragma once

#include <optional>

#include "load/value.hpp"

namespace concordat {

inline bool is_variable(std::string_view text) { return !text.empty() && text.front() == '$'; }

/// Nothing on error, which is reported.
std::optional<Value> read_variable(const Node& node, std::string_view key, Kinds wanted, const Scope& scope);

}  // namespace concordat
