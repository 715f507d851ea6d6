#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "diagnostic/diagnostic.hpp"
#include "diagnostic/nearest.hpp"
#include "diagnostic/render.hpp"
#include "source/text.hpp"

using namespace concordat;

namespace {

Sources one_file(std::string bytes) {
    Sources sources;
    sources.add({.name = "log.yaml", .bytes = std::move(bytes)});
    return sources;
}

}  // namespace

TEST_CASE("an error shows its place, the line and a caret", "[diagnostic]") {
    const Sources sources = one_file("log: x\nrecords:\n  - act: sent\n");
    Diagnostics diagnostics;
    diagnostics.error({.file = 0, .line = 3, .column = 5, .length = 3}, "unknown-key", "there is no key `act` here");
    CHECK(render(diagnostics, sources) ==
          "log.yaml:3:5: error[unknown-key]: there is no key `act` here\n"
          "    3 |   - act: sent\n"
          "      |     ^^^\n");
}

TEST_CASE("help and notes follow the excerpt", "[diagnostic]") {
    const Sources sources = one_file("a: 1\nb: 2\na: 3\n");
    Diagnostics diagnostics;
    diagnostics.error({.file = 0, .line = 3, .column = 1, .length = 1}, "duplicate-key", "the key `a` stands here twice",
                      "delete one", {{.span = {.file = 0, .line = 1, .column = 1}, .message = "first here"}});
    CHECK(render(diagnostics, sources) ==
          "log.yaml:3:1: error[duplicate-key]: the key `a` stands here twice\n"
          "    3 | a: 3\n"
          "      | ^\n"
          "help: delete one\n"
          "note: log.yaml:1:1: first here\n"
          "    1 | a: 1\n"
          "      | ^\n");
}

TEST_CASE("a diagnostic about a whole file has no excerpt", "[diagnostic]") {
    const Sources sources = one_file("");
    Diagnostics diagnostics;
    diagnostics.error({.file = 0}, "empty-file", "the file is empty");
    diagnostics.warning({.file = 0}, "old", "the file is old");
    CHECK(render(diagnostics, sources) ==
          "log.yaml: error[empty-file]: the file is empty\n"
          "log.yaml: warning[old]: the file is old\n");
}

TEST_CASE("nothing from a file reaches the terminal as it is", "[diagnostic]") {
    Sources sources;
    sources.add({.name = "a\x1b[1m.yaml",
                 .bytes = "\tb\x1b]0;x: \xe2\x80\xae"
                          "c d\n"});
    Diagnostics diagnostics;
    diagnostics.error({.file = 0, .line = 1, .column = 10, .length = 1},
                      "c\x07"
                      "d",
                      "see \x1b[2J", "try \xe2\x80\xae", {{.span = {.file = 0, .line = 1, .column = 1}, .message = "\x7f"}});
    CHECK(render(diagnostics, sources) ==
          "a\\x1b[1m.yaml:1:10: error[c\\x07d]: see \\x1b[2J\n"
          "    1 |  b\\x1b]0;x: \\u202ec d\n"
          "      |             ^^^^^^\n"
          "help: try \\u202e\n"
          "note: a\\x1b[1m.yaml:1:1: \\x7f\n"
          "    1 |  b\\x1b]0;x: \\u202ec d\n"
          "      | ^\n");
}

TEST_CASE("columns are code points in the caret, too", "[diagnostic]") {
    const Sources sources = one_file("é€😀: x\n");
    Diagnostics diagnostics;
    diagnostics.error({.file = 0, .line = 1, .column = 6, .length = 1}, "c", "m");
    CHECK(render(diagnostics, sources) ==
          "log.yaml:1:6: error[c]: m\n"
          "    1 | é€😀: x\n"
          "      |      ^\n");
}

