// UTF-8: whether bytes are text, how long text is, and how to show a stranger's text without letting it act.
//
// Refused are overlong forms, surrogates, cut-off characters, NUL and the control characters that neither YAML nor XML
// can carry. Refused in a file, though harmless as an escape inside quotes, are the characters that some readers take
// for a line end and others do not (a lone CR, U+0085, U+2028, U+2029) and a byte order mark that is not at the
// beginning: two readers would number the lines differently.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace concordat {

inline constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

struct CodePoint {
    char32_t value = 0;
    std::uint32_t size = 0;  // in bytes; 0 if the bytes are no character
};

/// The character at the beginning of `bytes`, which must not be empty.
CodePoint decode(std::string_view bytes);

/// Any sequence of bytes has a length: a byte that belongs to no character counts as one.
std::size_t count_code_points(std::string_view bytes);

/// How many line ends there are.
std::size_t count_lines(std::string_view bytes);

/// Neither in a file nor, escaped, in any value: C0 other than tab, LF and CR; DEL; C1 other than U+0085; U+FFFE, U+FFFF.
bool is_forbidden(char32_t character);

struct Fault {
    enum class Kind : std::uint8_t { not_utf8, forbidden, line_end, stray_mark };
    Kind kind = Kind::not_utf8;
    std::size_t offset = 0;
    char32_t character = 0;  // of not_utf8, the byte
};

/// The first thing that keeps a file from being read; at the beginning of a file, a byte order mark is no fault.
std::optional<Fault> find_fault(std::string_view bytes, bool of_the_beginning = true);

/// Offset of the first character in `text` for which `is_forbidden` holds.
std::optional<std::size_t> find_forbidden(std::string_view text);

/// For terminals and messages: control, direction and invisible characters become `\x1b`, `\u202e`; a tab becomes a blank; `##[`,
/// which the consoles of some CI services obey, becomes `#\#[`.
std::string printable(std::string_view text);

}  // namespace concordat
