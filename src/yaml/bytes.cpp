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

Span place(const Text& text, std::uint64_t offset, std::uint32_t file) {
    const std::string bytes = read_all(text);
    std::string_view before = std::string_view(bytes).substr(0, offset);
    const auto line = static_cast<std::uint32_t>(count_lines(before) + 1);
    before.remove_prefix(before.rfind('\n') + 1);  // npos + 1 is 0
    if (line == 1 && before.starts_with(byte_order_mark)) before.remove_prefix(byte_order_mark.size());
    return {.file = file, .line = line, .column = static_cast<std::uint32_t>(count_code_points(before) + 1), .length = 1};
}

/// libyaml compares each with all others before it says a word: a file of them would keep it busy for hours.
std::optional<std::size_t> find_tag_directive(std::string_view bytes, bool at_line_begin) {
    if (at_line_begin && bytes.starts_with("%TAG")) return 0;
    if (bytes.find('%') == std::string_view::npos) return std::nullopt;
    const std::size_t later = bytes.find("\n%TAG");
    return later == std::string_view::npos ? std::nullopt : std::optional(later + 1);
}

void report(const Fault& fault, Span span, bool at_end, Diagnostics& diagnostics) {
    switch (fault.kind) {
        case Fault::Kind::not_utf8: {
            const bool cut_off = at_end && fault.character >= 0xc2;
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

/// Reads until there is enough to be judged, or no more.
std::size_t Screen::fill(char* into, std::size_t size) {
    constexpr std::size_t enough = 8;
    std::size_t count = held_back_.copy(into, size);
    held_back_.clear();
    const std::size_t before = count;
    while (!at_end_ && (count < enough || count == before)) {
        const std::size_t read = source_->read(into + count, size - count);
        at_end_ = read == 0;
        count += read;
    }
    return count;
}

/// Where the last character begins that is not all there; a CR may be half of a line end, and a `%TAG` may be cut in two.
std::size_t Screen::whole_characters(std::string_view bytes) const {
    if (at_end_) return bytes.size();
    std::size_t end = bytes.size();
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const auto byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((byte & 0xc0U) == 0x80U) continue;
        const std::size_t wanted = byte >= 0xf0U ? 4 : byte >= 0xe0U ? 3 : byte >= 0xc0U ? 2 : 1;
        if (wanted > back) end = bytes.size() - back;
        break;
    }
    if (end == bytes.size() && bytes.back() == '\r') --end;
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, end); ++back)
        if (bytes[end - back] == '%') return end - back;
    return end;
}

bool Screen::refuses(std::string_view bytes) {
    if (offset_ == 0 && looks_like_utf16(bytes)) {
        refused_ = Refused::utf16;
    } else if (offset_ + bytes.size() > max_file) {
        refused_ = Refused::too_large;
    } else if ((fault_ = find_fault(bytes, offset_ == 0))) {
        refused_ = Refused::characters;
    } else if (const auto tag = find_tag_directive(parsed_part(bytes), at_line_begin_)) {
        refused_ = Refused::tag;
        fault_ = Fault{Fault::Kind::forbidden, *tag + (bytes.size() - parsed_part(bytes).size()), U'%'};
    }
    return refused_ != Refused::nothing;
}

std::size_t Screen::read(char* into, std::size_t size) {
    if (refused_ != Refused::nothing) return 0;
    const std::size_t filled = fill(into, size);
    const std::size_t count = whole_characters({into, filled});
    const std::string_view bytes(into, count);
    if (bytes.empty()) return 0;
    held_back_.assign(into + count, filled - count);
    if (refuses(bytes)) {
        offset_ += fault_ ? fault_->offset : 0;
        return 0;
    }
    const std::string_view text = offset_ == 0 ? parsed_part(bytes) : bytes;
    if (!has_text_) has_text_ = text.find_first_not_of(" \t\r\n") != std::string_view::npos;
    at_line_begin_ = bytes.back() == '\n';
    offset_ += bytes.size();
    if (text.size() != bytes.size()) {
        const std::size_t mark = bytes.size() - text.size();
        std::copy(into + mark, into + count, into);
        if (text.empty()) return read(into, size);
        return text.size();
    }
    return count;
}

bool Screen::report(const Text& text, std::uint32_t file, Diagnostics& diagnostics) const {
    const Span whole{.file = file};
    switch (refused_) {
        case Refused::nothing:
            if (!has_text_) diagnostics.error(whole, "empty-file", "the file is empty", "");
            return !has_text_;
        case Refused::too_large:
            diagnostics.error(whole, "too-large", "the file is larger than 2 GiB", "split it into several files");
            return true;
        case Refused::utf16:
            diagnostics.error(whole, "not-utf8", "the file is UTF-16 or UTF-32 text; only UTF-8 is read", utf16_help);
            return true;
        case Refused::characters: concordat::report(*fault_, place(text, offset_, file), at_end_, diagnostics); return true;
        case Refused::tag:
            diagnostics.error(place(text, offset_, file), "tag", "%TAG directives are not read", "delete the line");
            return true;
    }
    return true;
}

std::string_view parsed_part(std::string_view bytes) {
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return bytes;
}

std::string read_all(const Text& text) { return text.open ? read_all(*text.stream()) : text.bytes; }

std::string read_all(Bytes& source) {
    std::string bytes;
    constexpr std::size_t step = std::size_t{1} << 20U;
    while (true) {
        const std::size_t size = bytes.size();
        bytes.resize(size + step);
        const std::size_t count = source.read(bytes.data() + size, step);
        bytes.resize(size + count);
        if (count == 0) return bytes;
    }
}

}  // namespace concordat
