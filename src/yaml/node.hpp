// Node: one value of a YAML or JSON text, still as text and still in its place.
//
// A scalar is never taken for a number, a date or a truth value here: `4.10`, `no` and `2014` stay what was written, and
// the key decides. An empty value (`key:`) is a scalar without text, not quoted, placed on the line of its key. Keys are
// always scalars, and no mapping has one twice: the readers refuse both. So do they aliases, merge keys, tags and more
// than `max_depth` levels; a Node is a plain tree that cannot contain itself.
//
// `span` begins at the first character (of quoted text, the quote). The length of a scalar is its length on that line; of
// a list or mapping it is 0.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.hpp"

namespace concordat {

struct Entry;

struct Node {
    enum class Kind : std::uint8_t { scalar, sequence, mapping };

    Kind kind = Kind::scalar;
    bool quoted = false;  // in single or double quotes, or a block (`|`, `>`)
    Span span;
    std::string text;
    std::vector<Node> items;
    std::vector<Entry> entries;

    bool is_scalar() const { return kind == Kind::scalar; }
    bool is_sequence() const { return kind == Kind::sequence; }
    bool is_mapping() const { return kind == Kind::mapping; }

    /// `key:` with nothing after it, which is not the same as `key: ""`.
    bool is_empty() const { return is_scalar() && !quoted && text.empty(); }

    /// The value of this key; none if there is none or this is no mapping.
    const Node* find(std::string_view key) const;
};

struct Entry {
    Node key;
    Node value;
};

bool operator==(const Node& left, const Node& right);
bool operator==(const Entry& left, const Entry& right);

}  // namespace concordat
