#include "load/ids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "load/mapping.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

constexpr std::size_t longest_id = 200;

constexpr bool is_small_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// By character: whether the id of a record may have it.
constexpr std::array<bool, 256> of_record_ids = [] {
    std::array<bool, 256> result{};
    for (std::size_t i = 0; i < 128; ++i) {
        const char c = static_cast<char>(i);
        result[i] = is_small_letter_or_digit(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.' || c == ':';
    }
    return result;
}();

/// What was probably meant: capitals made small, and hyphens between words.
std::optional<std::string> like_an_id(std::string_view text) {
    std::string result;
    for (const char c : text.substr(0, longest_id)) {
        if (c >= 'A' && c <= 'Z')
            result += static_cast<char>(c - 'A' + 'a');
        else
            result += c == '_' || c == ' ' || c == '.' ? '-' : c;
    }
    return is_id(result) ? std::optional{result} : std::nullopt;
}

}  // namespace

bool is_id(std::string_view text) {
    if (text.empty() || text.size() > longest_id || text.back() == '-') return false;
    char previous = '-';
    for (const char c : text) {
        if (c == '-' ? previous == '-' : !is_small_letter_or_digit(c)) return false;
        previous = c;
    }
    return true;
}

bool is_record_id(std::string_view text) {
    if (text.empty() || text.size() > longest_id) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return of_record_ids[static_cast<unsigned char>(c)]; });
}

Name read_id(const Node& node, std::string_view key, Names& names, Diagnostics& diagnostics) {
    if (!is_text(node, key, diagnostics)) return Name::none;
    if (!is_id(node.text()))
        diagnostics.error(node.span, "bad-id", fmt::format("{} cannot be an id", quoted(node.text())),
                          fmt::format("ids are small letters and digits, with single hyphens between words: `{}`",
                                      like_an_id(node.text()).value_or("hwb-chair")));
    return names.intern(node.text());
}

Name read_record_id(const Node& node, std::string_view key, Names& names, Diagnostics& diagnostics) {
    if (!is_text(node, key, diagnostics)) return Name::none;
    if (!is_record_id(node.text()))
        diagnostics.error(node.span, "bad-id", fmt::format("{} cannot be the id of a record", quoted(node.text())),
                          "it may have letters (a to z, A to Z), digits, `-`, `_`, `.` and `:`, up to 200 of them");
    return names.intern(node.text());
}

}  // namespace concordat
