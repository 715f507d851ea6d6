// A reading of a rule, written as the keys that it replaces.
//
// A new form key replaces the old one, and what the new form does not take of the old keys is dropped; what the reading itself
// says and the form does not take stays, and is refused when the result is read. `every` in a reading of an `attest` is its
// rhythm, unless the reading has `expect` too.
#pragma once

#include "load/vocabulary.hpp"

namespace concordat {

/// The whole mapping of the rule under this reading, without `name` and `readings`.
Node merge_reading(const Node& rule, const Node& reading, Nodes& nodes);

}  // namespace concordat
