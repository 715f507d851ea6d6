// A state: a fact that a log's `standing` shows to hold over time.
//
// There are six ways to write one, and each has its own keys; a mapping with the keys of two of them is refused.
#pragma once

#include "load/value.hpp"
#include "model/rule.hpp"

namespace concordat {

State read_state(const Node& node, const Scope& scope);

}  // namespace concordat
