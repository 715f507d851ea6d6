#pragma once
// A short way for text that is as plain as nearly all text is: printable ASCII on one line, nothing of which could act on a
// terminal or a console. Whatever else there is goes the long way (source/utf8).

#include <string>
#include <string_view>

namespace concordat {

/// Whether `printable` gives back the text as it is and each of its bytes is a character. May be false where both are so.
bool is_plain(std::string_view text);

/// As `printable` does it; a line end becomes a blank.
std::string printable_on_one_line(std::string_view text);

/// The same number as `count_code_points`.
std::size_t count_characters(std::string_view text);

}  // namespace concordat
