// One text through both YAML readers, and what they say side by side.
//
// Used by the fuzz target and by the unit tests: `stream` holding everything back, `stream` handing over `records` item by
// item, and `read_whole`. They must refuse with the same diagnostics or accept with the same nodes.
#pragma once

#include <algorithm>
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

namespace concordat::test {

/// Puts together again what `stream` takes apart.
struct Gatherer final : StreamHandler {
    std::vector<Entry> entries;
    std::size_t items = 0;

    void entry(const Node& key, const Node& value) override {
        end_list();
        entries.push_back({.key = key, .value = value});
    }
    void items_begin(const Node& key, Span list) override {
        end_list();
        Node value;
        value.kind = Node::Kind::sequence;
        value.span = list;
        entries.push_back({.key = key, .value = value});
    }
    void item(const Node& key, const Node& item) override {
        ++items;
        if (entries.back().key == key) list_.push_back(item);
    }

    /// Valid as long as this.
    Node root() {
        end_list();
        Node root;
        root.kind = Node::Kind::mapping;
        root.entries = entries;
        return root;
    }

private:
    void end_list() {
        if (list_.empty()) return;
        entries.back().value.items = kept.keep(std::span<const Node>(list_));
        list_.clear();
    }

    std::vector<Node> list_;
};

struct BothReaders {
    std::string error;  // of stream; empty if it accepts
    Node root;          // valid if it accepts
    std::string disagreement;
    std::shared_ptr<Gatherer> holder;  // of the root

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
    Diagnostics whole_diagnostics;
    Nodes nodes;
    const std::optional<Node> whole = read_whole(sources.at(file), file, nodes, whole_diagnostics);

    BothReaders both{.error = outcome(plain_diagnostics), .root = plain->root(), .disagreement = {}, .holder = plain};
    const std::string whole_error = outcome(whole_diagnostics);
    if (both.error != whole_error) both.disagreement = "stream:\n" + both.error + "read_whole:\n" + whole_error;
    if (both.error != outcome(item_diagnostics)) both.disagreement += "by item:\n" + outcome(item_diagnostics);
    if (to_the_end != item_to_the_end) both.disagreement += "one stream stopped, the other did not\n";
    if (both.error.empty() && !to_the_end) both.disagreement += "stopped without a word\n";
    if (both.error.empty() != whole.has_value()) both.disagreement += "one accepts, the other refuses\n";
    const auto same = [](const Node& left, const Node& right) { return std::ranges::equal(left.entries, right.entries); };
    if (whole && !same(*whole, both.root)) both.disagreement += "other nodes in read_whole\n";
    if (both.error.empty() && !same(by_item.root(), both.root)) both.disagreement += "other nodes by item\n";
    return both;
}

}  // namespace concordat::test
