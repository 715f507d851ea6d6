#include <string>
#include <string_view>
#include <utility>

#include "catch.hpp"
#include "source/room.hpp"
#include "source/text.hpp"
#include "source/utf8.hpp"

using namespace concordat;
using namespace std::string_literals;
using namespace std::string_view_literals;

TEST_CASE("a line is given without its end", "[source]") {
    const Text text{.name = "t", .bytes = "one\ntwo\r\n\nfour"};
    CHECK(text.line(1) == "one");
    CHECK(text.line(2) == "two");
    CHECK(text.line(3).empty());
    CHECK(text.line(4) == "four");
}

TEST_CASE("lines that do not exist are empty", "[source]") {
    const Text text{.name = "t", .bytes = "one\n"};
    CHECK(text.line(0).empty());
    CHECK(text.line(2).empty());
    CHECK(text.line(3).empty());
    CHECK(text.line(100000).empty());
    CHECK(Text{}.line(1).empty());
}

TEST_CASE("a byte order mark is no part of the first line", "[source]") {
    const Text text{.name = "t", .bytes = "\xef\xbb\xbfone\ntwo"};
    CHECK(text.line(1) == "one");
    CHECK(text.line(2) == "two");
}

TEST_CASE("lines are found far into a long text, in any order", "[source]") {
    Text text{.name = "t", .bytes = ""};
    for (int n = 1; n <= 2000; ++n) text.bytes += "line " + std::to_string(n) + "\n";
    for (const std::uint32_t n : {2000U, 1U, 256U, 257U, 258U, 512U, 513U, 1999U, 3U}) {
        CHECK(text.line(n) == "line " + std::to_string(n));
    }
    CHECK(text.line(2001).empty());
}

TEST_CASE("texts stay where they are when others are added", "[source]") {
    Sources sources;
    CHECK(sources.add({.name = "a", .bytes = "A"}) == 0);
    const Text* const first = &sources.at(0);
    for (std::uint32_t n = 1; n < 1000; ++n) CHECK(sources.add({.name = "b", .bytes = "B"}) == n);
    CHECK(&sources.at(0) == first);
    CHECK(first->name == "a");
    CHECK(sources.size() == 1000);
}

TEST_CASE("room that grows keeps what is in it", "[source]") {
    Room room;
    CHECK(room.size() == 0);
    std::size_t used = 0;
    for (std::size_t size = 1000; size < (std::size_t{10} << 20U); size *= 3) {  // small and great
        room.grow(size, used);
        CHECK(room.size() == size);
        for (; used < size; ++used) room.data()[used] = static_cast<char>(used % 251);
    }
    room.grow(1, 1);
    bool is_kept = true;
    for (std::size_t i = 0; i < used; ++i) is_kept = is_kept && room.data()[i] == static_cast<char>(i % 251);
    CHECK(is_kept);
    const Room taken = std::move(room);
    CHECK(taken.size() >= used);
}

TEST_CASE("spans are ordered by place", "[source]") {
    CHECK(Span{.file = 0, .line = 9, .column = 9} < Span{.file = 1, .line = 1, .column = 1});
    CHECK(Span{.file = 1, .line = 1, .column = 9} < Span{.file = 1, .line = 2, .column = 1});
    CHECK(Span{.file = 1, .line = 2, .column = 1} < Span{.file = 1, .line = 2, .column = 2});
    CHECK(Span{} == Span{});
}

TEST_CASE("UTF-8 is decoded as the standard demands", "[source]") {
    struct Case {
        std::string_view bytes;
        char32_t value;
        std::uint32_t size;
    };
    const Case good[] = {{"a", U'a', 1},
                         {"\x00"sv, 0, 1},
                         {"\xc2\x80", 0x80, 2},
                         {"\xdf\xbf", 0x7ff, 2},
                         {"\xe0\xa0\x80", 0x800, 3},
                         {"\xed\x9f\xbf", 0xd7ff, 3},
                         {"\xee\x80\x80", 0xe000, 3},
                         {"\xf0\x90\x80\x80", 0x10000, 4},
                         {"\xf4\x8f\xbf\xbf", 0x10ffff, 4}};
    for (const Case& c : good) {
        CHECK(decode(c.bytes).value == c.value);
        CHECK(decode(c.bytes).size == c.size);
    }
    const std::string_view bad[] = {
        "\x80",     "\xbf",         "\xc0\x80",     "\xc1\xbf",         "\xc2",         "\xc2\x41",         "\xe0\x9f\xbf",
        "\xe2\x82", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x8f\xbf\xbf", "\xf0\x9f\x98", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
        "\xff"};
    for (const std::string_view bytes : bad) CHECK(decode(bytes).size == 0);
}

