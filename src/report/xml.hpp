#pragma once
// Texts that XML can carry: what it cannot (control characters, U+FFFE) is shown instead, as on a terminal.

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace concordat {

void set(pugi::xml_node node, const char* attribute, std::string_view text);
void set(pugi::xml_node node, const char* attribute, std::size_t number);
void add_text(pugi::xml_node node, std::string_view text);

/// With a declaration, indented by one blank.
std::string written(const pugi::xml_document& document);

}  // namespace concordat
