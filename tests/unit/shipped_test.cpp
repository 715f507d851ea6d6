// What the program takes for granted of the files that travel with it: here it is found out.

#include "cli/shipped.hpp"

#include "catch.hpp"
#include "cli/sha256.hpp"
#include "diagnostic/render.hpp"
#include "load/example.hpp"
#include "yaml/read.hpp"

namespace {

using namespace concordat;

Node read(const Shipped& shipped, std::string bytes, Readers readers, Nodes& nodes) {
    Sources sources;
    Diagnostics diagnostics;
    const std::uint32_t file = sources.add({.name = std::string(shipped.path), .bytes = std::move(bytes)});
    const auto node = read_whole(sources.at(file), file, nodes, diagnostics, readers);
    INFO(render(diagnostics, sources));
    REQUIRE(node);
    return *node;
}

/// A protocol without the examples, wherever a rule has some; `dropped` counts these keys.
Node drop_examples(const Node& node, Nodes& nodes, std::size_t& dropped) {
    Node rest = node;
    std::vector<Entry> entries;
    for (const Entry& entry : node.entries()) {
        if (entry.key.text() == "met" || entry.key.text() == "broken")
            ++dropped;
        else
            entries.push_back({entry.key, drop_examples(entry.value, nodes, dropped)});
    }
    std::vector<Node> items;
    for (const Node& item : node.items()) items.push_back(drop_examples(item, nodes, dropped));
    if (node.is_mapping()) rest.set(nodes.keep(std::span<const Entry>(entries)));
    if (node.is_sequence()) rest.set(nodes.keep(std::span<const Node>(items)));
    return rest;
}

TEST_CASE("both readers read every shipped file alike", "[shipped]") {
    REQUIRE_FALSE(shipped_files().empty());
    for (const Shipped& shipped : shipped_files()) {
        CAPTURE(shipped.path);
        Nodes first, second;
        const Node both = read(shipped, std::string(shipped.bytes), Readers::both, first);
        CHECK(both == read(shipped, std::string(shipped.bytes), Readers::libyaml_alone, second));
    }
}

TEST_CASE("without its examples a shipped protocol is the same in the same places", "[shipped]") {
    std::size_t dropped = 0;
    for (const Shipped& shipped : shipped_files()) {
        CAPTURE(shipped.path);
        Nodes first, second, third;
        const Node whole = read(shipped, std::string(shipped.bytes), Readers::both, first);
        const Node rest = read(shipped, without_examples(shipped.bytes), Readers::both, second);
        CHECK(drop_examples(whole, third, dropped) == rest);
    }
    CHECK(dropped > 0);
}

TEST_CASE("the lines of examples are emptied, and no others", "[shipped]") {
    CHECK(
        without_examples("a:\n  - b: c\n    met:\n      - d\n\n      # e\n    f: g\n    broken:\n    - h\n    - i\n  - j: k\n") ==
        "a:\n  - b: c\n\n\n\n\n    f: g\n\n\n\n  - j: k\n");
    CHECK(without_examples("met: no list below\nunmet:\n  - a\n") == "met: no list below\nunmet:\n  - a\n");
}

TEST_CASE("the build knows the SHA-256 of every shipped file", "[shipped]") {
    for (const Shipped& shipped : shipped_files()) {
        CAPTURE(shipped.path);
        CHECK(shipped.sha256 == sha256(shipped.bytes));
    }
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
