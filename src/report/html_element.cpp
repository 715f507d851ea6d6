#include "report/html_element.hpp"

#include "time/day.hpp"

namespace concordat {
namespace {

bool is_date(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00";
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
    return parse_day(text).has_value();
}

}  // namespace

Element add(Element parent, const char* name, const char* css_class, std::string_view text) {
    Element element = parent.append_child(name);
    if (*css_class != '\0') set(element, "class", css_class);
    if (!text.empty()) add_text(element, text);
    return element;
}

void say(Element element, std::string_view text) { add_text(element, text); }

void tell(Element element, std::string_view text) {
    constexpr std::size_t size = std::string_view("2014-09-30").size();
    std::size_t told = 0;
    for (std::size_t i = 0; i + size <= text.size(); ++i) {
        if (!is_date(text.substr(i, size))) continue;
        if (i > told) say(element, text.substr(told, i - told));
        add(element, "span", "date", text.substr(i, size));
        told = i + size;
        i = told - 1;
    }
    if (told < text.size()) say(element, text.substr(told));
}

Element add_link(Element parent, const std::string& id, std::string_view text) {
    Element link = add(parent, "a", "", text);
    set(link, "href", "#" + id);
    return link;
}

void add_symbol(Element parent, Verdict verdict) {
    Element picture = add(parent, "svg", "sign");
    set(picture, "aria-hidden", "true");
    set(add(picture, "use"), "href", "#sign-" + std::string(to_string(verdict)));
}

Element add_verdict(Element parent, Verdict verdict, std::string_view word) {
    Element label = add(parent, "span", "verdict");
    set(label, "data-verdict", to_string(verdict));
    add_symbol(label, verdict);
    say(label, " ");
    say(label, word.empty() ? in_words(verdict) : word);
    return label;
}

Element add_unseen(Element parent, std::string_view text) { return add(parent, "span", "unseen", text); }

Element add_scroller(Element parent, std::string_view label) {
    Element box = add(parent, "div", "scroller");
    set(box, "role", "group");
    set(box, "aria-label", label);
    set(box, "tabindex", "0");
    return box;
}

std::string written_as_html(Element element) {
    struct Writer final : pugi::xml_writer {
        std::string bytes;
        void write(const void* data, std::size_t size) override { bytes.append(static_cast<const char*>(data), size); }
    } writer;
    element.print(writer, "", pugi::format_no_declaration | pugi::format_no_empty_element_tags, pugi::encoding_utf8);
    return std::move(writer.bytes);
}

}  // namespace concordat
