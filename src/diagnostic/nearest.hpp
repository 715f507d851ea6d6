// The known name that somebody probably meant.
//
// Near means few slips: a letter missing, added, wrong, or two neighbours swapped, at most one in three letters. Capitals
// and `_` for `-` are no slip at all, so `In_Force` finds `in-force`. Names over 100 characters are no typing error and
// are not compared: the work grows with the product of the lengths.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// Of equally near names, the first.
std::optional<std::string> nearest(std::string_view name, const std::vector<std::string_view>& known);

/// For `help`: "did you mean `x`?", or, if nothing is near, "known here: a, b, c" if that is short; else empty.
std::string did_you_mean(std::string_view name, const std::vector<std::string_view>& known);

// Templates, so that a braced list of literals means the overloads above.
template <std::same_as<std::string> S>
std::optional<std::string> nearest(std::string_view name, const std::vector<S>& known) {
    return nearest(name, std::vector<std::string_view>(known.begin(), known.end()));
}

template <std::same_as<std::string> S>
std::string did_you_mean(std::string_view name, const std::vector<S>& known) {
    return did_you_mean(name, std::vector<std::string_view>(known.begin(), known.end()));
}

}  // namespace concordat
