// Both YAML readers at once: every text here goes through `stream`, whole and item by item, and through `read_whole`.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "fuzz/both_readers.hpp"
#include "source/hash.hpp"
#include "source/utf8.hpp"
#include "yaml/json.hpp"
#include "yaml/limits.hpp"
#include "yaml/seen_keys.hpp"

using namespace concordat;
using namespace std::string_literals;
using concordat::test::BothReaders;
using concordat::test::Gatherer;
using concordat::test::read_both;
using concordat::test::RowGatherer;
using concordat::test::same_values;

namespace {

/// What both readers make of a text that is to be accepted. It is kept to the end of the program, since a Node owns nothing.
Node accepted(const std::string& bytes) {
    static std::vector<BothReaders> kept;
    const BothReaders both = read_both(bytes);
    CAPTURE(printable(bytes.substr(0, 200)));
    CHECK(both.disagreement.empty());
    REQUIRE(both.error == "");
    kept.push_back(both);
    return both.root;
}

/// What both readers say about a text that is to be refused.
std::string refused(const std::string& bytes) {
    const BothReaders both = read_both(bytes);
    CAPTURE(printable(bytes.substr(0, 200)));
    CHECK(both.disagreement == "");
    CHECK_FALSE(both.accepts());
    return both.error;
}

/// The value of `k` in the text, which must hold nothing else.
std::string value_of(const std::string& bytes) {
    const Node root = accepted(bytes);
    REQUIRE(root.entries().size() == 1);
    REQUIRE(root.entries()[0].value.is_scalar());
    return std::string(root.entries()[0].value.text());
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string result;
    for (std::size_t n = 0; n < times; ++n) result += part;
    return result;
}

// Quotation marks and brackets stand in it only where they mean something: `open_at` relies on that.
const std::string rich =
    "# A log with something of everything.\n"
    "log: Halton boards, 2014-15\n"
    "covers: {from: 2014-04-01, to: 2015-03-31}   # a year\n"
    "\"bodies\": {\"scrutiny\": {\"name\": \"Policy \\\"and\\\" Performance\\u0020Board\"}}\n"
    "standing:\n"
    "- {role: hscb-chair, held-by: 'A. Person', from: 2013-01-01}\n"
    "-   role: lead-member\n"
    "    held-by: Zo\xc3\xab \xe2\x82\xac \xf0\x9f\x98\x80\n"
    "empty:\n"
    "records:\n"
    "  - id: hhwb-2014-07\n"
    "    present: [hhwb-chair, dcs, {role: hscb-chair, delegate: Business Manager}]\n"
    "    items:\n"
    "      - {act: considered, covering: 2013-14}\n"
    "      - [a, [b, \"c\n"
    "         d\"], ]\n"
    "    note: >-\n"
    "      folded text\n"
    "      goes on\n"
    "\n"
    "      and ends\n"
    "  - note: |\n"
    "      one line\n"
    "        another\n"
    "    says: plain text that\n"
    "      goes on\n";

/// Whether a cut here leaves a quotation mark, a bracket or a character open.
bool is_open_at(std::string_view text, std::size_t cut) {
    if (cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xc0U) == 0x80U) return true;
    char quote = 0;
    int brackets = 0;
    bool comment = false;
    for (std::size_t at = 0; at < cut; ++at) {
        const char c = text[at];
        if (comment) {
            comment = c != '\n';
        } else if (quote == '"' && c == '\\') {
            ++at;
        } else if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '#') {
            comment = true;
        } else if (c == '[' || c == '{') {
            ++brackets;
        } else if (c == ']' || c == '}') {
            --brackets;
        }
    }
    return quote != 0 || brackets != 0;
}

}  // namespace

// ---- What is read ----------------------------------------------------------------------------------------------------

TEST_CASE("scalars are text, whatever they look like", "[yaml]") {
    for (const std::string text : {"4.10", "010", "no", "2014", "2014-04-01", "1e3", "0x1f", "~", "null", "Null", "NULL", "true",
                                   ".inf", "a:b", "a#b", "=", "-1", "-x"}) {
        const Node plain = accepted("k: " + text + "\n");
        CHECK(plain.entries()[0].value.text() == text);
        CHECK_FALSE(plain.entries()[0].value.quoted);
        const Node quoted = accepted("k: '" + text + "'\n");
        CHECK(quoted.entries()[0].value.text() == text);
        CHECK(quoted.entries()[0].value.quoted);
    }
}

TEST_CASE("a tree has its kinds, its texts and its places", "[yaml]") {
    const Node root = accepted("list:\n- a\n- {b: [c, \"d\"]}\nzo\xc3\xab: x\n");
    REQUIRE(root.entries().size() == 2);
    const Node* const list = root.find("list");
    REQUIRE(list != nullptr);
    CHECK(list->is_sequence());
    CHECK(list->span == Span{.file = 0, .line = 2, .column = 1, .length = 0});
    REQUIRE(list->items().size() == 2);
    CHECK(list->items()[0].text() == "a");
    CHECK(list->items()[0].span == Span{.file = 0, .line = 2, .column = 3, .length = 1});
    const Node& mapping = list->items()[1];
    CHECK(mapping.is_mapping());
    CHECK(mapping.span == Span{.file = 0, .line = 3, .column = 3, .length = 0});
    const Node* const inner = mapping.find("b");
    REQUIRE(inner != nullptr);
    CHECK(inner->span == Span{.file = 0, .line = 3, .column = 7, .length = 0});
    CHECK(inner->items()[1].text() == "d");
    CHECK(inner->items()[1].quoted);
    CHECK(inner->items()[1].span == Span{.file = 0, .line = 3, .column = 11, .length = 3});
    CHECK(root.entries()[1].key.span == Span{.file = 0, .line = 4, .column = 1, .length = 3});
    CHECK(root.entries()[1].value.span == Span{.file = 0, .line = 4, .column = 6, .length = 1});
    CHECK(root.find("b") == nullptr);
    CHECK(list->find("a") == nullptr);
}