TEST_CASE("a place beyond the end of its line is still shown", "[diagnostic]") {
    const Sources sources = one_file("ab\n");
    Diagnostics diagnostics;
    diagnostics.error({.file = 0, .line = 1, .column = 3}, "c", "at the end");
    diagnostics.error({.file = 0, .line = 7, .column = 1}, "c", "nowhere");
    CHECK(render(diagnostics, sources) ==
          "log.yaml:1:3: error[c]: at the end\n"
          "    1 | ab\n"
          "      |   ^\n"
          "log.yaml:7:1: error[c]: nowhere\n"
          "    7 | \n"
          "      | ^\n");
}

TEST_CASE("a line number of any size fits", "[diagnostic]") {
    std::string bytes(123455, '\n');
    const Sources sources = one_file(bytes + "key\n");
    Diagnostics diagnostics;
    diagnostics.error({.file = 0, .line = 123456, .column = 2}, "c", "m");
    CHECK(render(diagnostics, sources) ==
          "log.yaml:123456:2: error[c]: m\n"
          "123456 | key\n"
          "       |  ^\n");
}

TEST_CASE("a long line is cut around the place", "[diagnostic]") {
    const std::string head(300, 'a');
    const std::string tail(300, 'z');
    const Sources sources = one_file(head + "HERE" + tail + "\n");
    Diagnostics diagnostics;
    diagnostics.error({.file = 0, .line = 1, .column = 301, .length = 4}, "c", "m");
    CHECK(render(diagnostics, sources) ==
          "log.yaml:1:301: error[c]: m\n"
          "    1 | …" +
              std::string(39, 'a') + "HERE" + std::string(55, 'z') +
              "…\n"
              "      | " +
              std::string(40, ' ') + "^^^^\n");

    Diagnostics at_start;
    at_start.error({.file = 0, .line = 1, .column = 2, .length = 1}, "c", "m");
    CHECK(render(at_start, sources) ==
          "log.yaml:1:2: error[c]: m\n"
          "    1 | " +
              std::string(99, 'a') +
              "…\n"
              "      |  ^\n");

    Diagnostics at_end;
    at_end.error({.file = 0, .line = 1, .column = 604, .length = 1}, "c", "m");
    CHECK(render(at_end, sources) ==
          "log.yaml:1:604: error[c]: m\n"
          "    1 | …" +
              std::string(39, 'z') +
              "z\n"
              "      | " +
              std::string(40, ' ') + "^\n");

    Diagnostics all_of_it;
    all_of_it.error({.file = 0, .line = 1, .column = 1, .length = 604}, "c", "m");
    CHECK(render(all_of_it, sources) ==
          "log.yaml:1:1: error[c]: m\n"
          "    1 | " +
              std::string(99, 'a') +
              "…\n"
              "      | " +
              std::string(100, '^') + "\n");
}

TEST_CASE("a line of just the width is not cut", "[diagnostic]") {
    const Sources sources = one_file(std::string(100, 'a'));
    Diagnostics diagnostics;
    diagnostics.error({.file = 0, .line = 1, .column = 100}, "c", "m");
    CHECK(render(diagnostics, sources) ==
          "log.yaml:1:100: error[c]: m\n"
          "    1 | " +
              std::string(100, 'a') +
              "\n"
              "      | " +
              std::string(99, ' ') + "^\n");
}

TEST_CASE("diagnostics are sorted by place, and none is said twice", "[diagnostic]") {
    Diagnostics diagnostics;
    const auto add = [&](std::uint32_t file, std::uint32_t line, std::uint32_t column, const char* code, const char* message) {
        diagnostics.error({.file = file, .line = line, .column = column}, code, message);
    };
    add(1, 1, 1, "a", "sixth");
    add(0, 2, 1, "a", "fifth");
    add(0, 1, 2, "b", "fourth");
    add(0, 1, 2, "a", "third");
    add(0, 1, 2, "a", "second");
    add(0, 0, 0, "z", "first");
    add(0, 2, 1, "a", "fifth");
    diagnostics.sort();

    std::vector<std::string> messages;
    for (const Diagnostic& item : diagnostics.items()) messages.push_back(item.message);
    CHECK(messages == std::vector<std::string>{"first", "second", "third", "fourth", "fifth", "sixth"});
}

