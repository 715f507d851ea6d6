#include "report/markdown.hpp"

#include <algorithm>

#include "source/utf8.hpp"

namespace concordat {

namespace {

std::string on_one_line(std::string_view text) {
    std::string result(text);
    std::replace(result.begin(), result.end(), '\n', ' ');
    return printable(result);
}

/// Where a list, a rule or a heading would begin: the sign that makes it one.
std::size_t block_sign(std::string_view text) {
    if (!text.empty() && std::string_view("-+=").find(text[0]) != std::string_view::npos) return 0;
    if (text.starts_with("::")) return 0;  // a command to some consoles
    const std::size_t end = text.find_first_not_of("0123456789");
    const bool numbered = end != 0 && end != std::string_view::npos && (text[end] == '.' || text[end] == ')') &&
                          (end + 1 == text.size() || text[end + 1] == ' ');
    return numbered ? end : std::string_view::npos;
}

}  // namespace

std::string markdown(std::string_view raw) {
    constexpr std::string_view special = "\\`*_{}[]<>#|~!&@";
    const std::string line = on_one_line(raw);
    const std::string_view text = std::string_view(line).substr(std::min(line.find_first_not_of(' '), line.size()));
    const std::size_t sign = block_sign(text);
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool address = text.substr(i).starts_with("://") || (text[i] == '.' && text.substr(0, i).ends_with("www"));
        if (i == sign || address || special.find(text[i]) != std::string_view::npos) result += '\\';
        result += text[i];
    }
    return result;
}

std::string markdown_code(std::string_view text) {
    const std::string inner = on_one_line(text);
    std::size_t longest = 0, run = 0;
    for (const char c : inner) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
    const std::string fence(longest + 1, '`');
    const std::string space = longest > 0 ? " " : "";
    std::string escaped;
    for (const char c : inner) escaped += c == '|' ? std::string("\\|") : std::string(1, c);
    return fence + space + escaped + space + fence;
}

}  // namespace concordat
