#pragma once
// Text that is plain wherever it comes from, made safe for Markdown: nothing in it can become a link, an image, HTML, a table's
// border or a heading, and every control character is shown instead of acting.

#include <string>
#include <string_view>

namespace concordat {

/// For running text and for a cell of a table; on one line.
std::string markdown(std::string_view text);
/// As code, whatever backticks it has.
std::string markdown_code(std::string_view text);

}  // namespace concordat
