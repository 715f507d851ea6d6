#include "yaml/syntax_error.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "source/utf8.hpp"

namespace concordat {
namespace {

constexpr std::string_view quote_help =
    "close it with the same mark; a mark inside the text is written '' between single and \\\" between double quotes";
constexpr std::string_view quotes_help = "text that begins with a punctuation mark must be put in quotes";
constexpr std::string_view bracket_help = "text with a comma, a bracket or a colon and a blank in it must be put in quotes";
constexpr std::string_view indent_help =
    "check that the lines that belong together begin in the same column, and that all quotes are closed";
constexpr std::string_view directive_help = "delete the line, or put text that begins with `%` in quotes";
constexpr std::string_view delete_help = "delete the line";
constexpr std::string_view tab_message = "a tab cannot indent a line";
constexpr std::string_view tab_help = "replace the tab by blanks";
constexpr std::string_view tag_message = "`!` would begin a tag, and tags are not read";
constexpr std::string_view tag_help = "text that begins with `!` must be put in quotes";

enum class Place : std::uint8_t { problem, context, bracket };

struct Wording {
    std::string_view context = {};  // how libyaml's begins; empty for any
    std::string_view problem = {};  // libyaml's, word for word; empty for any
    std::string_view code = {};
    std::string_view message = {};
    std::string_view help = {};
    Place place = Place::problem;  // where to look
    std::string_view note = {};    // about the other place, of problem and context
};

// The first that fits. tests/unit/yaml_test.cpp has the smallest text for each.
constexpr std::array wordings = {
    Wording{"while scanning a quoted scalar", "found unexpected end of stream", "unclosed-quote",
            "the quotation mark that opens here is never closed", quote_help, Place::context},
    Wording{"while scanning a quoted scalar", "found unexpected document indicator", "unclosed-quote",
            "the quotation mark that opens here is not closed before the end of the document", quote_help, Place::context,
            "this line ends the document"},
    Wording{"", "found unknown escape character", "yaml-syntax",
            "a backslash between double quotes begins an escape, and this is none",
            "write the backslash as \\\\, or put the text in single quotes, where it means itself"},
    Wording{"", "did not find expected hexdecimal number", "yaml-syntax", "this escape needs hexadecimal digits",
            "\\x takes two, \\u four and \\U eight"},
    Wording{"", "found invalid Unicode character escape code", "yaml-syntax", "this escape names no character by itself",
            "write the character, or its number as one escape (\\U0001F600), not as the two of a JSON surrogate pair"},
    Wording{"", "mapping values are not allowed in this context", "yaml-syntax",
            "this colon makes a key of what stands before it, where no key can stand",
            "text with a colon and a blank in it must be put in quotes; a key needs a line of its own"},
    Wording{"while scanning a simple key", "could not find expected ':'", "yaml-syntax",
            "this should be a key, but no colon follows it",
            "write `key: value`; text that goes on from the line above must be indented more than its key", Place::context},
    Wording{"while parsing a block mapping", "did not find expected key", "yaml-syntax",
            "this does not fit the lines above; a key was expected here", indent_help, Place::problem, "the keys began here"},
    Wording{"while parsing a block collection", "did not find expected '-' indicator", "yaml-syntax",
            "this does not fit the list above; an item, `- `, was expected here", indent_help, Place::problem,
            "the list began here"},
    Wording{"while parsing a flow sequence", "", "yaml-syntax", "a comma or the closing `]` is missing here", bracket_help,
            Place::problem, "the list was opened here"},
    Wording{"while parsing a flow mapping", "", "yaml-syntax", "a comma or the closing `}` is missing here", bracket_help,
            Place::problem, "the braces were opened here"},
    Wording{"", "did not find expected node content", "yaml-syntax", "a value is missing here", quotes_help},
    Wording{"", "block sequence entries are not allowed in this context", "yaml-syntax", "no list item can begin here",
            "begin the list on a new line; text that begins with a dash and a blank must be put in quotes"},
    Wording{"", "mapping keys are not allowed in this context", "yaml-syntax", "no `?` key can begin here",
            "text that begins with a question mark and a blank must be put in quotes"},
    Wording{"", "found unexpected ':'", "yaml-syntax", "a colon cannot stand here", "put the text in quotes"},
    Wording{"", "found a tab character that violates indentation", "yaml-syntax", tab_message, tab_help},
    Wording{"", "found a tab character where an indentation space is expected", "yaml-syntax", tab_message, tab_help},
    Wording{"while scanning an anchor", "", "alias", "`&` would begin an anchor, and anchors are not read",
            "text that begins with `&` must be put in quotes", Place::context},
    Wording{"while scanning an alias", "", "alias", "`*` would begin an alias, and aliases are not read",
            "text that begins with `*` must be put in quotes", Place::context},
    Wording{"while scanning a tag", "", "tag", tag_message, tag_help, Place::context},
    Wording{"while parsing a tag", "", "tag", tag_message, tag_help, Place::context},
    Wording{"", "found undefined tag handle", "tag", "tags (`!name`) are not read",
            "delete it; text that begins with `!` must be put in quotes"},
    Wording{"", "found incompatible YAML document", "yaml-syntax", "only YAML 1.1 and 1.2 are read", delete_help},
    Wording{"while scanning a directive", "", "yaml-syntax", "a line that begins with `%` is a directive, and this is none",
            directive_help, Place::context},
    Wording{"while scanning a %YAML directive", "", "yaml-syntax", "this is no version of YAML", directive_help, Place::context},
    Wording{"", "found duplicate %YAML directive", "yaml-syntax", "the version of YAML is stated twice", delete_help},
    Wording{"while scanning a block scalar", "found an indentation indicator equal to 0", "yaml-syntax",
            "the number after `|` or `>` says how far its text is indented, from 1 to 9", "delete the number", Place::context},
    Wording{"while scanning a block scalar", "", "yaml-syntax", "after `|` or `>` the line must end",
            "begin the text on the next line, indented; text that begins with `|` or `>` must be put in quotes", Place::context},
    Wording{"", "did not find expected <document start>", "second-document",
            "the document was over before this; a file holds only one", "delete it, or put it into a file of its own"},
};

std::string_view view(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

Span span_at(const yaml_mark_t& mark, std::uint32_t file) {
    return {
        .file = file, .line = static_cast<std::uint32_t>(mark.line + 1), .column = static_cast<std::uint32_t>(mark.column + 1)};
}

/// What stands at a place and after it, to the end of the file.
std::string_view rest_at(const Text& text, const Span& span) {
    std::string_view line = text.line(span.line);
    if (line.data() == nullptr) return {};  // libyaml puts the end of a file on a line of its own
    for (std::uint32_t n = 1; n < span.column && !line.empty(); ++n) line.remove_prefix(decode(line).size);
    return std::string_view(text.bytes).substr(static_cast<std::size_t>(line.data() - text.bytes.data()));
}

/// For what libyaml calls a "character that cannot start any token".
Wording word_character(std::string_view rest) {
    if (rest.starts_with('\t')) return {.code = "yaml-syntax", .message = tab_message, .help = tab_help};
    return {.code = "yaml-syntax", .message = "plain text cannot begin with this character", .help = "put the text in quotes"};
}

/// How to say it, where the wording does not depend on libyaml's alone.
std::optional<Wording> word_specially(std::string_view problem, std::string_view rest, const ParsedSoFar& progress,
                                      const Text& text) {
    const bool is_at_end = rest.find_first_not_of(" \t\r\n") == std::string_view::npos;
    const bool in_escape = problem == "found unknown escape character" || problem == "did not find expected hexdecimal number";
    if (in_escape && rest.find('"') == std::string_view::npos) return wordings.front();
    if (is_at_end && progress.bracket.line != 0 && problem.starts_with("did not find expected")) {
        const bool is_list = rest_at(text, progress.bracket).starts_with('[');
        return Wording{.code = "yaml-syntax",
                       .message = is_list ? "the list that opens here is never closed: its `]` is missing"
                                          : "the braces that open here are never closed: the `}` is missing",
                       .help = bracket_help,
                       .place = Place::bracket};
    }
    if (rest.starts_with(':') && (problem == "did not find expected key" || problem == "did not find expected node content")) {
        return Wording{.code = "complex-key", .message = "a key is missing before this colon", .help = quotes_help};
    }
    if (problem == "found character that cannot start any token") return word_character(rest);
    if (problem == "did not find expected <document start>" && !progress.in_document) {
        return Wording{
            .code = "yaml-syntax", .message = "after a directive (`%`) a line `---` must follow", .help = directive_help};
    }
    return std::nullopt;
}

std::optional<Wording> find_wording(std::string_view context, std::string_view problem) {
    const auto fits = [&](const Wording& wording) {
        return context.starts_with(wording.context) && (wording.problem.empty() || wording.problem == problem);
    };
    const auto* const found = std::find_if(wordings.begin(), wordings.end(), fits);
    return found == wordings.end() ? std::nullopt : std::optional(*found);
}

}  // namespace

void report_syntax_error(const yaml_parser_t& parser, const Text& text, std::uint32_t file, const ParsedSoFar& progress,
                         Diagnostics& diagnostics) {
    const std::string_view what = view(parser.problem);
    const Span problem = span_at(parser.problem_mark, file);
    const bool has_context = parser.context != nullptr;
    const Span context = has_context ? span_at(parser.context_mark, file) : problem;

    std::optional<Wording> wording = word_specially(what, rest_at(text, problem), progress, text);
    if (!wording) wording = find_wording(view(parser.context), what);
    if (!wording) wording = Wording{.code = "yaml-syntax", .message = what, .help = indent_help};

    Span span = problem;
    if (wording->place == Place::context) span = context;
    if (wording->place == Place::bracket) span = progress.bracket;
    span.length = 1;
    std::vector<Note> notes;
    if (!wording->note.empty() && has_context) {
        notes.push_back({.span = wording->place == Place::context ? problem : context, .message = std::string(wording->note)});
    }
    if (progress.long_quote_end != 0 && progress.long_quote_end == problem.line) {
        notes.push_back({.span = progress.long_quote,
                         .message = "a quoted text runs from here to the line in question; is its closing mark missing?"});
    }
    diagnostics.error(span, std::string(wording->code), std::string(wording->message), std::string(wording->help),
                      std::move(notes));
}

}  // namespace concordat
