#pragma once
// The letters of a text as numbers, as the processor picks them up: several at once.

#include <cstdint>
#include <cstring>
#include <string_view>

namespace concordat {

/// What stands there, of as many bytes as the Number has, in the order of the machine.
template <typename Number>
std::uint64_t letters_at(const char* at) {
    Number result = 0;
    std::memcpy(&result, at, sizeof result);
    return result;
}

/// A text of at most seven bytes, as a number that two texts of one length have in common only if they are the same.
inline std::uint64_t up_to_seven_letters(std::string_view text) {
    const char* const end = text.data() + text.size();
    if (text.size() >= 4)
        return letters_at<std::uint32_t>(text.data()) | letters_at<std::uint32_t>(end - 4) << (8 * (text.size() - 4));
    if (text.empty()) return 0;
    return letters_at<std::uint8_t>(text.data()) | letters_at<std::uint8_t>(text.data() + text.size() / 2) << 8U |
           letters_at<std::uint8_t>(end - 1) << 16U;
}

}  // namespace concordat
