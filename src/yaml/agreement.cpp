#include "yaml/agreement.hpp"

#include <string_view>

namespace concordat {
namespace {

/// `\N` and `\_`, of which yaml-cpp makes bytes that are no UTF-8.
bool has_bad_escape(std::string_view raw) {
    while (true) {
        const std::size_t escape = raw.find('\\');
        if (escape == std::string_view::npos) return false;
        raw.remove_prefix(escape + 1);  // there is a character after it: at least the quotation mark
        if (raw.starts_with('N') || raw.starts_with('_')) return true;
        raw.remove_prefix(1);
    }
}

bool may_hold_bad_escape(std::string_view text) {
    return text.find("\xc2\xa0") != std::string_view::npos || text.find("\xc2\x85") != std::string_view::npos;
}

}  // namespace

void Agreement::refuse_question_mark(const yaml_event_t& event) {
    diagnostics_.error(places_.begin(event), "complex-key", "keys that are marked with `?` are not read",
                       "write `key: value`; text that begins with a question mark must be put in quotes");
}

void Agreement::check_unusual(const yaml_event_t& event, const Node& node, bool flow) {
    // libyaml takes a question mark in brackets for a letter, yaml-cpp for the mark of a key.
    if (flow && !node.quoted && places_.may_hold_question_mark() && node.text().find('?') != std::string_view::npos)
        diagnostics_.error(node.span, "yaml-syntax", "in brackets or braces, text with a question mark must be put in quotes",
                           "put the text in quotes");
    const yaml_scalar_style_t style = event.data.scalar.style;
    if (style == YAML_FOLDED_SCALAR_STYLE) check_folded(event, node);
    if (style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE) check_quoted(event, node);
}

void Agreement::check_folded(const yaml_event_t& event, const Node& node) {
    folded_ = node.span;
    if (places_.first_line(event).substr(0, node.span.length).find('+') == std::string_view::npos) return;
    diagnostics_.error(node.span, "yaml-syntax", "`>+` is not read: programs differ in what it keeps",
                       "use `|+`, which keeps all line ends");
}

void Agreement::check_quoted(const yaml_event_t& event, const Node& node) {
    if (event.start_mark.line != event.end_mark.line && node.text().ends_with('\n')) {
        diagnostics_.error(node.span, "yaml-syntax", "this quoted text ends with blank lines",
                           "close the quotation mark where the text ends");
    }
    const bool has_escapes = event.data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if (has_escapes && may_hold_bad_escape(node.text()) && has_bad_escape(places_.whole(event))) {
        diagnostics_.error(node.span, "yaml-syntax", "the escapes \\N and \\_ are not read",
                           "write \\u0085 for \\N and \\u00a0 for \\_");
    }
}

void Agreement::finish() {
    if (folded_.line == 0 || !places_.ends_in_blanks()) return;
    diagnostics_.error(folded_, "yaml-syntax", "after this text the file ends in a line of blanks",
                       "delete the blanks at the end of the file");
}

}  // namespace concordat