TEST_CASE("an empty value stands on the line of its key", "[yaml]") {
    const Node root = accepted("a:\n\n\nb: \nc: {}\nd: ''\n");
    CHECK(root.entries()[0].value.is_empty());
    CHECK(root.entries()[0].value.span == Span{.file = 0, .line = 1, .column = 3, .length = 0});
    CHECK(root.entries()[1].value.is_empty());
    CHECK(root.entries()[1].value.span.line == 4);
    CHECK(root.entries()[2].value.is_mapping());
    CHECK_FALSE(root.entries()[3].value.is_empty());
    CHECK(accepted("a:").entries()[0].value.span == Span{.file = 0, .line = 1, .column = 3, .length = 0});
    CHECK(accepted("a:\n  -\n  - b\n").entries()[0].value.items()[0].span.line == 2);
}

TEST_CASE("texts over several lines are joined, and as long as their first line", "[yaml]") {
    const Node plain = accepted("k: one  \n  two\n\n  three # no more\n");
    CHECK(plain.entries()[0].value.text() == "one two\nthree");
    CHECK(plain.entries()[0].value.span == Span{.file = 0, .line = 1, .column = 4, .length = 3});
    const Node quoted = accepted("k: \"z\xc3\xab \n  two\"\n");
    CHECK(quoted.entries()[0].value.text() == "z\xc3\xab two");
    CHECK(quoted.entries()[0].value.span == Span{.file = 0, .line = 1, .column = 4, .length = 3});
    const Node literal = accepted("k: |-  # as it is\n  one\n   two\n");
    CHECK(literal.entries()[0].value.text() == "one\n two");
    CHECK(literal.entries()[0].value.quoted);
    CHECK(literal.entries()[0].value.span == Span{.file = 0, .line = 1, .column = 4, .length = 2});
    CHECK(value_of("k: >\n  one\n  two\n\n  three\n") == "one two\nthree\n");
    CHECK(value_of("k: |+\n  one\n\n") == "one\n\n");
}

TEST_CASE("escapes are resolved", "[yaml]") {
    CHECK(value_of(R"(k: "a\tb\nc\\d\"e\/f\u00e9\x41\U0001F600")") ==
          "a\tb\nc\\d\"e/f\xc3\xa9"
          "A\xf0\x9f\x98\x80");
    CHECK(value_of(R"(k: 'it''s \n')") == "it's \\n");
    CHECK(value_of("k: \"a\\\n   b\"") == "ab");
}

TEST_CASE("JSON is read", "[yaml]") {
    const Node root = accepted("{\"log\":\"x\",\n\t\"records\":[{\"id\":\"a\",\"to\":[\"b\",null,true,1.50]},{}]\n}\n");
    REQUIRE(root.entries().size() == 2);
    const Node& record = root.entries()[1].value.items()[0];
    CHECK(record.find("to")->items()[1].text() == "null");
    CHECK(record.find("to")->items()[3].text() == "1.50");
    CHECK(record.find("id")->quoted);
    CHECK(record.span == Span{.file = 0, .line = 2, .column = 13, .length = 0});
}

TEST_CASE("a byte order mark and CRLF change neither texts nor places", "[yaml]") {
    const std::string unix_text = "k: a\nlist:\n  - \"b\n    c\"\n  - |\n    d\n    e\nlast: f\n";
    std::string windows_text = "\xef\xbb\xbf";
    for (const char c : unix_text) windows_text += c == '\n' ? "\r\n"s : std::string(1, c);
    CHECK(std::ranges::equal(accepted(windows_text).entries(), accepted(unix_text).entries()));
}

TEST_CASE("marks at both ends of a document are fine", "[yaml]") {
    CHECK(accepted("---\nk: a\n...\n").entries()[0].value.span.line == 2);
    CHECK(accepted("--- # first\nk: a\n...\n# last\n").entries().size() == 1);
    CHECK(accepted("%YAML 1.1\n---\nk: a\n").entries().size() == 1);
    CHECK(accepted("%YAML 1.2\n---\nk: a\n").entries().size() == 1);
}

// ---- Streaming -------------------------------------------------------------------------------------------------------

