#include <algorithm>
#include <optional>

#include "review/checks.hpp"

namespace concordat {
namespace {

/// A piece of a clause's number: `6.1 para 2` is 6, 1, `para`, 2; `43(1)(a)` is 43, 1, `a`.
struct Piece {
    std::optional<unsigned long> number;
    std::string word;
    std::optional<unsigned long> roman;  // of a letter that may be one: `(i)` is the ninth, or the first
    bool operator==(const Piece&) const = default;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// i, ii, iii, iv … as far as sub-paragraphs go; nothing if it is no such number.
std::optional<unsigned long> roman(std::string_view text) {
    unsigned long sum = 0, before = 0;
    for (std::size_t i = text.size(); i-- > 0;) {
        const unsigned long value = text[i] == 'i' ? 1 : text[i] == 'v' ? 5 : text[i] == 'x' ? 10 : 0;
        if (value == 0) return std::nullopt;
        sum = value < before ? sum - value : sum + value;
        before = std::max(before, value);
    }
    return sum;
}

std::vector<Piece> pieces_of(std::string_view text) {
    constexpr std::size_t longest = 9;  // digits that surely fit
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < text.size();) {
        const bool digits = is_digit(text[at]);
        if (!digits && !is_letter(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && (digits ? is_digit(text[end]) : is_letter(text[end]))) ++end;
        const std::string part(text.substr(at, end - at));
        if (digits && part.size() <= longest)
            pieces.push_back({.number = std::stoul(part), .word = {}, .roman = {}});
        else if (!digits && part.size() == 1)  // (a), (b): letters count
            pieces.push_back({.number = static_cast<unsigned long>(part[0] | 0x20) - 'a' + 1, .word = {}, .roman = roman(part)});
        else if (const auto number = digits ? std::nullopt : roman(part))
            pieces.push_back({.number = number, .word = {}, .roman = number});
        else
            pieces.push_back({.number = {}, .word = part, .roman = {}});
        at = end;
    }
    return pieces;
}

/// Whether a piece can be the next after another, or the first of all.
bool follows(const std::optional<Piece>& before, const Piece& piece) {
    const auto next = [](const std::optional<unsigned long>& a, const std::optional<unsigned long>& b) {
        return b && *b == a.value_or(0) + 1;
    };
    if (!before) return *piece.number <= 1 || piece.roman == 1UL;
    return next(before->number, piece.number) || (before->roman && next(before->roman, piece.roman));
}

enum class Step : std::uint8_t { fine, back, skip };

Step step(const std::vector<Piece>& from, const std::vector<Piece>& to) {
    const std::size_t shared =
        static_cast<std::size_t>(std::mismatch(from.begin(), from.end(), to.begin(), to.end()).first - from.begin());
    if (shared == to.size()) return Step::back;
    // Bullets and paragraphs have numbers of their own only where they have a duty of their own, so they may be skipped.
    const bool counted = std::none_of(to.begin(), to.end(), [](const Piece& piece) { return !piece.number; });
    if (shared == from.size()) return counted && !follows(std::nullopt, to[shared]) ? Step::skip : Step::fine;
    if (!from[shared].number || !to[shared].number) return Step::fine;
    const bool next = follows(from[shared], to[shared]);
    if (!next && *to[shared].number < *from[shared].number) return Step::back;
    if (!counted) return Step::fine;
    if (!next) return Step::skip;
    return shared + 1 < to.size() && !follows(std::nullopt, to[shared + 1]) ? Step::skip : Step::fine;
}

}  // namespace

void check_order(const Reviewed& reviewed) {
    const std::vector<Clause>& clauses = reviewed.protocol.clauses;
    for (std::size_t i = 1; i < clauses.size(); ++i) {
        const Step taken = step(pieces_of(clauses[i - 1].number), pieces_of(clauses[i].number));
        if (taken == Step::fine) continue;
        const std::string message =
            taken == Step::back ? "clause `" + clauses[i].number + "` stands after `" + clauses[i - 1].number + "`"
                                : "between `" + clauses[i - 1].number + "` and `" + clauses[i].number + "` something is missing";
        reviewed.diagnostics.warning(clauses[i].place, "clause-order", message,
                                     "clauses stand in the paper's order, and every one of them is there");
    }
}

}  // namespace concordat
