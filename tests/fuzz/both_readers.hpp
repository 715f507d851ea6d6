// One text through both YAML readers, and what they say side by side.
//
// Used by the fuzz target and by the unit tests: `stream` holding everything back, `stream` handing over `records` item by
// item, the same with plain rows, the same where each item may have a parser of its own, and `read_whole`. They must refuse with
// the same diagnostics or accept with the same nodes; and items and rows must be the same up to the place where a text is
// refused.
#pragma once

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "diagnostic/render.hpp"
#include "source/text.hpp"
#include "yaml/read.hpp"
#include "yaml/stream.hpp"
#include "yaml/stretches.hpp"

namespace concordat::test {

/// Puts together again what `stream` takes apart.
struct Gatherer : StreamHandler {
    std::vector<Entry> entries;
    std::size_t items = 0;
    Nodes made;

    void entry(const Node& key, const Node& value) override {
        end_list();
        entries.push_back({.key = key, .value = value});
    }
    void items_begin(const Node& key, Span list) override {
        end_list();
        entries.push_back({.key = key, .value = Node(Node::Kind::sequence, list)});
    }
    void item(const Node& key, const Node& item) override {
        ++items;
        if (entries.back().key == key) list_.push_back(item);
    }

    /// Valid as long as this.
    Node root() {
        end_list();
        Node root;
        root.set(std::span<const Entry>(entries));
        return root;
    }

private:
    void end_list() {
        if (list_.empty()) return;
        entries.back().value.set(made.keep(std::span<const Node>(list_)));
        list_.clear();
    }

    std::vector<Node> list_;
};

inline constexpr std::array<std::string_view, 6> row_words = {"id", "date", "act", "present", "in-writing", "k"};

/// Makes Nodes of rows again; what a row has no place for stays empty.
struct RowGatherer final : Gatherer {
    std::size_t plain = 0;  // items
    std::size_t times = 0;  // that rows came

    RowGatherer() { row_keys = row_words; }

    void rows(Rows& rows) override {
        ++times;
        held_.push_back(std::move(rows));
        rows = {};
        for (const Row& row : held_.back().rows) {
            plain += row.item ? 0U : 1U;
            item(held_.back().key, row.item ? *row.item : node(held_.back(), row));
        }
    }

private:
    Node node(const Rows& rows, const Row& row) {
        std::vector<Entry> fields;
        for (std::size_t i = 0; i < row.cells; ++i) {
            const RowCell& cell = rows.cells[row.first_cell + i];
            Entry field{.key = {}, .value = value(rows, row, cell)};
            field.key.set(row_words[cell.key]);
            if (cell.form == RowCell::Form::list) {
                std::vector<Node> values;
                for (std::size_t n = 1; n <= cell.size; ++n)
                    values.push_back(value(rows, row, rows.cells[row.first_cell + i + n]));
                field.value.set(made.keep(std::span<const Node>(values)));
                i += cell.size;
            }
            fields.push_back(field);
        }
        Node node(Node::Kind::mapping, {.file = rows.file, .line = row.line, .column = row.column});
        node.set(made.keep(std::span<const Entry>(fields)));
        return node;
    }

    static Node value(const Rows& rows, const Row& row, const RowCell& cell) {
        const Span span{.file = rows.file, .line = row.line + cell.line, .column = cell.column, .length = cell.length};
        if (cell.form == RowCell::Form::list) return {Node::Kind::sequence, span};
        return {{cell.text, cell.size}, cell.form == RowCell::Form::quoted, span};
    }

    std::vector<Rows> held_;
};

/// But for the places of keys, which a row does not know.
inline bool same_values(const Node& left, const Node& right) {
    return left.kind() == right.kind() && left.quoted == right.quoted && left.span == right.span && left.text() == right.text() &&
           std::ranges::equal(left.items(), right.items(), same_values) &&
           std::ranges::equal(left.entries(), right.entries(), [](const Entry& one, const Entry& other) {
               return one.key.text() == other.key.text() && same_values(one.value, other.value);
           });
}

struct BothReaders {
    std::string error;  // of stream; empty if it accepts
    Node root;          // valid if it accepts
    std::string disagreement;
    std::shared_ptr<Gatherer> holder;  // of the root
    std::size_t plain_rows = 0;

    bool accepts() const { return error.empty(); }
};

inline BothReaders read_both(std::string_view bytes) {
    Sources sources;
    const std::uint32_t file = sources.add({.name = "t.yaml", .bytes = std::string(bytes)});
    const auto outcome = [&sources](Diagnostics& diagnostics) {
        diagnostics.sort();
        return render(diagnostics, sources);
    };

    Diagnostics plain_diagnostics;
    const auto plain = std::make_shared<Gatherer>();
    const bool to_the_end = stream(sources.at(file), file, "", *plain, plain_diagnostics);
    Diagnostics item_diagnostics;
    Gatherer by_item;
    const bool item_to_the_end = stream(sources.at(file), file, "records", by_item, item_diagnostics);
    Diagnostics row_diagnostics;
    RowGatherer by_row;
    const bool row_to_the_end = stream(sources.at(file), file, "records", by_row, row_diagnostics);
    constexpr Stretches tiny{.before = 0, .size = 1, .at_once = 3};
    Diagnostics stretch_diagnostics;
    RowGatherer by_stretch;
    const bool stretch_to_the_end = stream_in_stretches(sources.at(file), file, "records", tiny, by_stretch, stretch_diagnostics);
    Diagnostics whole_diagnostics;
    Nodes nodes;
    const std::optional<Node> whole = read_whole(sources.at(file), file, nodes, whole_diagnostics);

    BothReaders both{.error = outcome(plain_diagnostics),
                     .root = plain->root(),
                     .disagreement = {},
                     .holder = plain,
                     .plain_rows = by_row.plain};
    const std::string whole_error = outcome(whole_diagnostics);
    if (both.error != whole_error) both.disagreement = "stream:\n" + both.error + "read_whole:\n" + whole_error;
    if (both.error != outcome(item_diagnostics)) both.disagreement += "by item:\n" + outcome(item_diagnostics);
    if (to_the_end != item_to_the_end) both.disagreement += "one stream stopped, the other did not\n";
    if (both.error != outcome(row_diagnostics)) both.disagreement += "by row:\n" + outcome(row_diagnostics);
    if (item_to_the_end != row_to_the_end) both.disagreement += "by row, one stream stopped, the other did not\n";
    if (!same_values(by_item.root(), by_row.root())) both.disagreement += "other nodes by row\n";
    if (both.error != outcome(stretch_diagnostics)) both.disagreement += "in stretches:\n" + outcome(stretch_diagnostics);
    if (row_to_the_end != stretch_to_the_end) both.disagreement += "in stretches, one stream stopped, the other did not\n";
    if (!same_values(by_row.root(), by_stretch.root())) both.disagreement += "other nodes in stretches\n";
    if (both.error.empty() && !to_the_end) both.disagreement += "stopped without a word\n";
    if (both.error.empty() != whole.has_value()) both.disagreement += "one accepts, the other refuses\n";
    const auto same = [](const Node& left, const Node& right) { return std::ranges::equal(left.entries(), right.entries()); };
    if (whole && !same(*whole, both.root)) both.disagreement += "other nodes in read_whole\n";
    if (both.error.empty() && !same(by_item.root(), both.root)) both.disagreement += "other nodes by item\n";
    return both;
}

}  // namespace concordat::test
