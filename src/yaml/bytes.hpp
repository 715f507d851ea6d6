// The first look at a file, before any parser: its size, its encoding, its control characters.
//
// Refused are `too-large`, `not-utf8` (UTF-16 and UTF-32 included, with advice), `control-character` and, since they need
// no parser either, `empty-file` for a file without a single visible character and `tag` for a line that begins with %TAG.
// A byte order mark at the beginning is accepted and is no part of the text.
#pragma once

#include <cstdint>
#include <string_view>

#include "diagnostic/diagnostic.hpp"
#include "source/text.hpp"

namespace concordat {

/// False, with a diagnostic, if the file should not be parsed.
bool check_bytes(const Text& text, std::uint32_t file, Diagnostics& diagnostics);

/// The bytes without a leading byte order mark, as both parsers get them.
std::string_view parsed_part(const Text& text);

}  // namespace concordat