TEST_CASE("records come one by one, everything else entry by entry", "[yaml]") {
    struct Diary final : StreamHandler {
        std::vector<std::string> lines;
        void entry(const Node& key, const Node& value) override {
            lines.push_back("entry " + std::string(key.text()) + "=" + std::string(value.text()));
        }
        void items_begin(const Node& key, Span list) override {
            lines.push_back("begin " + std::string(key.text()) + " " + std::to_string(list.line));
        }
        void item(const Node& key, const Node& item) override {
            lines.push_back("item " + std::string(key.text()) + " " + std::string(item.text()));
        }
    };
    const Text text{.name = "t", .bytes = "log: x\nrecords:\n- a\n- b\nas-of: y\n"};
    Diagnostics diagnostics;
    Diary diary;
    CHECK(stream(text, 0, "records", diary, diagnostics));
    CHECK(diary.lines ==
          std::vector<std::string>{"entry log=x", "begin records 3", "item records a", "item records b", "entry as-of=y"});

    Diary other;
    CHECK(stream({.name = "t", .bytes = "records: []\nmore: {records: [a]}\n"}, 0, "records", other, diagnostics));
    CHECK(other.lines == std::vector<std::string>{"begin records 1", "entry more="});

    Diary no_list;
    CHECK(stream({.name = "t", .bytes = "records: none\n"}, 0, "records", no_list, diagnostics));
    CHECK(no_list.lines == std::vector<std::string>{"entry records=none"});
    CHECK_FALSE(diagnostics.has_errors());
}

TEST_CASE("a long list is read by several parsers, as if by one", "[yaml]") {
    const auto read = [](const std::string& bytes, RowGatherer& gatherer) {
        const Text text{.name = "t", .bytes = bytes};
        Diagnostics diagnostics;
        CHECK(stream_in_stretches(text, 0, "records", {.before = 100, .size = 50, .at_once = 4}, gatherer, diagnostics));
        CHECK_FALSE(diagnostics.has_errors());
        return gatherer.root();
    };
    std::string items;
    for (int i = 0; i < 300; ++i) {
        items += "  - {id: r" + std::to_string(i) + ", date: 2014-01-01}\n";
        if (i % 20 == 7) items += "\n  # the next one is not plain\n  - {id: s, more: {than: a row}}\n";
        if (i % 50 == 9) items += "  - id: t\n    note: |+\n      - of several lines\n\n\n";
    }
    struct Way {
        std::string bytes;
        bool is_cut;
    };
    const std::string quoted = "  - {id: u, note: \"a line\n  - {that: looks like an item}\n  - {id: \"}\n";
    for (const Way& way : {Way{"log: l\nrecords:\n" + items, true}, Way{"records:\n" + items + "as-of: 2014-02-01\n", true},
                           Way{"records:\n" + items + "...\n", true}, Way{"records:\n" + items + quoted + items, true},
                           Way{"records:\n" + quoted + items + "  - id: v\n    present:\n    - a\n    - b\n" + items, true},
                           Way{"records: [{id: r, date: 2014-01-01},\n" + std::string(400, ' ') + "{id: s}]\n", false}}) {
        RowGatherer alone, side_by_side;
        Diagnostics diagnostics;
        CHECK(stream({.name = "t", .bytes = way.bytes}, 0, "records", alone, diagnostics));
        CHECK(same_values(alone.root(), read(way.bytes, side_by_side)));
        CHECK(alone.items == side_by_side.items);
        CHECK(alone.times == 1);
        CHECK((side_by_side.times > 50) == way.is_cut);
    }
}

TEST_CASE("a list that is cut and changes while it is read is refused", "[yaml]") {
    const std::string items = "records:\n  - {id: a}\n  - {id: b}\n  - {id: c}\n";
    const std::string broken = items + "  - {id: \"d}\n";
    int times = 0;
    const Text text{.name = "t", .open = [&] { return std::make_unique<concordat::HeldBytes>(times++ == 0 ? broken : items); }};
    Diagnostics diagnostics;
    RowGatherer gatherer;
    CHECK_FALSE(stream_in_stretches(text, 0, "records", {.before = 0, .size = 1, .at_once = 2}, gatherer, diagnostics));
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items().front().code == "cannot-read");
    CHECK(diagnostics.items().front().message == "this file was changed while it was being read");
    CHECK(diagnostics.items().front().help == "try again");
    CHECK(times == 2);
}

TEST_CASE("what came before an error of syntax has been handed over", "[yaml]") {
    Diagnostics diagnostics;
    Gatherer gatherer;
    CHECK_FALSE(stream({.name = "t", .bytes = "records:\n- a\n- b\n- \"c"}, 0, "records", gatherer, diagnostics));
    CHECK(gatherer.items == 2);
    CHECK(diagnostics.error_count() == 1);
}

TEST_CASE("a second list of records is an error and is not handed over", "[yaml]") {
    Diagnostics diagnostics;
    Gatherer gatherer;
    CHECK(stream({.name = "t", .bytes = "records: [a]\nrecords: [b, c]\n"}, 0, "records", gatherer, diagnostics));
    CHECK(gatherer.items == 1);
    CHECK(diagnostics.error_count() == 1);
}

TEST_CASE("what a handler throws comes through", "[yaml]") {
    struct Thrower final : StreamHandler {
        void entry(const Node&, const Node&) override { throw std::runtime_error("stop"); }
        void item(const Node&, const Node&) override { throw std::runtime_error("stop"); }
    };
    Diagnostics diagnostics;
    Thrower thrower;
    CHECK_THROWS_AS(stream({.name = "t", .bytes = "k: a\n"}, 0, "records", thrower, diagnostics), std::runtime_error);
    CHECK_THROWS_AS(stream({.name = "t", .bytes = "records: [a]\n"}, 0, "records", thrower, diagnostics), std::runtime_error);
}

// ---- What is refused -------------------------------------------------------------------------------------------------