TEST_CASE("warnings are no errors", "[diagnostic]") {
    Diagnostics diagnostics;
    CHECK_FALSE(diagnostics.has_errors());
    diagnostics.warning({}, "w", "a warning");
    CHECK_FALSE(diagnostics.has_errors());
    diagnostics.error({}, "e", "an error");
    CHECK(diagnostics.has_errors());
    CHECK(diagnostics.error_count() == 1);
    CHECK(diagnostics.items().size() == 2);
}

TEST_CASE("of each file a hundred errors are kept and the others counted", "[diagnostic]") {
    Sources sources;
    sources.add({.name = "bad.yaml", .bytes = ""});
    sources.add({.name = "good.yaml", .bytes = ""});
    Diagnostics diagnostics;
    for (int n = 0; n < 1000; ++n) diagnostics.error({.file = 0}, "c", "error " + std::to_string(n));
    for (int n = 0; n < 101; ++n) diagnostics.warning({.file = 0}, "c", "warning " + std::to_string(n));
    diagnostics.error({.file = 1}, "c", "the last");
    diagnostics.sort();

    CHECK(diagnostics.items().size() == 201);
    CHECK(diagnostics.error_count() == 1001);
    CHECK(diagnostics.omitted(0).errors == 900);
    CHECK(diagnostics.omitted(0).warnings == 1);
    CHECK(diagnostics.omitted(1).errors == 0);
    const std::string text = render(diagnostics, sources);
    const std::string end = "good.yaml: error[c]: the last\nbad.yaml: 900 more errors and 1 more warning are not shown\n";
    CHECK(text.substr(text.size() - end.size()) == end);
}

TEST_CASE("the nearest name is found", "[diagnostic]") {
    const std::vector<std::string_view> known = {"act", "document", "covering", "present", "in-force", "to"};
    CHECK(nearest("documnet", known) == "document");  // neighbours swapped
    CHECK(nearest("documen", known) == "document");
    CHECK(nearest("documents", known) == "document");
    CHECK(nearest("dokument", known) == "document");
    CHECK(nearest("In_Force", known) == "in-force");
    CHECK(nearest("acts", known) == "act");
    CHECK(nearest("ot", known) == "to");
    CHECK_FALSE(nearest("evidence", known).has_value());
    CHECK_FALSE(nearest("x", known).has_value());
    CHECK_FALSE(nearest("", known).has_value());
    CHECK_FALSE(nearest("act", {}).has_value());
}

TEST_CASE("of equally near names the first is taken, of unequal ones the nearer", "[diagnostic]") {
    CHECK(nearest("bat", {"cat", "rat"}) == "cat");
    CHECK(nearest("abcdefghi", {"abcdefxxx", "abcdefghx"}) == "abcdefghx");
}

TEST_CASE("no time is spent on names that are no names", "[diagnostic]") {
    const std::string long_name(101, 'a');
    CHECK_FALSE(nearest(long_name, {long_name}).has_value());
    CHECK(nearest(std::string(100, 'a'), {std::string_view(long_name)}) == long_name);
}

TEST_CASE("names may also be strings", "[diagnostic]") {
    const std::vector<std::string> known = {"hscb", "hct"};
    CHECK(nearest("hcsb", known) == "hscb");
    CHECK(did_you_mean("hcsb", known) == "did you mean `hscb`?");
}

TEST_CASE("help names the nearest, or a short list, or says nothing", "[diagnostic]") {
    CHECK(did_you_mean("documnet", {"document", "act"}) == "did you mean `document`?");
    CHECK(did_you_mean("quorum", {"document", "act"}) == "known here: document, act");
    CHECK(did_you_mean("quorum", {}).empty());
    CHECK(did_you_mean("quorum", {"a", "b", "c", "d", "e", "f", "g", "h"}) == "known here: a, b, c, d, e, f, g, h");
    CHECK(did_you_mean("quorum", {"a", "b", "c", "d", "e", "f", "g", "h", "i"}).empty());
}
