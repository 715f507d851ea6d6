// A civil date: the only kind of time the tool knows. No clock, no zone, no time of day.
//
// A Day is four bytes, because timelines hold millions of them, and converts to and from
// std::chrono::sys_days. Written dates are taken in exactly two shapes, YYYY-MM-DD and YYYY-MM, for
// years 0001 to 9999; a date that never was (2014-02-30), a blank or a missing zero is refused rather
// than mended, since a date that was guessed would become a due day that nobody agreed to.

#pragma once

#include <cassert>
#include <chrono>
#include <cstdint>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>

namespace concordat {

using Day = std::chrono::time_point<std::chrono::system_clock, std::chrono::duration<std::int32_t, std::ratio<86400>>>;

/// The date must exist; for dates that were read, use parse_day.
constexpr Day make_day(int y, unsigned m, unsigned d) {
    const std::chrono::year_month_day date{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}};
    assert(date.ok());
    return std::chrono::sys_days{date};
}

inline constexpr Day earliest_day = make_day(1, 1, 1);
inline constexpr Day latest_day = make_day(9999, 12, 31);
inline constexpr Day::duration one_day{1};

/// Both days are included. An exact day has first == last; a month-only date spans its month.
struct DayRange {
    Day first;
    Day last;
    friend bool operator==(const DayRange&, const DayRange&) = default;
};

/// How many bits the numbers of all dates need.
inline constexpr unsigned date_bits = 23;
static_assert((latest_day - earliest_day).count() * 2 + 1 < 1 << date_bits);

/// A day or a whole month as one number, which grows from day to day; a month comes right behind the day on which it begins.
constexpr std::uint32_t number_of(DayRange date) {
    return static_cast<std::uint32_t>((date.first - earliest_day).count()) * 2 + (date.first == date.last ? 0 : 1);
}
DayRange month_that_begins(Day first);
inline DayRange date_of(std::uint32_t number) {
    const Day first = earliest_day + Day::duration(static_cast<std::int32_t>(number / 2));
    return number % 2 == 0 ? DayRange{first, first} : month_that_begins(first);
}

/// YYYY-MM-DD only.
std::optional<Day> parse_day(std::string_view text);

/// YYYY-MM-DD or YYYY-MM.
std::optional<DayRange> parse_date(std::string_view text);

std::string to_string(Day day);

/// One day, YYYY-MM where it is exactly one calendar month, else "FIRST to LAST".
std::string to_string(DayRange range);

}  // namespace concordat
