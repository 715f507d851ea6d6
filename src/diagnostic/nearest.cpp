#include "diagnostic/nearest.hpp"

#include <algorithm>
#include <cstddef>

namespace concordat {
namespace {

constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_list = 8;

std::string folded(std::string_view name) {
    std::string result(name);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '_') c = '-';
    }
    return result;
}

/// Damerau-Levenshtein in its restricted form: no letter takes part in two slips.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t wrong = above[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, wrong});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(above);
        above.swap(row);
    }
    return above[b.size()];
}

}  // namespace

std::optional<std::string> nearest(std::string_view name, const std::vector<std::string_view>& known) {
    if (name.empty() || name.size() > longest_name) return std::nullopt;

    const std::string wanted = folded(name);
    const std::size_t limit = std::max<std::size_t>(1, name.size() / 3);
    std::size_t best = limit + 1;
    std::optional<std::string> found;
    for (const std::string_view candidate : known) {
        const std::size_t longer = std::max(candidate.size(), name.size());
        const std::size_t shorter = std::min(candidate.size(), name.size());
        if (longer - shorter > limit) continue;
        const std::size_t slips = distance(wanted, folded(candidate));
        if (slips < best && slips < longer) {  // not every letter may be wrong
            best = slips;
            found = std::string(candidate);
        }
    }
    return found;
}

std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& known) {
    if (const auto found = nearest(name, known)) return "did you mean `" + *found + "`?";
    if (known.empty() || known.size() > longest_list) return {};

    std::string list = "known here: ";
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (i > 0) list += ", ";
        list += known[i];
    }
    return list;
}

}  // namespace concordat
