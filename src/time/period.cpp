#include "time/period.hpp"

#include <algorithm>
#include <cassert>

#include "time/arithmetic.hpp"

namespace concordat {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

Duration length_of(Cycle cycle) {
    switch (cycle) {
        case Cycle::month: return {1, Unit::months};
        case Cycle::quarter: return {3, Unit::months};
        case Cycle::half_year: return {6, Unit::months};
        case Cycle::year: return {12, Unit::months};
    }
    assert(false);
    return {12, Unit::months};
}

// A count of days or of months; years are months, weeks are days.
Duration in_base_unit(Duration length) {
    assert(length.count >= 1 && length.count <= longest_count);
    assert(length.unit != Unit::working_days);
    if (length.unit == Unit::years) return {length.count * 12, Unit::months};
    if (length.unit == Unit::weeks) return {length.count * 7, Unit::days};
    return length;
}

std::string padded(std::int64_t value, std::size_t width) {
    std::string text = std::to_string(value);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

}  // namespace

std::optional<YearStart> parse_year_start(std::string_view text) {
    const auto day = parse_day("2001-" + std::string{text});  // a year without 29 February
    if (!day) return std::nullopt;
    const year_month_day date{sys_days{*day}};
    return YearStart{static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())};
}

// Period 0 of a cycle begins in the year 0000, so that no index with a label is negative.
Periods::Periods(Cycle cycle, YearStart start)
    : anchor_{make_day(0, start.month, start.day)}, length_{length_of(cycle)}, from_agreement_{false} {
    assert(start.month != 2 || start.day != 29);
    find_bounds();
}

Periods::Periods(Day agreed, Duration length) : anchor_{agreed}, length_{in_base_unit(length)}, from_agreement_{true} {
    find_bounds();
    lowest_ = 0;
}

void Periods::find_bounds() {
    lowest_ = index_of(earliest_day);
    if (first_day(lowest_) < earliest_day) ++lowest_;
    highest_ = index_of(latest_day);
    if (first_day(highest_ + 1) > sys_days{latest_day} + days{1}) --highest_;
}

Day Periods::first_day(std::int64_t index) const {
    const std::int64_t distance = index * length_.count;
    const sys_days boundary =
        length_.unit == Unit::months ? sys_days{shift_months(anchor_, distance)} : sys_days{anchor_} + days{distance};
    return boundary + days{from_agreement_ ? 1 : 0};
}

std::int64_t Periods::index_of(Day day) const {
    const year_month_day from{sys_days{anchor_}};
    const year_month_day to{sys_days{day}};
    const std::int64_t distance = length_.unit == Unit::months ? (to.year() / to.month() - from.year() / from.month()).count()
                                                               : (sys_days{day} - sys_days{anchor_}).count();
    // Never too early: the period begins in the day's own month or before it, and rounding is towards 0.
    std::int64_t index = distance / length_.count;
    while (day < first_day(index)) --index;
    return index;
}

std::optional<DayRange> Periods::days_at(std::int64_t index) const {
    if (index < lowest_ || index > highest_) return std::nullopt;
    return DayRange{first_day(index), sys_days{first_day(index + 1)} - days{1}};
}

std::optional<Period> Periods::at(std::int64_t index) const {
    const auto range = days_at(index);
    if (!range) return std::nullopt;
    const bool has_previous = first_day(index - 1) >= earliest_day;
    return Period{*range, label(index), has_previous ? label(index - 1) : std::string{}};
}

std::string Periods::label(std::int64_t index) const {
    if (from_agreement_) return to_string(first_day(index));
    const std::int64_t per_year = 12 / length_.count;
    const std::int64_t year = index / per_year;
    const std::int64_t part = index % per_year + 1;
    const bool calendar_year = anchor_ == make_day(0, 1, 1);
    std::string text = padded(year, 4);
    if (!calendar_year) text += '-' + padded((year + 1) % 100, 2);
    switch (per_year) {
        case 2: return text + " H" + std::to_string(part);
        case 4: return text + " Q" + std::to_string(part);
        case 12: return text + " M" + padded(part, 2);
        default: return text;
    }
}

}  // namespace concordat