TEST_CASE("every trap is refused at its place, by both readers", "[yaml]") {
    struct Trap {
        std::string text;
        std::string first;  // how the first diagnostic begins, after the name
    };
    const std::vector<Trap> traps = {
        // The file as a whole
        {"", ": error[empty-file]"},
        {" \n\t\r\n", ": error[empty-file]"},
        {"\xef\xbb\xbf", ": error[empty-file]"},
        {"# nothing\n", ": error[empty-file]"},
        {"---\n", ": error[empty-file]"},
        {"---\n...\n", ": error[empty-file]"},
        {"text", ":1:1: error[not-a-mapping]"},
        {",", ":1:1: error[yaml-syntax]"},
        {"''", ":1:1: error[not-a-mapping]"},
        {"- a\n- b\n", ":1:1: error[not-a-mapping]"},
        {"[a]", ":1:1: error[not-a-mapping]"},
        {"k: a\n---\nk: b\n", ":2:1: error[second-document]"},
        {"k: a\n---\n", ":2:1: error[second-document]"},
        {"k: a\n...\nk: b\n", ":3:1: error[second-document]"},
        {"---\n---\nk: b\n", ": error[empty-file]"},
        // Bytes
        {"k: \xff\n", ":1:4: error[not-utf8]"},
        {"k: \xc3\n", ":1:4: error[not-utf8]"},
        {"k: \xed\xa0\x80\n", ":1:4: error[not-utf8]"},
        {"k: a\nz\xc3\xab: b\xc3", ":2:6: error[not-utf8]"},
        {"\xff\xfek\0:\0 \0a\0"s, ": error[not-utf8]"},
        {"\xfe\xff\0k\0:"s, ": error[not-utf8]"},
        {"k\0:\0 \0a\0"s, ": error[not-utf8]"},
        {"k: a\0"s, ":1:5: error[control-character]"},
        {"k: \x1b[31m\n", ":1:4: error[control-character]"},
        {"k: a\x7f\n", ":1:5: error[control-character]"},
        {"k: \xc2\x9b\n", ":1:4: error[control-character]"},
        {"k: a\xc2\x85j: b\n", ":1:5: error[control-character]"},
        {"k: a\xe2\x80\xa8\n", ":1:5: error[control-character]"},
        {"k: a\rj: b\n", ":1:5: error[control-character]"},
        {"k: a\n\xef\xbb\xbf"
         "j: b\n",
         ":2:1: error[control-character]"},
        {"k: \"\\0\"", ":1:4: error[control-character]"},
        {"k: \"\\e[31m\"", ":1:4: error[control-character]"},
        {"k: \"\\u0007\"", ":1:4: error[control-character]"},
        {"\"\\x1b\": a", ":1:1: error[control-character]"},
        // Cut off
        {"k: \"a", ":1:4: error[unclosed-quote]"},
        {"k: 'a", ":1:4: error[unclosed-quote]"},
        {"k: \"", ":1:4: error[unclosed-quote]"},
        {"k: \"a\\\"", ":1:4: error[unclosed-quote]"},
        {"k: \"a\\", ":1:4: error[unclosed-quote]"},
        {"\"k", ":1:1: error[unclosed-quote]"},
        {"k: \"a\n---\nj: \"b\"\n", ":1:4: error[unclosed-quote]"},
        {"k: \"a\\x4", ":1:4: error[unclosed-quote]"},
        {"k: [a", ":1:4: error[yaml-syntax]"},
        {"k: [a,", ":1:4: error[yaml-syntax]"},
        {"k: {a: b", ":1:4: error[yaml-syntax]"},
        {"k: {a: b,\n", ":1:4: error[yaml-syntax]"},
        {"k: [a, b: c", ":1:4: error[yaml-syntax]"},
        {"k: [a, {b: [], c: d", ":1:8: error[yaml-syntax]"},
        {"{\"k\": [1, 2]", ":1:1: error[yaml-syntax]"},
        // What YAML has and we have not
        {"k: &a b\n", ":1:4: error[alias]"},
        {"k: &a\n  j: b\n", ":1:4: error[alias]"},
        {"k: *a\n", ":1:4: error[alias]"},
        {"*a : b\n", ":1:1: error[alias]"},
        {"k: [*a, b]\n", ":1:5: error[alias]"},
        {"k: * a\n", ":1:4: error[alias]"},
        {"k: & a\n", ":1:4: error[alias]"},
        {"k: &a [*a]\n", ":1:4: error[alias]"},
        {"<<: {a: b}\n", ":1:1: error[merge-key]"},
        {"k:\n  <<: {a: b}\n", ":2:3: error[merge-key]"},
        {"k: !!int 3\n", ":1:4: error[tag]"},
        {"k: !mine [a]\n", ":1:4: error[tag]"},
        {"k: ! a\n", ":1:4: error[tag]"},
        {"k: !<x> a\n", ":1:4: error[tag]"},
        {"k: !e!x a\n", ":1:4: error[tag]"},
        {"!!map\nk: a\n", ":1:1: error[tag]"},
        {"%TAG ! tag:x,2000:\n---\nk: a\n", ":1:1: error[tag]"},
        {"%TAG\n---\nk: a\n", ":1:1: error[tag]"},
        {"%FOO\n---\nk: a\n", ":1:1: error[yaml-syntax]"},
        {"%YAML 2.0\n---\nk: a\n", ":1:1: error[yaml-syntax]"},
        // Keys
        {"k: a\nj: b\nk: c\n", ":3:1: error[duplicate-key]"},
        {"k: a\n\"k\": c\n", ":2:1: error[duplicate-key]"},
        {"j: {k: a, k: b}\n", ":1:11: error[duplicate-key]"},
        {"? [a]\n: b\n", ":1:3: error[complex-key]"},
        {"[a]: b\n", ":1:1: error[complex-key]"},
        {"{a: b}: c\n", ":1:1: error[complex-key]"},
        {"k: {[a]: b}\n", ":1:5: error[complex-key]"},
        {"? k\n: a\n", ":1:3: error[complex-key]"},
        {"? # why\n  k\n: a\n", ":2:3: error[complex-key]"},
        {"j: a\n? k\n: b\n", ":2:3: error[complex-key]"},
        {"? k\n", ":1:3: error[complex-key]"},
        {"k: {? j : b}\n", ":1:7: error[complex-key]"},
        {"k: [? \"\":a]\n", ":1:7: error[complex-key]"},
        {": a\n", ":1:1: error[complex-key]"},
        {"k: {: a}\n", ":1:5: error[complex-key]"},
        // Where libyaml and yaml-cpp differ
        {"k: [who?]\n", ":1:5: error[yaml-syntax]"},
        {"k: {j: who pays?}\n", ":1:8: error[yaml-syntax]"},
        {"k: {name: Bury, Bolton}\n", ":1:17: error[yaml-syntax]"},
        {"k: {j\n}\n", ":1:5: error[yaml-syntax]"},
        {"k: {j: }\n", ":1:5: error[yaml-syntax]"},
        {"k: [j: ]\n", ":1:5: error[yaml-syntax]"},
        {"k: \"a\n\n\"\n", ":1:4: error[yaml-syntax]"},
        {"k: '\n\n'\n", ":1:4: error[yaml-syntax]"},
        {"k: >+\n a\n\nj: b\n", ":1:4: error[yaml-syntax]"},
        {"k: >\n a\n ", ":1:4: error[yaml-syntax]"},
        {"k:\n  -\n  >-\n    a\n", ":3:3: error[yaml-syntax]"},
        {"k: \"\\_\"", ":1:4: error[yaml-syntax]"},
        {"k: \"\\N\"", ":1:4: error[yaml-syntax]"},
        // Plain errors of syntax
        {"k: a: b\n", ":1:5: error[yaml-syntax]"},
        {"k: a\n j: b\n", ":2:3: error[yaml-syntax]"},
        {"k: a\nj\n", ":2:1: error[yaml-syntax]"},
        {"\tk: a\n", ":1:1: error[yaml-syntax]"},
        {"k:\n\t- a\n", ":2:1: error[yaml-syntax]"},
        {"k:\n\tj: a\n", ":2:1: error[yaml-syntax]"},
        {"k: @a\n", ":1:4: error[yaml-syntax]"},
        {"k: `a`\n", ":1:4: error[yaml-syntax]"},
        {"k: %a\n", ":1:4: error[yaml-syntax]"},
        {"k: \"\\q\"\n", ":1:5: error[yaml-syntax]"},
        {"k: \"\\ud83d\\ude00\"\n", ":1:7: error[yaml-syntax]"},
        {"k: \"\\x4\"\n", ":1:7: error[yaml-syntax]"},
        {"k: \"a\" b\n", ":1:8: error[yaml-syntax]"},
        {"k: [a] b\n", ":1:8: error[yaml-syntax]"},
        {"k: [a, , b]\n", ":1:8: error[yaml-syntax]"},
        {"k: a]\nj: ]\n", ":2:4: error[yaml-syntax]"},
        {"k: - a\n", ":1:4: error[yaml-syntax]"},
        {"k: [a:]\n", ":1:6: error[yaml-syntax]"},
        {"k: ? a\n", ":1:4: error[yaml-syntax]"},
        {"k: a\n\tb\n", ":2:1: error[yaml-syntax]"},
        {"k: |\n\ta\n", ":2:1: error[yaml-syntax]"},
        {"k: v\n- a\n", ":2:1: error[yaml-syntax]"},
        {"k:\n  a: b\n c: d\n", ":3:2: error[yaml-syntax]"},
        {"k: !<x a\n", ":1:4: error[tag]"},
        {"%YAML x\n---\nk: a\n", ":1:1: error[yaml-syntax]"},
        {"%YAML 1.1\n%YAML 1.1\n---\nk: a\n", ":2:1: error[yaml-syntax]"},
        {"k: |0\n a\n", ":1:4: error[yaml-syntax]"},
        {"k: | a\n", ":1:4: error[yaml-syntax]"},
        {"k:\n- a\n b: c\n", ":3:3: error[yaml-syntax]"},
        {"{k: a} b\n", ":1:8: error[second-document]"},
        {"{\"k\": 1}\n{\"k\": 2}\n", ":2:1: error[second-document]"},
        {"%YAML 1.1\nk: a\n", ":2:1: error[yaml-syntax]"},
    };
    for (const Trap& trap : traps) {
        CAPTURE(printable(trap.text));
        const std::string error = refused(trap.text);
        CHECK(error.substr(0, 6 + trap.first.size()) == "t.yaml" + trap.first);
        CHECK(count(error, "did not find") + count(error, ": found") == 0);  // libyaml's own words
    }
}

