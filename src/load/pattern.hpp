// A pattern: the record that a rule wants to see, or `{any: [PATTERN, …]}`.
//
// Its keys are those of a record, without what a rule says in other ways (when, who wrote it down, whether it was held). A
// pattern that asks for nothing would match everything and is refused, and so is `any` inside `any` or beside other keys.
#pragma once

#include "load/value.hpp"

namespace concordat {

Pattern read_pattern(const Node& node, std::string_view key, const Scope& scope);

}  // namespace concordat
