#include "review/words.hpp"

namespace concordat {

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words{""};
    for (const char c : name) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const bool part = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9') || (small & 0x80) != 0;
        if (part)
            words.back() += small;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

}  // namespace concordat
