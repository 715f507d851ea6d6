// What an id may look like.
//
// In a protocol, and for the names that a log adds: kebab-case, so that an id is one word in every format and shell. The ids of
// records come from registers and minutes of other people, so they may also have capitals, `_`, `.` and `:`; never `@`, `/`
// or `~`, which take an obligation's id apart, nor blanks. An item's id is its meeting's, a point and its number.
#pragma once

#include <string_view>

#include "diagnostic/diagnostic.hpp"
#include "model/name.hpp"
#include "yaml/node.hpp"

namespace concordat {

bool is_id(std::string_view text);
bool is_record_id(std::string_view text);

// The name, even if the id is a bad one, which is reported; Name::none only if there is no text.
Name read_id(const Node& node, std::string_view key, Names& names, Diagnostics& diagnostics);
Name read_record_id(const Node& node, std::string_view key, Names& names, Diagnostics& diagnostics);

}  // namespace concordat
