#include "load/wording.hpp"

#include "source/utf8.hpp"

namespace concordat {

std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::size_t bytes = 0;
    for (std::size_t characters = 0; bytes < text.size() && characters < longest; ++characters) {
        const auto size = decode(text.substr(bytes)).size;
        bytes += size == 0 ? 1 : size;
    }
    std::string result = "`";
    result += text.substr(0, bytes);
    if (bytes < text.size()) result += "…";
    return result + '`';
}

std::string listed(const std::vector<std::string>& words, std::string_view last) {
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) result += i + 1 < words.size() ? ", " : " " + std::string{last} + ' ';
        result += words[i];
    }
    return result;
}

std::string listed_quoted(const std::vector<std::string_view>& words, std::string_view last) {
    std::vector<std::string> in_quotes;
    in_quotes.reserve(words.size());
    for (const std::string_view word : words) in_quotes.push_back(quoted(word));
    return listed(in_quotes, last);
}

}  // namespace concordat
