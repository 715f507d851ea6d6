// Node: one value of a YAML or JSON text, still as text and still in its place.
//
// A scalar is never taken for a number, a date or a truth value here: `4.10`, `no` and `2014` stay what was written, and
// the key decides. An empty value (`key:`) is a scalar without text, not quoted, placed on the line of its key. Keys are
// always scalars, and no mapping has one twice: the readers refuse both. So do they aliases, merge keys, tags and more
// than `max_depth` levels; a Node is a plain tree that cannot contain itself.
//
// `span` begins at the first character (of quoted text, the quote). The length of a scalar is its length on that line; of
// a list or mapping it is 0.
//
// A Node owns nothing and is as cheap to copy as a view: 32 bytes, since the head of a log may hold a million of them. What it
// shows lives in Nodes, a block of memory that is filled from one end and emptied at once: a log is read record by record without
// asking for memory each time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "source/room.hpp"
#include "source/span.hpp"

namespace concordat {

struct Entry;

struct Node {
    enum class Kind : std::uint8_t { scalar, sequence, mapping };

    Node() = default;
    /// With nothing in it yet.
    Node(Kind kind, Span span_) : span(span_), kind_(kind) {}
    /// A scalar.
    Node(std::string_view text, bool quoted_, Span span_) : span(span_), quoted(quoted_) { set(text); }

    Kind kind() const { return kind_; }
    bool is_scalar() const { return kind_ == Kind::scalar; }
    bool is_sequence() const { return kind_ == Kind::sequence; }
    bool is_mapping() const { return kind_ == Kind::mapping; }

    /// Empty if this is no scalar.
    std::string_view text() const { return {static_cast<const char*>(content_), is_scalar() ? size_ : 0}; }
    /// None if this is no list.
    std::span<const Node> items() const { return {static_cast<const Node*>(content_), is_sequence() ? size_ : 0}; }
    /// None if this is no mapping.
    inline std::span<const Entry> entries() const;

    // It is then a scalar, a list, a mapping; each has less than 4 GiB of what is in it.
    void set(std::string_view text) { set(Kind::scalar, text.data(), text.size()); }
    void set(std::span<const Node> items) { set(Kind::sequence, items.data(), items.size()); }
    inline void set(std::span<const Entry> entries);

    /// `key:` with nothing after it, which is not the same as `key: ""`.
    bool is_empty() const { return is_scalar() && !quoted && size_ == 0; }

    /// The value of this key; none if there is none or this is no mapping.
    const Node* find(std::string_view key) const;

    Span span;
    bool quoted = false;  // in single or double quotes, or a block (`|`, `>`)

private:
    void set(Kind kind, const void* content, std::size_t size) {
        content_ = content;
        size_ = static_cast<std::uint32_t>(size);
        kind_ = kind;
    }

    Kind kind_ = Kind::scalar;
    std::uint32_t size_ = 0;         // how many
    const void* content_ = nullptr;  // letters, Nodes or Entries
};
static_assert(sizeof(Node) <= 32);

struct Entry {
    Node key;
    Node value;
};

std::span<const Entry> Node::entries() const { return {static_cast<const Entry*>(content_), is_mapping() ? size_ : 0}; }
void Node::set(std::span<const Entry> entries) { set(Kind::mapping, entries.data(), entries.size()); }

class Nodes {
public:
    std::string_view keep(std::string_view text);
    template <typename T>
    std::span<const T> keep(std::span<const T> values) {
        static_assert(std::is_trivially_copyable_v<T>);
        if (values.empty()) return {};
        void* const place = take(values.size_bytes(), alignof(T));
        return {static_cast<const T*>(std::memcpy(place, values.data(), values.size_bytes())), values.size()};
    }

    /// What is in another one, which is empty then.
    void take_over(Nodes& other);
    /// Ends the life of all that is in it; the memory stays.
    void clear();
    /// How many bytes are in use.
    std::size_t size() const { return size_; }

private:
    void* take(std::size_t size, std::size_t alignment) {
        size_ += size;
        const std::size_t begin = (used_ + alignment - 1) & ~(alignment - 1);  // a power of two
        if (block_ == blocks_.size() || begin + size > blocks_[block_].size()) return take_from_next(size);
        used_ = begin + size;
        return blocks_[block_].data() + begin;
    }
    void* take_from_next(std::size_t size);

    std::vector<Room> blocks_;
    std::vector<Room> taken_over_;  // in which nothing more is put
    std::size_t block_ = 0;         // the one that is being filled
    std::size_t used_ = 0;          // of it
    std::size_t size_ = 0;
};

bool operator==(const Node& left, const Node& right);
bool operator==(const Entry& left, const Entry& right);

}  // namespace concordat
