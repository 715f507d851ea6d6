// The first look at a file, before any parser: its size, its encoding, its control characters.
//
// Refused are `too-large`, `not-utf8` (UTF-16 and UTF-32 included, with advice), `control-character` and, since they need
// no parser either, `empty-file` for a file without a single visible character and `tag` for a line that begins with %TAG.
// A byte order mark at the beginning is accepted and is no part of the text.
//
// A Screen stands between a file and its parser. It hands on whole characters that have been looked at, and at the first fault it
// ends, as if the file ended there. Whatever the parser then makes of the end is not to be told: the fault is.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "diagnostic/diagnostic.hpp"
#include "source/text.hpp"
#include "source/utf8.hpp"

namespace concordat {

class Screen final : public Bytes {
public:
    explicit Screen(std::unique_ptr<Bytes> source) : source_(std::move(source)) {}

    /// `size` must be at least 16.
    std::size_t read(char* into, std::size_t size) override;

    /// To be asked when the parser has stopped: whether there was a fault, which is then reported.
    bool report(const Text& text, std::uint32_t file, Diagnostics& diagnostics) const;

private:
    enum class Refused : std::uint8_t { nothing, too_large, utf16, characters, tag };

    std::size_t fill(char* into, std::size_t size);
    std::size_t whole_characters(std::string_view bytes) const;
    bool refuses(std::string_view bytes);

    std::unique_ptr<Bytes> source_;
    std::string held_back_;     // the beginning of a character, or a CR
    std::uint64_t offset_ = 0;  // of what comes next
    bool has_text_ = false;     // something visible has come
    bool at_line_begin_ = true;
    bool at_end_ = false;
    Refused refused_ = Refused::nothing;
    std::optional<Fault> fault_;
};

/// The bytes without a leading byte order mark.
std::string_view parsed_part(std::string_view bytes);

/// All the bytes of a text that need not be held.
std::string read_all(const Text& text);
std::string read_all(Bytes& source);

}  // namespace concordat
