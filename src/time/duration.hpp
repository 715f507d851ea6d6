// A length of time as a paper states it: "3 months", "20 working days". It keeps its unit, because a
// month is no number of days; what it comes to depends on where it is counted from (arithmetic.hpp).
//
// The count is a whole number from 1 to 10000, in plain digits. Zero, signs, leading zeros, fractions,
// number words, capitals and any blank but the single ones between words are refused: no protocol needs
// them, and 10000 of the longest unit already spans every year the tool knows.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace concordat {

enum class Unit : std::uint8_t { days, weeks, months, years, working_days };

inline constexpr std::int32_t longest_count = 10000;

struct Duration {
    std::int32_t count;
    Unit unit;
    friend bool operator==(const Duration&, const Duration&) = default;
};

/// Singular and plural are both taken, whatever the count.
std::optional<Duration> parse_duration(std::string_view text);

std::string to_string(Duration duration);

}  // namespace concordat
