// An Assembler of YAML that makes plain rows (yaml/rows.hpp) of the items that are plain, as soon as they are whole. Of any other
// item, what has come of it so far is told to the Assembler, and so is the rest: nothing comes out differently.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "yaml/assembler.hpp"
#include "yaml/row_writer.hpp"

namespace concordat {

class RowAssembler final : private RowWriter {
public:
    RowAssembler(std::uint32_t file, std::string_view streamed_key, StreamHandler& handler, Diagnostics& diagnostics)
        : RowWriter(file, handler),
          assembler_(Syntax::yaml, streamed_key, listener(), diagnostics),
          keys_(handler.row_keys),
          next_(keys_.size()) {}

    // As of the Assembler; the depth of what is in an item does not matter to anybody.
    bool open(Node::Kind kind, Span span, bool bracket);
    void scalar(const Node& node, bool has_escapes = false);
    void close();
    std::size_t depth() const { return assembler_.depth() + static_cast<std::size_t>(state_ != State::outside); }
    /// Whether what comes next is an item of the streamed list.
    bool takes_items() const { return state_ == State::outside && assembler_.takes_items(); }
    bool in_flow() const { return state_ == State::outside ? assembler_.in_flow() : flow_; }
    Span innermost_bracket();

    using RowWriter::finish;
    using RowWriter::pass_on;

private:
    enum class State : std::uint8_t { outside, at_key, at_value, in_list };

    /// Where a key stood, should it be needed.
    struct KeyPlace {
        Span span;
        bool quoted = false;
    };

    RowCell& add_cell(Span span, RowCell::Form form) {
        RowCell& cell = rows_.cells.emplace_back();
        cell.column = span.column;
        cell.line = static_cast<std::uint16_t>(span.line - item_.line);
        cell.key = key_;
        cell.form = form;
        return cell;
    }
    bool take_key(const Node& node);
    bool take_value(const Node& node, bool has_escapes);
    void give_up();
    void hand_over_if_much();

    Assembler assembler_;
    std::span<const std::string_view> keys_;
    std::vector<std::uint8_t> next_;  // by key: which one came after it last
    State state_ = State::outside;
    Span item_;
    bool item_bracket_ = false;
    std::uint32_t seen_ = 0;          // keys, one bit each
    bool flow_ = false;               // what comes next stands in brackets or braces
    std::uint32_t least_column_ = 0;  // what comes next must stand to the right of this if it does not
    std::uint8_t key_ = 0;
    std::size_t first_cell_ = 0;
    std::size_t list_ = 0;  // the cell of the list that is open
    std::vector<KeyPlace> key_places_;
    std::vector<bool> list_brackets_;  // of each list of the item
};

}  // namespace concordat
