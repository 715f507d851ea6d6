#pragma once
// The name of an obligation, who owes it and to whom, and the members for which a rule makes one each.

#include "reference/match.hpp"
#include "reference/reference.hpp"

namespace concordat::reference {

/// An obligation with its id and parties; its verdict is still open.
Judged obligation(const Scene& scene, const Rule& rule, const std::string& key, const Bindings& bindings);

/// What `$each` is bound to, in turn; a single nothing without `for-each`, or where its `$field` is not stated.
std::vector<std::optional<Name>> members(const Scene& scene, const Rule& rule, const Record* record);

}  // namespace concordat::reference
