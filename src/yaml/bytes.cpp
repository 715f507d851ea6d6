#include "yaml/bytes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>

#include "source/utf8.hpp"
#include "yaml/limits.hpp"

namespace concordat {
namespace {

constexpr auto utf16_help = "save the file as UTF-8 (in Windows Notepad: Save as, Encoding: UTF-8)";

/// UTF-16 and UTF-32 begin with a mark of their own or, without it, have NUL among the first four bytes.
bool looks_like_utf16(std::string_view bytes) {
    using namespace std::string_view_literals;
    const std::string_view head = bytes.substr(0, 4);
    return head.starts_with("\xff\xfe"sv) || head.starts_with("\xfe\xff"sv) ||
           (head.size() == 4 && std::count(head.begin(), head.end(), '\0') >= 2);
}

std::string hexadecimal(const char* format, char32_t value) {
    std::array<char, 32> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), format, static_cast<unsigned>(value));
    return std::string(buffer.data(), static_cast<std::size_t>(length));
}

Span place(std::string_view bytes, std::size_t offset, std::uint32_t file) {
    std::string_view before = bytes.substr(0, offset);
    const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
    before.remove_prefix(before.rfind('\n') + 1);  // npos + 1 is 0
    if (line == 1 && before.starts_with(byte_order_mark)) before.remove_prefix(byte_order_mark.size());
    return {.file = file, .line = line, .column = static_cast<std::uint32_t>(count_code_points(before) + 1), .length = 1};
}

/// libyaml compares each with all others before it says a word: a file of them would keep it busy for hours.
std::optional<std::size_t> find_tag_directive(std::string_view bytes) {
    const std::size_t first = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    if (bytes.substr(first).starts_with("%TAG")) return first;
    const std::size_t later = bytes.find("\n%TAG");
    return later == std::string_view::npos ? std::nullopt : std::optional(later + 1);
}

void report(const Fault& fault, Span span, std::size_t size, Diagnostics& diagnostics) {
    switch (fault.kind) {
        case Fault::Kind::not_utf8: {
            const bool cut_off = size - fault.offset < 4 && fault.character >= 0xc2;
            diagnostics.error(span, "not-utf8",
                              "the byte " + hexadecimal("0x%02x", fault.character) +
                                  (cut_off ? " begins a character that the end of the file cuts off" : " is not UTF-8 text"),
                              cut_off ? "the file is incomplete: fetch it again" : "save the file as UTF-8");
            return;
        }
        case Fault::Kind::forbidden:
            diagnostics.error(span, "control-character",
                              "the control character " + hexadecimal("U+%04X", fault.character) + " has no place in a text file",
                              "delete it; it cannot be seen in most editors");
            return;
        case Fault::Kind::stray_mark:
            diagnostics.error(span, "control-character", "a byte order mark (U+FEFF) is allowed at the beginning of a file only",
                              "delete it; it often stands where two files were joined");
            return;
        case Fault::Kind::line_end:
            diagnostics.error(
                span, "control-character",
                "the character " + hexadecimal("U+%04X", fault.character) + " ends a line for some programs and not for others",
                "end lines with LF or CRLF; inside a text, write it in double quotes as " +
                    hexadecimal("\\u%04x", fault.character));
            return;
    }
}

}  // namespace

bool check_bytes(const Text& text, std::uint32_t file, Diagnostics& diagnostics) {
    const std::string_view bytes = text.bytes;
    const Span whole{.file = file};
    if (bytes.size() > max_file) {
        diagnostics.error(whole, "too-large", "the file is larger than 2 GiB", "split it into several files");
        return false;
    }
    if (looks_like_utf16(bytes)) {
        diagnostics.error(whole, "not-utf8", "the file is UTF-16 or UTF-32 text; only UTF-8 is read", utf16_help);
        return false;
    }
    if (const auto fault = find_fault(bytes)) {
        report(*fault, place(bytes, fault->offset, file), bytes.size(), diagnostics);
        return false;
    }
    if (parsed_part(text).find_first_not_of(" \t\r\n") == std::string_view::npos) {
        diagnostics.error(whole, "empty-file", "the file is empty", "");
        return false;
    }
    if (const auto offset = find_tag_directive(bytes)) {
        diagnostics.error(place(bytes, *offset, file), "tag", "%TAG directives are not read", "delete the line");
        return false;
    }
    return true;
}

std::string_view parsed_part(const Text& text) {
    std::string_view bytes = text.bytes;
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return bytes;
}

}  // namespace concordat
