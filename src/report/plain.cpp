#include "report/plain.hpp"

#include <algorithm>
#include <array>

#include "source/utf8.hpp"

namespace concordat {
namespace {

constexpr bool is_odd(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return static_cast<unsigned char>(byte - 0x20U) > 0x5eU || byte == '#';  // `##[` is a command to some consoles
}

}  // namespace

bool is_plain(std::string_view text) {
    constexpr std::size_t step = 16;
    if (text.size() < step) return std::none_of(text.begin(), text.end(), is_odd);
    std::array<unsigned char, step> odd{};   // by place in the step
    const auto look = [&](std::size_t at) {  // a loop without a way out of it, which compilers make few instructions of
        for (std::size_t i = 0; i < step; ++i)
            odd[i] = static_cast<unsigned char>(odd[i] | static_cast<unsigned char>(is_odd(text[at + i])));
    };
    const std::size_t last = text.size() - step;
    for (std::size_t at = 0; at < last; at += step) look(at);
    look(last);
    return std::all_of(odd.begin(), odd.end(), [](unsigned char one) { return one == 0; });
}

std::string printable_on_one_line(std::string_view text) {
    std::string words(text);
    if (is_plain(text)) return words;
    std::replace(words.begin(), words.end(), '\n', ' ');
    return printable(words);
}

std::size_t count_characters(std::string_view text) { return is_plain(text) ? text.size() : count_code_points(text); }

}  // namespace concordat
