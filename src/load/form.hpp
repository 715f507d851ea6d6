// The forms of a rule and the keys that each of them takes: the one table behind every "belongs to".
//
// A rule is named by its form's key and has exactly one. `attest` has its rhythm under `every`, so a rule with both is an
// `attest`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "yaml/node.hpp"

namespace concordat {

/// In the order of model's Form.
enum class FormKey : std::uint8_t { every, at_least_every, once, after, before, each, never, throughout, may, attest };

std::string_view to_string(FormKey form);

/// A set of forms, one bit each.
using Forms = std::uint16_t;

constexpr Forms only(FormKey form) { return static_cast<Forms>(1U << static_cast<unsigned>(form)); }
constexpr Forms operator|(FormKey left, FormKey right) { return static_cast<Forms>(only(left) | only(right)); }
constexpr Forms operator|(Forms left, FormKey right) { return static_cast<Forms>(left | only(right)); }
constexpr bool has(Forms forms, FormKey form) { return (forms >> static_cast<unsigned>(form)) & 1U; }

inline constexpr Forms all_forms = 0x3FF;

/// "`after` and `before`"
std::string listed(Forms forms);

/// The forms that take this key of a rule; nothing if no rule has it.
std::optional<Forms> forms_with(std::string_view key);

/// All keys that a rule may have.
std::vector<std::string_view> rule_keys();

/// The forms that the rule's keys name: one, if all is well.
std::vector<const Entry*> find_forms(const Node& rule);

/// The form of a key that find_forms gives.
FormKey form_named(std::string_view key);

/// Reports every key that the form does not take, and every key that no rule has.
void check_keys(const Node& rule, FormKey form, Diagnostics& diagnostics);

}  // namespace concordat
