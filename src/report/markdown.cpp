#include "report/markdown.hpp"

#include <algorithm>

#include "source/utf8.hpp"

namespace concordat {

std::string markdown(std::string_view text) {
    constexpr std::string_view special = "\\`*_{}[]<>#|~!&@";
    std::string result;
    for (const char c : printable(text)) {
        if (special.find(c) != std::string_view::npos) result += '\\';
        result += c;
    }
    return result;
}

std::string markdown_code(std::string_view text) {
    std::string inner = printable(text);
    std::size_t longest = 0, run = 0;
    for (const char c : inner) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
    const std::string fence(longest + 1, '`');
    const std::string space = longest > 0 ? " " : "";
    std::string escaped;
    for (const char c : inner) escaped += c == '|' ? std::string("\\|") : std::string(1, c);
    return fence + space + escaped + space + fence;
}

}  // namespace concordat
