#pragma once
// The fields that a record shows and a pattern asks for: the same words in both, so that what a rule expects can be copied
// into a log. `id` is no field of a pattern; it is here because a pattern may ask for the trigger's own id (`re: $id`).

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace concordat {

enum class Field : std::uint8_t {
    act,
    by,
    to,
    present,
    with,
    of,
    document,
    covering,
    about,
    contains,
    subject,
    re,
    role,
    rule,
    in_writing,
    id
};

inline constexpr std::array<std::string_view, 16> field_names = {
    "act",   "by",       "to",      "present", "with", "of",   "document",   "covering",
    "about", "contains", "subject", "re",      "role", "rule", "in-writing", "id"};

constexpr std::string_view to_string(Field field) { return field_names[static_cast<std::size_t>(field)]; }

constexpr std::optional<Field> parse_field(std::string_view text) {
    for (std::size_t i = 0; i < field_names.size(); ++i)
        if (field_names[i] == text) return static_cast<Field>(i);
    return std::nullopt;
}

/// Who did it, to whom, who was there, who agreed, who met: a body here is matched by its chair too.
constexpr bool names_parties(Field field) {
    return field == Field::by || field == Field::to || field == Field::present || field == Field::with || field == Field::of;
}

/// A record that shows nothing in such a field does not say; in any other, a pattern must definitely agree.
constexpr bool may_be_not_stated(Field field) {
    return field == Field::by || field == Field::to || field == Field::present || field == Field::with ||
           field == Field::contains || field == Field::in_writing;
}

}  // namespace concordat
