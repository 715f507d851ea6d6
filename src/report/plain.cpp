#include "report/plain.hpp"

#include <algorithm>

#include "source/utf8.hpp"

namespace concordat {
namespace {

constexpr bool is_odd(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return static_cast<unsigned char>(byte - 0x20U) > 0x5eU || byte == '#';  // `##[` is a command to some consoles
}

}  // namespace

bool is_plain(std::string_view text) {
    constexpr std::size_t step = 16;  // a loop without a way out of it, which compilers make one instruction of
    std::size_t at = 0;
    for (; at + step <= text.size(); at += step) {
        unsigned char odd = 0;
        for (std::size_t i = 0; i < step; ++i)
            odd = static_cast<unsigned char>(odd | static_cast<unsigned char>(is_odd(text[at + i])));
        if (odd != 0) return false;
    }
    return std::none_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_odd);
}

std::string printable_on_one_line(std::string_view text) {
    std::string words(text);
    if (is_plain(text)) return words;
    std::replace(words.begin(), words.end(), '\n', ' ');
    return printable(words);
}

std::size_t count_characters(std::string_view text) { return is_plain(text) ? text.size() : count_code_points(text); }

}  // namespace concordat
