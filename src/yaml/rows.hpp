// Rows: records that a reader hands over many at a time.
//
// Nearly all records of a great log are plain: their keys are known, each is there once, and each value is a text or a list of
// texts. Such a row is a few cells, which point into the bytes that were read, and costs its reader next to nothing. Whatever is
// not plain comes as a Node, in its turn.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "source/room.hpp"
#include "yaml/node.hpp"

namespace concordat {

/// A value, or an entry of the list before it.
struct RowCell {
    enum class Form : std::uint8_t { bare, quoted, list };

    const char* text = nullptr;
    std::uint32_t size = 0;    // of the text in bytes; of a list, how many cells follow that are its entries
    std::uint32_t column = 0;  // as in a Span
    std::uint32_t length = 0;
    std::uint16_t line = 0;  // how many below its row's
    std::uint8_t key = 0;    // which one of the handler's `row_keys`
    Form form = Form::bare;
};

struct Row {
    const Node* item = nullptr;  // what is not plain; then there is nothing else
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t first_cell = 0;
    std::uint32_t cells = 0;
};

struct Rows {
    std::uint32_t file = 0;
    std::uint64_t end = 0;  // how many bytes of the file these rows and those before them have taken, if anybody knows
    Node key;               // of the list whose items these are
    std::vector<Row> rows;
    std::vector<RowCell> cells;
    std::vector<std::uint32_t> meanings;  // by cell, once the handler has looked at them: its own numbers
    Room bytes;                           // what the cells point to
    Nodes nodes;                          // where the items live that are not plain

    /// The room stays.
    void clear() {
        rows.clear();
        cells.clear();
        meanings.clear();
        nodes.clear();
    }
};

}  // namespace concordat
