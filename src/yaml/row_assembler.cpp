#include "yaml/row_assembler.hpp"

#include <algorithm>
#include <limits>

#include "source/utf8.hpp"
#include "yaml/limits.hpp"

namespace concordat {
namespace {

constexpr std::size_t enough = std::size_t{128} << 10U;  // bytes of text

}  // namespace

bool RowAssembler::open(Node::Kind kind, Span span, bool bracket) {
    if (state_ == State::outside && kind == Node::Kind::mapping && !keys_.empty() && assembler_.takes_items()) {
        state_ = State::at_key;
        item_ = span;
        item_bracket_ = bracket;
        flow_ = bracket || assembler_.in_flow();
        least_column_ = span.column;
        seen_ = 0;
        first_cell_ = rows_.cells.size();
        key_places_.clear();
        list_brackets_.clear();
        return true;
    }
    if (state_ == State::at_value && kind == Node::Kind::sequence &&
        span.line - item_.line <= std::numeric_limits<std::uint16_t>::max()) {
        state_ = State::in_list;
        list_brackets_.push_back(bracket);
        flow_ = flow_ || bracket;
        least_column_ = span.column;
        list_ = rows_.cells.size();
        add_cell(span, RowCell::Form::list);
        return true;
    }
    give_up();
    return assembler_.open(kind, span, bracket);
}

void RowAssembler::scalar(const Node& node, bool has_escapes) {
    const bool taken = state_ == State::at_key                                 ? take_key(node)
                       : state_ == State::at_value || state_ == State::in_list ? take_value(node, has_escapes)
                                                                               : false;
    if (taken) return;
    give_up();
    assembler_.scalar(node.text(), node.quoted, node.span, has_escapes);
    hand_over_if_much();
}

void RowAssembler::close() {
    if (state_ == State::in_list) {
        rows_.cells[list_].size = static_cast<std::uint32_t>(rows_.cells.size() - 1 - list_);
        state_ = State::at_key;
        flow_ = item_bracket_ || assembler_.in_flow();
        least_column_ = item_.column;
    } else if (state_ == State::at_key) {
        rows_.rows.push_back({.line = item_.line,
                              .column = item_.column,
                              .first_cell = static_cast<std::uint32_t>(first_cell_),
                              .cells = static_cast<std::uint32_t>(rows_.cells.size() - first_cell_)});
        state_ = State::outside;
    } else {
        give_up();
        assembler_.close();
    }
    hand_over_if_much();
}

/// Between items only: what an item is made of goes with it.
void RowAssembler::hand_over_if_much() {
    if (state_ == State::outside && passing.size() >= enough && assembler_.takes_items()) hand_over();
}

Span RowAssembler::innermost_bracket() {
    give_up();
    return assembler_.innermost_bracket();
}

/// A key that rows have, and this one not yet.
bool RowAssembler::take_key(const Node& node) {
    std::uint8_t& next = next_[key_];  // where one came after another, it mostly does so again
    if (keys_[next] != node.text()) {
        const auto found = std::find(keys_.begin(), keys_.end(), node.text());
        if (found == keys_.end()) return false;
        next = static_cast<std::uint8_t>(found - keys_.begin());
    }
    const std::uint8_t key = next;
    if (key >= 32 || ((seen_ >> key) & 1U) != 0) return false;
    seen_ |= 1U << key;
    key_ = key;
    KeyPlace& place = key_places_.emplace_back();
    place.span = node.span;
    place.quoted = node.quoted;
    state_ = State::at_value;
    return true;
}

/// A text that says something, is not too long and, if it stands in no brackets, stands where everybody would put it.
bool RowAssembler::take_value(const Node& node, bool has_escapes) {
    if (node.text().empty() || node.text().size() > max_scalar) return false;
    if (has_escapes && find_forbidden(node.text())) return false;
    if (!flow_ && node.span.column <= least_column_) return false;
    if (node.span.line - item_.line > std::numeric_limits<std::uint16_t>::max()) return false;
    RowCell& cell = add_cell(node.span, node.quoted ? RowCell::Form::quoted : RowCell::Form::bare);
    cell.text = passing.keep(node.text()).data();
    cell.size = static_cast<std::uint32_t>(node.text().size());
    cell.length = node.span.length;
    if (state_ == State::at_value) state_ = State::at_key;
    return true;
}

/// Tells the Assembler what has come of the item so far.
void RowAssembler::give_up() {
    if (state_ == State::outside) return;
    const bool at_value = state_ == State::at_value;
    const bool in_list = state_ == State::in_list;
    state_ = State::outside;
    if (in_list) rows_.cells[list_].size = static_cast<std::uint32_t>(rows_.cells.size() - 1 - list_);
    assembler_.open(Node::Kind::mapping, item_, item_bracket_);
    std::size_t key = 0, list = 0;
    const auto tell_key = [&](std::uint8_t number) {
        const KeyPlace& place = key_places_[key++];
        assembler_.scalar(keys_[number], place.quoted, place.span);
    };
    const auto tell_text = [&](const RowCell& cell) {
        assembler_.scalar({cell.text, cell.size}, cell.form == RowCell::Form::quoted,
                          {.file = item_.file, .line = item_.line + cell.line, .column = cell.column, .length = cell.length});
    };
    for (std::size_t i = first_cell_; i < rows_.cells.size(); ++i) {
        const RowCell cell = rows_.cells[i];
        tell_key(cell.key);
        if (cell.form != RowCell::Form::list) {
            tell_text(cell);
            continue;
        }
        const Span place{.file = item_.file, .line = item_.line + cell.line, .column = cell.column};
        const bool is_open = in_list && i == list_;
        assembler_.open(Node::Kind::sequence, place, list_brackets_[list++]);
        for (std::size_t entry = 0; entry < cell.size; ++entry) tell_text(rows_.cells[++i]);
        if (!is_open) assembler_.close();
    }
    if (at_value) tell_key(key_);
    rows_.cells.resize(first_cell_);
}

}  // namespace concordat
