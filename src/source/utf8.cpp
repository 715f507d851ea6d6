#include "source/utf8.hpp"

#include <array>
#include <cstdio>
#include <cstring>

namespace concordat {
namespace {

constexpr unsigned char byte_at(std::string_view bytes, std::size_t offset) { return static_cast<unsigned char>(bytes[offset]); }

constexpr bool is_continuation(unsigned char byte) { return (byte & 0xc0U) == 0x80U; }

/// Length of the run of harmless ASCII at the beginning: many bytes at a time, for most files are little else. A loop over a
/// fixed number of bytes, without a way out of it, is one that compilers make one instruction of.
std::size_t skip_plain(std::string_view bytes) {
    constexpr std::size_t step = 32;
    std::size_t offset = 0;
    for (; offset + step <= bytes.size(); offset += step) {
        unsigned char odd = 0;
        for (std::size_t i = 0; i < step; ++i) {
            const unsigned char byte = byte_at(bytes, offset + i);
            const auto above = static_cast<unsigned char>(byte - 0x20U);  // what is below 0x20 comes out on top
            odd = static_cast<unsigned char>(odd | ((above > 0x5eU) & (byte != '\n')));
        }
        if (odd != 0) break;
    }
    while (offset < bytes.size() && byte_at(bytes, offset) >= 0x20U && byte_at(bytes, offset) < 0x7fU) ++offset;
    return offset;
}

bool is_invisible(char32_t c) {
    return c == 0x00ad || c == 0x061c || c == 0x180e || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe007f) ||
           (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

std::string escape(const char* format, unsigned value) {
    std::array<char, 16> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), format, value);
    return std::string(buffer.data(), static_cast<std::size_t>(length));
}

}  // namespace

CodePoint decode(std::string_view bytes) {
    const unsigned char lead = byte_at(bytes, 0);
    if (lead < 0x80U) return {lead, 1};

    std::uint32_t size = 0;
    char32_t smallest = 0;
    char32_t value = 0;
    if (lead >= 0xc2U && lead <= 0xdfU) {
        size = 2, smallest = 0x80, value = lead & 0x1fU;
    } else if (lead >= 0xe0U && lead <= 0xefU) {
        size = 3, smallest = 0x800, value = lead & 0x0fU;
    } else if (lead >= 0xf0U && lead <= 0xf4U) {
        size = 4, smallest = 0x10000, value = lead & 0x07U;
    }
    const CodePoint none{lead, 0};
    if (size == 0 || bytes.size() < size) return none;
    for (std::size_t i = 1; i < size; ++i) {
        if (!is_continuation(byte_at(bytes, i))) return none;
        value = (value << 6U) | (byte_at(bytes, i) & 0x3fU);
    }
    const bool surrogate = value >= 0xd800 && value <= 0xdfff;
    if (value < smallest || value > 0x10ffff || surrogate) return none;
    return {value, size};
}

std::size_t count_lines(std::string_view bytes) {
    constexpr std::size_t step = 32;
    std::size_t count = 0, offset = 0;
    for (; offset + step <= bytes.size(); offset += step) {
        unsigned char ends = 0;
        for (std::size_t i = 0; i < step; ++i) ends = static_cast<unsigned char>(ends + (bytes[offset + i] == '\n'));
        count += ends;
    }
    for (; offset < bytes.size(); ++offset) count += static_cast<std::size_t>(bytes[offset] == '\n');
    return count;
}

std::size_t count_code_points(std::string_view bytes) {
    std::size_t count = 0;
    while (!bytes.empty()) {
        const CodePoint next = decode(bytes);
        bytes.remove_prefix(next.size == 0 ? 1 : next.size);
        ++count;
    }
    return count;
}

bool is_forbidden(char32_t c) {
    const bool c0 = c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    const bool c1 = c >= 0x7f && c < 0xa0 && c != 0x85;
    return c0 || c1 || c == 0xfffe || c == 0xffff;
}

std::optional<Fault> find_fault(std::string_view bytes, bool of_the_beginning) {
    std::size_t offset = of_the_beginning && bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    while (true) {
        offset += skip_plain(bytes.substr(offset));
        if (offset == bytes.size()) return std::nullopt;
        if (bytes[offset] == '\n' || bytes[offset] == '\t') {
            ++offset;
            continue;
        }

        const CodePoint next = decode(bytes.substr(offset));
        const char32_t c = next.value;
        if (next.size == 0) return Fault{Fault::Kind::not_utf8, offset, c};
        if (is_forbidden(c)) return Fault{Fault::Kind::forbidden, offset, c};
        if (c == 0xfeff) return Fault{Fault::Kind::stray_mark, offset, c};
        const bool lone_return = c == '\r' && !bytes.substr(offset + 1).starts_with('\n');
        if (lone_return || c == 0x85 || c == 0x2028 || c == 0x2029) return Fault{Fault::Kind::line_end, offset, c};
        offset += next.size;
    }
}

std::optional<std::size_t> find_forbidden(std::string_view text) {
    std::size_t offset = 0;
    while (true) {
        offset += skip_plain(text.substr(offset));
        if (offset == text.size()) return std::nullopt;
        const CodePoint next = decode(text.substr(offset));
        if (next.size != 0 && is_forbidden(next.value)) return offset;
        offset += next.size == 0 ? 1 : next.size;
    }
}

std::string printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const CodePoint next = decode(text);
        const std::size_t size = next.size == 0 ? 1 : next.size;
        const auto value = static_cast<unsigned>(next.value);
        if (next.value == '\t') {
            result += ' ';
        } else if (text.starts_with("##[")) {  // a command to the consoles of some CI services, wherever it stands in a line
            result += "#\\#";
            text.remove_prefix(2);
            continue;
        } else if (next.size == 0 || value < 0x20 || value == 0x7f) {
            result += escape("\\x%02x", value);
        } else if ((value >= 0x80 && value < 0xa0) || is_invisible(next.value)) {
            result += escape(value > 0xffff ? "\\U%08x" : "\\u%04x", value);
        } else {
            result += text.substr(0, size);
        }
        text.remove_prefix(size);
    }
    return result;
}

}  // namespace concordat
