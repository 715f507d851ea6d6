// Where a text stops being JSON: simdjson says only that it is none.
#pragma once

#include <simdjson.h>

#include <string_view>

namespace concordat {

inline constexpr std::string_view json_blanks = " \t\r\n";

/// The length of the part that could be the beginning of some JSON text.
std::size_t good_part(std::string_view text);

/// Whether it is one JSON value, and nothing else.
bool is_json(std::string_view text);

/// Whether nothing follows what has been read of it.
bool is_over(simdjson::ondemand::document& document);

}  // namespace concordat