TEST_CASE("an unclosed quotation mark is shown where it opens", "[yaml]") {
    CHECK(refused("log: x\nby: \"A. Person\nto: hscb\n") ==
          "t.yaml:2:5: error[unclosed-quote]: the quotation mark that opens here is never closed\n"
          "    2 | by: \"A. Person\n"
          "      |     ^\n"
          "help: close it with the same mark; a mark inside the text is written '' between single and \\\" between double "
          "quotes\n");
}

TEST_CASE("a quotation mark that the next one closes by mistake is suspected", "[yaml]") {
    CHECK(refused("by: \"A. Person\nto: \"hscb\"\n") ==
          "t.yaml:2:6: error[yaml-syntax]: this does not fit the lines above; a key was expected here\n"
          "    2 | to: \"hscb\"\n"
          "      |      ^\n"
          "help: check that the lines that belong together begin in the same column, and that all quotes are closed\n"
          "note: t.yaml:1:1: the keys began here\n"
          "    1 | by: \"A. Person\n"
          "      | ^\n"
          "note: t.yaml:1:5: a quoted text runs from here to the line in question; is its closing mark missing?\n"
          "    1 | by: \"A. Person\n"
          "      |     ^^^^^^^^^^\n");
}

TEST_CASE("a list that is cut off is shown where it opens", "[yaml]") {
    CHECK(refused("to: [hscb,\n  hct\n") ==
          "t.yaml:1:5: error[yaml-syntax]: the list that opens here is never closed: its `]` is missing\n"
          "    1 | to: [hscb,\n"
          "      |     ^\n"
          "help: text with a comma, a bracket or a colon and a blank in it must be put in quotes\n");
}