TEST_CASE("columns count code points", "[source]") {
    CHECK(count_code_points("") == 0);
    CHECK(count_code_points("abc") == 3);
    CHECK(count_code_points("é€😀") == 3);
    CHECK(count_code_points("a\xff\xc3") == 3);
}

TEST_CASE("what keeps a file from being read is found, and where", "[source]") {
    struct Case {
        std::string bytes;
        Fault::Kind kind;
        std::size_t offset;
    };
    const Case cases[] = {{"abc\xff", Fault::Kind::not_utf8, 3},
                          {"0123456789\xc3", Fault::Kind::not_utf8, 10},
                          {"ab\0c"s, Fault::Kind::forbidden, 2},
                          {"\x1b[2J", Fault::Kind::forbidden, 0},
                          {"0123456789\x7f", Fault::Kind::forbidden, 10},
                          {"a\xc2\x9b", Fault::Kind::forbidden, 1},
                          {"a\xef\xbf\xbe", Fault::Kind::forbidden, 1},
                          {"a\rb", Fault::Kind::line_end, 1},
                          {"a\r", Fault::Kind::line_end, 1},
                          {"a\xc2\x85", Fault::Kind::line_end, 1},
                          {"a\xe2\x80\xa8", Fault::Kind::line_end, 1},
                          {"a\xe2\x80\xa9", Fault::Kind::line_end, 1},
                          {"a\xef\xbb\xbf", Fault::Kind::stray_mark, 1}};
    for (const Case& c : cases) {
        CAPTURE(printable(c.bytes));
        const auto fault = find_fault(c.bytes);
        REQUIRE(fault.has_value());
        CHECK(fault->kind == c.kind);
        CHECK(fault->offset == c.offset);
    }
    CHECK_FALSE(find_fault("").has_value());
    CHECK_FALSE(find_fault("\xef\xbb\xbf"
                           "a\tb\r\nc\n")
                    .has_value());
    CHECK_FALSE(find_fault("déjà vu, 12 €, 😀, and more than eight plain bytes").has_value());
}

TEST_CASE("a fault is found wherever it stands among plain bytes", "[source]") {
    for (std::size_t at = 0; at < 40; ++at) {
        for (const char c : {'\x01', '\x1f', '\x7f', '\x80', '\xff'}) {
            std::string bytes(40, 'a');
            bytes[at] = c;
            const auto fault = find_fault(bytes);
            REQUIRE(fault.has_value());
            CHECK(fault->offset == at);
        }
    }
}

TEST_CASE("control characters are found in decoded text", "[source]") {
    CHECK_FALSE(find_forbidden("a\tb\nc\rd \xc2\x85").has_value());
    CHECK(find_forbidden("a\x1b") == std::size_t{1});
    CHECK(find_forbidden("é\0"sv) == std::size_t{2});
}

TEST_CASE("a stranger's text cannot act on a terminal", "[source]") {
    CHECK(printable("plain, é, €, 😀") == "plain, é, €, 😀");
    CHECK(printable("\x1b[31mred") == "\\x1b[31mred");
    CHECK(printable("a\tb") == "a b");
    CHECK(printable("a\r\nb") == "a\\x0d\\x0ab");
    CHECK(printable("\0\x7f"sv) == "\\x00\\x7f");
    CHECK(printable("\xc2\x9b") == "\\u009b");
    CHECK(printable("\xff\xc3") == "\\xff\\xc3");
    CHECK(printable("\xe2\x80\xae"
                    "evil") == "\\u202eevil");
    CHECK(printable("\xe2\x81\xa6\xe2\x81\xa9") == "\\u2066\\u2069");
    CHECK(printable("\xe2\x80\x8b\xe2\x80\x8f\xef\xbb\xbf") == "\\u200b\\u200f\\ufeff");
    CHECK(printable("\xe2\x80\xa8\xe2\x80\xa9") == "\\u2028\\u2029");
    CHECK(printable("\xf3\xa0\x81\x81") == "\\U000e0041");
}
