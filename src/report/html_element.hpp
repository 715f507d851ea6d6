#pragma once
// Elements of a page. Whatever text is put into one is escaped, and its control and direction characters are shown instead of
// acting. Elements that HTML never closes (`br`, `col`, `meta`) are not used: every one that is written here has an end tag.

#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "engine/verdict.hpp"
#include "report/xml.hpp"

namespace concordat {

using Element = pugi::xml_node;

/// The last child of `parent`; without a class if that is empty.
Element add(Element parent, const char* name, const char* css_class = "", std::string_view text = {});
/// Text behind whatever the element holds.
void say(Element element, std::string_view text);
/// The same, but no line ends inside a date.
void tell(Element element, std::string_view text);
/// A link within the page.
Element add_link(Element parent, const std::string& id, std::string_view text = {});

/// The verdict's sign; a screen reader passes over it.
void add_symbol(Element parent, Verdict verdict);
/// The sign and the word.
Element add_verdict(Element parent, Verdict verdict, std::string_view word = {});
/// What stands for the eye alone is not said; what is said alone is not seen.
Element add_unseen(Element parent, std::string_view text);

/// A box that scrolls sideways where the page is too narrow for what is in it.
Element add_scroller(Element parent, std::string_view label);

std::string written_as_html(Element element);

}  // namespace concordat