TEST_CASE("a double key names both places", "[yaml]") {
    CHECK(refused("to: hscb\nby: hct\nto: hhwb\n") ==
          "t.yaml:3:1: error[duplicate-key]: the key `to` stands here a second time\n"
          "    3 | to: hhwb\n"
          "      | ^^\n"
          "help: delete one of the two, or join them\n"
          "note: t.yaml:1:1: it stood here first\n"
          "    1 | to: hscb\n"
          "      | ^^\n");
}

TEST_CASE("all errors are reported that are none of syntax", "[yaml]") {
    const std::string error = refused("k: &a b\nj: *a\nk: c\n<<: d\n[x]: y\nt: !t z\nw: {b: q?, b: r}\n");
    CHECK(count(error, "error[") == 8);
    CHECK(count(error, "error[alias]") == 2);
    CHECK(count(error, "error[duplicate-key]") == 2);
    CHECK(count(error, "error[merge-key]") == 1);
    CHECK(count(error, "error[complex-key]") == 1);
    CHECK(count(error, "error[tag]") == 1);
    CHECK(count(error, "error[yaml-syntax]") == 1);
}

TEST_CASE("keys chosen to meet in the table cost no more than others", "[yaml]") {
    std::vector<std::string> chosen;
    for (std::size_t n = 0; chosen.size() < 1500; ++n)
        if (std::string text = "k" + std::to_string(n); (WordHash{}(text)&0xfffU) == 0) chosen.push_back(text);
    SeenKeys seen;
    for (std::uint32_t i = 0; i < chosen.size(); ++i) CHECK(seen.find_or_add({chosen[i], false, {.line = i}}) == nullptr);
    const std::uint64_t before = seen.steps();
    for (std::uint32_t i = 0; i < chosen.size(); ++i) {
        const Span* const first = seen.find_or_add({chosen[i], true, {.line = 9999}});
        REQUIRE(first != nullptr);
        CHECK(first->line == i);
    }
    CHECK(seen.steps() - before < 4 * chosen.size());  // 750 steps each, if they met
    seen.clear();
    CHECK(seen.find_or_add({chosen[0], false, {}}) == nullptr);
}

TEST_CASE("a Node shows what was put in last", "[yaml]") {
    const std::vector<Node> items(2);
    const std::vector<Entry> entries(3);
    Node node("a", true, {.line = 1});
    CHECK(node.text() == "a");
    CHECK(node.items().empty());
    CHECK(node.entries().empty());
    node.set(std::span<const Node>(items));
    CHECK(node.is_sequence());
    CHECK(node.text().empty());
    CHECK(node.items().size() == 2);
    CHECK(node.entries().empty());
    node.set(std::span<const Entry>(entries));
    CHECK(node.is_mapping());
    CHECK(node.items().empty());
    CHECK(node.entries().size() == 3);
    CHECK(Node().is_empty());
    CHECK_FALSE(Node(Node::Kind::sequence, {}).is_empty());
}

