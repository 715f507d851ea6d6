#include "time/day.hpp"

#include <cstddef>

namespace concordat {
namespace {

using std::chrono::year_month;
using std::chrono::year_month_day;

std::optional<int> parse_digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<year_month> parse_month(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') return std::nullopt;
    const auto y = parse_digits(text.substr(0, 4));
    const auto m = parse_digits(text.substr(5, 2));
    if (!y || !m || *y == 0) return std::nullopt;
    const year_month month{std::chrono::year{*y}, std::chrono::month{static_cast<unsigned>(*m)}};
    return month.ok() ? std::optional{month} : std::nullopt;
}

DayRange whole_month(year_month month) {
    return {std::chrono::sys_days{month / 1}, std::chrono::sys_days{month / std::chrono::last}};
}

void put_two_digits(std::string& text, std::size_t at, unsigned value) {
    text[at] = static_cast<char>('0' + value / 10);
    text[at + 1] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
    if (text.size() != 10 || text[7] != '-') return std::nullopt;
    const auto month = parse_month(text.substr(0, 7));
    const auto d = parse_digits(text.substr(8, 2));
    if (!month || !d) return std::nullopt;
    const year_month_day date = *month / *d;
    return date.ok() ? std::optional<Day>{std::chrono::sys_days{date}} : std::nullopt;
}

DayRange month_that_begins(Day first) {
    const year_month_day date{std::chrono::sys_days{first}};
    return whole_month({date.year(), date.month()});
}

std::optional<DayRange> parse_date(std::string_view text) {
    if (const auto day = parse_day(text)) return DayRange{*day, *day};
    if (const auto month = parse_month(text)) return whole_month(*month);
    return std::nullopt;
}

std::string to_string(Day day) {
    assert(day >= earliest_day && day <= latest_day);
    const year_month_day date{std::chrono::sys_days{day}};
    const auto year = static_cast<unsigned>(static_cast<int>(date.year()));
    std::string text = "0000-00-00";
    put_two_digits(text, 0, year / 100);
    put_two_digits(text, 2, year % 100);
    put_two_digits(text, 5, static_cast<unsigned>(date.month()));
    put_two_digits(text, 8, static_cast<unsigned>(date.day()));
    return text;
}

std::string to_string(DayRange range) {
    if (range.first == range.last) return to_string(range.first);
    const year_month_day date{std::chrono::sys_days{range.first}};
    if (range == whole_month({date.year(), date.month()})) return to_string(range.first).substr(0, 7);
    return to_string(range.first) + " to " + to_string(range.last);
}

}  // namespace concordat
