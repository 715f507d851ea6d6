#include <algorithm>

#include "review/checks.hpp"
#include "review/words.hpp"

namespace concordat {
namespace {

/// One slip in a word of some length. Short words are mostly abbreviations, which are meant to differ by a letter.
bool slipped(const std::string& a, const std::string& b) {
    constexpr std::size_t long_enough = 5;
    if (std::min(a.size(), b.size()) < long_enough) return false;
    const auto [shorter, longer] =
        std::minmax(a, b, [](const std::string& l, const std::string& r) { return l.size() < r.size(); });
    const std::size_t more = longer.size() - shorter.size();
    if (more > 1) return false;
    const auto [at, other] = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
    if (more == 1) return std::equal(at, shorter.end(), other + 1);
    return std::equal(at + 1, shorter.end(), other + 1);
}

bool alike(std::string_view a, std::string_view b) {
    std::vector<std::string> left = words_of(a), right = words_of(b);
    if (left.size() != right.size() || left.empty()) return false;
    std::size_t slips = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (left[i] == right[i]) continue;
        if (!slipped(left[i], right[i])) slips += 2;
        ++slips;
    }
    if (slips <= 1) return true;
    std::sort(left.begin(), left.end());
    std::sort(right.begin(), right.end());
    return left == right;
}

}  // namespace

void check_alike(const Reviewed& reviewed) {
    const auto& [protocol, names, diagnostics] = reviewed;
    const Things& things = protocol.directory.things();
    for (std::size_t i = 0; i < things.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const Thing &first = things[j], &second = things[i];
            if (first.kind != second.kind || first.same_as == second.id || second.same_as == first.id) continue;
            const bool by_name = alike(first.name, second.name);
            if (!by_name && !alike(names.text(first.id), names.text(second.id))) continue;
            diagnostics.warning(second.place, "alike-names",
                                "`" + names.text(second.id) + "` and `" + names.text(first.id) + "` are nearly the same" +
                                    (by_name ? " by name: " + second.name + "; " + first.name : ""),
                                "if they are one, keep one; of one office with two names, say `same-as`",
                                {{first.place, "the other"}});
        }
}

}  // namespace concordat