TEST_CASE("a line of JSON may be as long as many blocks", "[yaml]") {
    std::string text = R"({"log":"x","roles":{)";
    for (int n = 0; n < 60000; ++n) {
        const std::string id = "role-" + std::to_string(n);
        text += '"' + id + R"(":{"name":")" +
                (n % 1000 == 7   ? R"(R\u00f6le \"quoted\")"
                 : n % 1000 == 8 ? "Röle"
                                 : "A role of the log's own") +
                R"(" },)";
    }
    text.back() = '}';
    text += "}\n{\"id\":\"r1\"}\n";
    CHECK(text.size() > (std::size_t{2} << 20U));
    constexpr std::array<std::string_view, 1> head_keys = {"log"};
    const auto read = [&](std::string_view bytes, Gatherer& gatherer) {
        Diagnostics diagnostics;
        CHECK(stream_json_lines({.name = "t", .bytes = std::string(bytes)}, 0, "records", head_keys, gatherer, diagnostics));
        return diagnostics.error_count();
    };
    Gatherer gatherer;
    REQUIRE(read(text, gatherer) == 0);
    CHECK(gatherer.items == 1);
    const Node root = gatherer.root();
    const std::span<const Entry> roles = root.find("roles")->entries();
    REQUIRE(roles.size() == 60000);
    CHECK(roles[59007].key.text() == "role-59007");
    CHECK(roles[59007].value.find("name")->text() == "Röle \"quoted\"");
    CHECK(roles[59008].value.find("name")->text() == "Röle");
    CHECK(roles[59009].key.span.line == 1);
    CHECK(roles[59009].key.span.length == 12);
    const std::size_t before = text.find("\"role-59009\"");
    CHECK(roles[59009].key.span.column == count_code_points(std::string_view(text).substr(0, before)) + 1);

    text.insert(text.find("\"role-59999\""), R"("role-3":{"name":"again"},)");
    Gatherer other;
    CHECK(read(text, other) == 1);
    CHECK(other.root().find("roles")->entries().size() == 60000);
}

TEST_CASE("double keys are found among many", "[yaml]") {
    for (const std::string head : {"", "k:\n  ", "records:\n- "}) {
        const std::string indent(head.empty() ? 0 : 2, ' ');
        std::string text = head;
        for (int n = 0; n < 200; ++n) text += (n == 0 ? "" : indent) + "key" + std::to_string(n) + ": a\n";
        accepted(text);
        for (const int n : {0, 1, 15, 16, 17, 199}) {
            CHECK(count(refused(text + indent + "key" + std::to_string(n) + ": b\n"), "error[duplicate-key]") == 1);
        }
    }
}

TEST_CASE("32 levels are read, 33 are not, and a hundred thousand take no time", "[yaml]") {
    accepted("k: " + repeated("[", max_depth - 1) + repeated("]", max_depth - 1));
    const std::string error = refused("k: " + repeated("[", max_depth) + repeated("]", max_depth));
    CHECK(error.substr(0, 30) == "t.yaml:1:35: error[too-deep]: ");
    for (const std::string_view part : {"[", "{a: ", "- ", "? ", "[[],", "{\"a\":"}) {
        CAPTURE(part);
        const std::string deep = "k:\n " + repeated(part, 100000);
        CHECK(count(refused(deep), "error[") >= 1);
    }
    CHECK(count(refused("k:\n  " + repeated("- ", 100000)), "error[too-deep]") == 1);
}

TEST_CASE("a text of 1 MiB and a key of 200 characters are read, longer ones are not", "[yaml]") {
    CHECK(value_of("k: " + std::string(max_scalar, 'a')).size() == max_scalar);
    accepted(std::string(max_key, 'k') + ": a");
    CHECK(count(refused(std::string(max_key + 1, 'k') + ": a"), "error[too-large]") == 1);
    CHECK(count(refused(repeated("\xc3\xa9", 600) + ": a"), "error[too-large]") == 1);
    for (const std::string quote : {"", "\"", "'"}) {
        CHECK(count(refused("k: " + quote + std::string(max_scalar + 1, 'a') + quote), "error[too-large]") == 1);
    }
}

TEST_CASE("a hostile file gets a hundred errors, not a million", "[yaml]") {
    const std::string error = refused("k: [" + repeated("*a, ", 100000) + "]");
    CHECK(count(error, "error[alias]") == Diagnostics::kept_per_file);
    CHECK(count(error, "t.yaml: 99900 more errors are not shown\n") == 1);
}

// ---- Both readers alike ----------------------------------------------------------------------------------------------

TEST_CASE("a file cut off anywhere is read alike, and never inside something open", "[yaml]") {
    const Node root = accepted(rich);
    CHECK(root.entries().size() == 6);
    for (std::size_t cut = 0; cut < rich.size(); ++cut) {
        CAPTURE(cut, printable(std::string_view(rich).substr(cut < 20 ? 0 : cut - 20, 20)));
        const BothReaders both = read_both(rich.substr(0, cut));
        CHECK(both.disagreement == "");
        if (is_open_at(rich, cut)) CHECK_FALSE(both.accepts());
    }
}

template <typename Dice>
void change_at_random(std::string& text, std::size_t changes, const std::vector<std::string>& parts, Dice throw_dice) {
    for (; changes > 0; --changes) {
        const std::size_t at = throw_dice(text.size() + 1);
        text.replace(at, throw_dice(4), parts[throw_dice(parts.size())]);
    }
}

TEST_CASE("texts changed at random are read alike", "[yaml]") {
    const std::vector<std::string> parts = {"\n",    "\n  ", "\n- ", ": ",   ":",    "- ", "? ",     "# ",     "\"",
                                            "'",     "[",    "]",    "{",    "}",    ", ", "|\n",    ">-\n  ", "---\n",
                                            "...\n", "&a ",  "*a",   "!t ",  "<<: ", "\\", "\\_",    "\t",     "\r\n",
                                            "\r",    "\xc3", "\xff", "\x1b", "k: ",  "",   "%YAML ", "null",   "~"};
    std::mt19937 dice(20140401);
    const auto throw_dice = [&dice](std::size_t sides) { return static_cast<std::size_t>(dice()) % sides; };
    std::size_t read = 0;
    for (int n = 0; n < 5000; ++n) {
        // A piece of the text, so that changes often meet.
        const std::size_t begin = throw_dice(rich.size());
        std::string text = n % 4 == 0 ? rich : rich.substr(begin, 1 + throw_dice(120));
        change_at_random(text, 1 + throw_dice(4), parts, throw_dice);
        CAPTURE(n, printable(text));
        const BothReaders both = read_both(text);
        CHECK(both.disagreement == "");
        read += both.accepts() ? 1U : 0U;
    }
    CHECK(read > 100);
}

