// Between a reader and its handler: collects rows, and the items between them that come from an Assembler, and hands them over
// many at a time, in their order. A handler that takes no rows is given items one by one, by the Assembler itself.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

#include "yaml/stream.hpp"

namespace concordat {

class RowWriter : public StreamHandler {
public:
    RowWriter(std::uint32_t file, StreamHandler& handler) : handler_(handler), file_(file) {}

    // From the Assembler.
    void entry(const Node& key, const Node& value) override {
        hand_over();
        handler_.entry(key, value);
    }
    void items_begin(const Node& key, Span list) override {
        hand_over();
        list_key_ = key;
        handler_.items_begin(key, list);
    }
    void item(const Node&, const Node& item) override {
        rows_.rows.push_back({.item = passing.keep(std::span<const Node>(&item, 1)).data(),
                              .line = item.span.line,
                              .first_cell = static_cast<std::uint32_t>(rows_.cells.size())});
    }

protected:
    /// Whom the Assembler is to tell.
    StreamHandler& listener() { return handler_.row_keys.empty() ? handler_ : *this; }

    void hand_over() {
        if (rows_.rows.empty()) return;
        rows_.file = file_;
        rows_.end = taken_;
        rows_.key = list_key_;
        rows_.nodes = std::exchange(passing, Nodes{});
        handler_.rows(rows_);
        rows_.clear();
        passing = std::move(rows_.nodes);
    }
    /// The next rows, which somebody else has made, and the texts that their items need.
    void pass_on(Rows& rows, Nodes& texts) {
        hand_over();
        rows.key = list_key_;
        if (std::any_of(rows.rows.begin(), rows.rows.end(), [](const Row& row) { return row.item; })) kept.take_over(texts);
        handler_.rows(rows);
    }
    /// To be called at the end.
    void finish() {
        hand_over();
        if (&listener() == this) handler_.kept = std::move(kept);
    }

    StreamHandler& handler_;
    std::uint32_t file_;
    Rows rows_;
    std::uint64_t taken_ = 0;  // bytes of the file, if its reader says so

private:
    Node list_key_;
};

}  // namespace concordat
