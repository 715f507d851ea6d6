// What a field of a pattern may show: an id, a list, a group, `{all: […]}`, `{itself: BODY}` or a variable.
//
// Groups are written out in their place. Refused: what is of the wrong kind for the field, members of `for-each` behind `$each`
// and fields behind `$field` included; a variable where nothing could be bound to it; the same thing listed twice; `all` of
// a field in which a record shows one thing only.
#pragma once

#include <optional>
#include <vector>

#include "load/vocabulary.hpp"
#include "model/pattern.hpp"

namespace concordat {

/// Where a value stands: which variables would be bound there.
struct Scope {
    const Vocabulary& vocabulary;
    const std::vector<Value>* for_each = nullptr;  // `$each`; none if the rule has no `for-each`
    bool periods = false;                          // `$period`, `$previous-period`
    bool trigger = false;                          // `$to`, `$id` …: of the trigger, guarded or judged record
};

/// The value of a pattern's field.
Values read_values(const Node& node, Field field, const Scope& scope);

/// The same for a key that takes no `all` and no `itself`: `owed-by`.
Values read_plain_values(const Node& node, std::string_view key, Kinds kinds, const Scope& scope);

/// One name or `$each`.
Value read_single(const Node& node, std::string_view key, Kinds kinds, const Scope& scope);

/// The members of `for-each`: a list, a group, or `$field`.
std::vector<Value> read_members(const Node& node, const Scope& scope);

/// A list of names, or a group: no variables.
std::vector<Name> read_names(const Node& node, std::string_view key, Kinds kinds, const Vocabulary& vocabulary);

}  // namespace concordat