TEST_CASE("logs of plain lines changed at random are read alike, as rows and as nodes", "[yaml]") {
    const std::vector<std::string> lines = {"- {id: r1, date: 2014-06-30, act: sent}",
                                            "- {id: r2, act: \"a, {b}: 'c' #?\", k: 'it, \"is\"'}",
                                            "- {id: r3, present: [hwb, \"csp\", 'a b', x:y], in-writing: yes}",
                                            "- { id:  \u00c9t\u00e9 \u20ac 1 , act: a - b }",
                                            "- {id: r4, present: []}",
                                            "- {id: r5, present: [ a,  b ]}\r",
                                            "- {k: https://example.org/a?b}",
                                            "- {id: r6, id: r7}",
                                            "- {id: r8, other: x}",
                                            "- {id: r9, act: }",
                                            "- {id: r10,}",
                                            "- {id: {k: v}}",
                                            "- {k: '', act: \"\"}",
                                            "- id: r11\n  act: |\n    - {id: no}\n    - {id: no}\n    - {id: no}",
                                            "- id: r12\n  k: \"\n- {id: no}\n- {id: no}\n- {id: no}\n\"",
                                            "- [\n- {id: no}\n- {id: no}\n]",
                                            "-\n  - {id: r13}\n  - {id: r14}\n  - {id: r15}",
                                            "# said",
                                            "",
                                            "act:",
                                            "- x"};
    const std::vector<std::string> parts = {"\n",    "\n  ", "\n- ", ": ",  ":",    "- ",     "? ",     "#",    " #",    "\"",
                                            "'",     "[",    "]",    "{",   "}",    ", ",     ",",      "|\n",  ">-\n ", "---\n",
                                            "...\n", "&a ",  "*a",   "!t ", "<<: ", "\\",     "\t",     "\r\n", "\r",    "\xc3",
                                            "\x1b",  "k: ",  "",     "%",   "@",    "\u00a0", "\u00e9", "  "};
    std::mt19937 dice(20140630);
    const auto throw_dice = [&dice](std::size_t sides) { return static_cast<std::size_t>(dice()) % sides; };
    std::size_t read = 0, rows = 0;
    for (int n = 0; n < 5000; ++n) {
        const std::string indent(throw_dice(3), ' ');
        std::string text = throw_dice(4) == 0 ? "k: v\nrecords:\n" : "records:\n";
        for (std::size_t count = throw_dice(16); count > 0; --count) {
            std::string line = lines[throw_dice(throw_dice(3) == 0 ? lines.size() : 3)] + '\n';
            for (std::size_t at = line.find('\n'); at + 1 < line.size(); at = line.find('\n', at + 1))
                line.insert(at + 1, indent);
            text += indent + line;
        }
        change_at_random(text, throw_dice(3), parts, throw_dice);
        CAPTURE(n, printable(text));
        const BothReaders both = read_both(text);
        CHECK(both.disagreement == "");
        read += both.accepts() ? 1U : 0U;
        rows += both.plain_rows;
    }
    CHECK(read > 500);
    CHECK(rows > 2500);
}

TEST_CASE("a log of many blocks is read alike, as rows and as nodes", "[yaml]") {
    std::string text = "k: v\nrecords:\n";
    for (int n = 0; n < 12000; ++n) {
        const std::string id = std::to_string(n);
        text += "  - {id: " + id + ", date: 2014-06-30, act: sent, present: [hwb, \"csp\", 'a b'], k: some words}\n";
        if (n % 97 == 0)
            text += "  - id: x" + id + "\n    k: |\n      " + std::string(static_cast<std::size_t>(n % 1000), 'x') + "\n";
        if (n % 401 == 0) text += "  # - {id: no}\n\n";
        if (n == 6000) text += "  - [" + std::string(600000, 'y') + ", b]\n";  // longer than a block
    }
    const BothReaders both = read_both(text + "date: 2014-06-30\n");
    CHECK(both.disagreement == "");
    CHECK(both.accepts());
    CHECK(both.plain_rows > 11000);
    CHECK(read_both(text + "  - {id: \n\t@").disagreement == "");
}

TEST_CASE("every YAML file of the tree is read alike", "[yaml]") {
    namespace fs = std::filesystem;
    const auto is_skipped = [](const fs::path& folder) {
        const std::string name = folder.filename().string();
        return name.starts_with(".") || name.starts_with("build") || name == "node_modules" || name == "_deps";
    };
    fs::recursive_directory_iterator walk(CONCORDAT_SOURCE_DIR);
    for (const fs::directory_entry& file : walk) {
        if (file.is_directory() && is_skipped(file.path())) walk.disable_recursion_pending();
        const std::string extension = file.path().extension().string();
        if (!file.is_regular_file() || (extension != ".yaml" && extension != ".yml")) continue;
        CAPTURE(file.path().string());
        std::ifstream input(file.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()};
        CHECK(read_both(bytes).disagreement == "");
    }
}
