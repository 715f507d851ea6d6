// The keys of a record, as numbers, so that each key of a record is looked up once and each field found at once.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace concordat {

enum class RecordKey : std::uint8_t {
    id,
    date,
    recorded,
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
    finding,
    status,
    in_writing,
    partial,
    withdraws,
    person,
    evidence,
    note,
    items
};

inline constexpr std::array<std::string_view, 26> record_keys = {
    "id",       "date",       "recorded", "act",       "by",      "to",       "present", "with", "of",
    "document", "covering",   "about",    "contains",  "subject", "re",       "role",    "rule", "finding",
    "status",   "in-writing", "partial",  "withdraws", "person",  "evidence", "note",    "items"};

constexpr std::string_view to_string(RecordKey key) { return record_keys[static_cast<std::size_t>(key)]; }

std::optional<RecordKey> parse_record_key(std::string_view text);

/// Where a record may show several things; in a table, `;` stands between them. A `note` may be a list too, but seldom is, and in
/// tables it is prose.
constexpr bool may_hold_list(RecordKey key) {
    switch (key) {
        case RecordKey::by:
        case RecordKey::to:
        case RecordKey::present:
        case RecordKey::with:
        case RecordKey::covering:
        case RecordKey::about:
        case RecordKey::contains:
        case RecordKey::person:
        case RecordKey::evidence: return true;
        default: return false;
    }
}

/// What an item has from its meeting, or cannot have.
constexpr bool is_of_the_meeting(RecordKey key) {
    return key == RecordKey::id || key == RecordKey::date || key == RecordKey::recorded || key == RecordKey::status ||
           key == RecordKey::of || key == RecordKey::present || key == RecordKey::items;
}

}  // namespace concordat
