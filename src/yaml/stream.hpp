// Reads a large YAML or JSON file, such as a log, one record at a time and never holds it whole.
//
// libyaml reads it. The file must be one document, and that a mapping; whatever stands at its top is handed over entry by
// entry, except that the list under one chosen key is handed over item by item. Refused are bytes that are no UTF-8, control
// characters, text that is cut off, aliases, merge keys, tags, double keys, keys that are lists, a second document, what is
// too deep or too large, and what other parsers read differently. After an error of syntax the reader stops, having handed
// over what came before; all other errors are collected, and an entry with a double or impossible key is left out.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "diagnostic/diagnostic.hpp"
#include "source/text.hpp"
#include "yaml/node.hpp"
#include "yaml/rows.hpp"

namespace concordat {

struct StreamHandler {
    StreamHandler() = default;
    StreamHandler(const StreamHandler&) = delete;
    StreamHandler& operator=(const StreamHandler&) = delete;
    virtual ~StreamHandler() = default;

    /// Where entries live, and where items live. Whoever is given an item may clear `passing`.
    Nodes kept;
    Nodes passing;

    /// A whole entry of the top mapping; the streamed key comes this way only if its value is no list.
    virtual void entry(const Node& key, const Node& value) = 0;

    /// The list under the streamed key begins. It may turn out to have no items.
    virtual void items_begin(const Node& key, Span list) {
        static_cast<void>(key);
        static_cast<void>(list);
    }

    /// The next item of that list.
    virtual void item(const Node& key, const Node& item) = 0;

    /// The keys that a plain row may have; of a handler that names none, every item is a Node.
    std::span<const std::string_view> row_keys;
    /// The next rows, before they come: whatever can be found out about each by itself. For readers that have time for it. It may
    /// be called in another thread than all else, at the same time.
    virtual void look_at(Rows& rows) const { static_cast<void>(rows); }
    /// The next items, many at once, if there are `row_keys`, or if they come from another thread. They live as long as the call,
    /// or with whoever takes them away; what is left is cleared and filled again.
    virtual void rows(Rows& rows) {
        for (const Row& row : rows.rows) item(rows.key, *row.item);
    }
};

/// False if the reader stopped before the end. True does not mean that `diagnostics` holds no errors.
/// An empty `streamed_key` streams nothing: every entry comes whole.
bool stream(const Text& text, std::uint32_t file, std::string_view streamed_key, StreamHandler& handler,
            Diagnostics& diagnostics);

}  // namespace concordat
