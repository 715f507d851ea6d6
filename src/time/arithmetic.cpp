#include "time/arithmetic.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace concordat {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

std::optional<Day> within_years(sys_days day) {
    if (day < sys_days{earliest_day} || day > sys_days{latest_day}) return std::nullopt;
    return Day{day};
}

std::optional<Day> shift_days(Day anchor, std::int64_t count) { return within_years(sys_days{anchor} + days{count}); }

std::int64_t in_months(Duration duration) {
    return duration.unit == Unit::years ? std::int64_t{12} * duration.count : duration.count;
}

// Mondays to Fridays are numbered from 1, which is 0001-01-01, a Monday. On a weekend, the number of
// the Friday before it.
std::int64_t weekday_number(Day day) {
    const std::int64_t since = (day - earliest_day).count();
    return since / 7 * 5 + std::min<std::int64_t>(since % 7 + 1, 5);
}

Day numbered_weekday(std::int64_t number) { return sys_days{earliest_day} + days{(number - 1) / 5 * 7 + (number - 1) % 5}; }

bool is_weekend(Day day) { return (day - earliest_day).count() % 7 >= 5; }

// Steps over weekends by arithmetic, then once more for each holiday met on the way: the cost is the
// holidays between the two days, not the days.
std::optional<Day> add_working_days(Day anchor, std::int64_t count, const Calendar& calendar) {
    if (!calendar.spans(anchor)) return std::nullopt;
    std::int64_t number = weekday_number(anchor) + count;
    auto next = std::upper_bound(calendar.days.begin(), calendar.days.end(), anchor,
                                 [](Day day, const Holiday& holiday) { return day < holiday.date; });
    for (; next != calendar.days.end() && next->date <= numbered_weekday(number); ++next) {
        if (!is_weekend(next->date)) ++number;
    }
    const Day end = numbered_weekday(number);
    return calendar.spans(end) ? std::optional{end} : std::nullopt;
}

// The count-th working day on or before `last`; nullopt if that lies before the span. Numbers under 1
// belong to no weekday, but to days before every span.
std::optional<Day> working_day_back(Day last, std::int64_t count, const Calendar& calendar) {
    std::int64_t number = weekday_number(last) - (count - 1);
    auto after = std::upper_bound(calendar.days.begin(), calendar.days.end(), last,
                                  [](Day day, const Holiday& holiday) { return day < holiday.date; });
    for (; after != calendar.days.begin(); --after) {
        const Day holiday = std::prev(after)->date;
        if (holiday < numbered_weekday(number)) break;
        if (!is_weekend(holiday)) --number;
    }
    const Day start = numbered_weekday(number);
    return calendar.spans(start) ? std::optional{start} : std::nullopt;
}

std::optional<Day> latest_month_start(Day end, std::int64_t months) {
    const year_month_day date{sys_days{end}};
    const year_month_day_last end_of_month = date.year() / date.month() / std::chrono::last;
    if (date.day() != end_of_month.day()) return within_years(shift_months(end, -months));
    // Every day of the earlier month ends by the last day of this one.
    const auto earlier = date.year() / date.month() - std::chrono::months{months};
    return within_years(sys_days{earlier / std::chrono::last});
}

}  // namespace

Day shift_months(Day anchor, std::int64_t months) {
    const year_month_day date{sys_days{anchor}};
    const auto month = date.year() / date.month() + std::chrono::months{months};
    const year_month_day_last last = month / std::chrono::last;
    return sys_days{month / std::min(date.day(), last.day())};
}

std::optional<Day> add(Day anchor, Duration duration, const Calendar* calendar) {
    switch (duration.unit) {
        case Unit::days: return shift_days(anchor, duration.count);
        case Unit::weeks: return shift_days(anchor, std::int64_t{7} * duration.count);
        case Unit::months:
        case Unit::years: return within_years(shift_months(anchor, in_months(duration)));
        case Unit::working_days:
            if (calendar == nullptr) return std::nullopt;
            return add_working_days(anchor, duration.count, *calendar);
    }
    assert(false);
    return std::nullopt;
}

std::optional<Day> subtract(Day anchor, Duration duration, const Calendar* calendar) {
    switch (duration.unit) {
        case Unit::days: return shift_days(anchor, -duration.count);
        case Unit::weeks: return shift_days(anchor, std::int64_t{-7} * duration.count);
        case Unit::months:
        case Unit::years: return within_years(shift_months(anchor, -in_months(duration)));
        case Unit::working_days: {
            if (calendar == nullptr || !calendar->spans(anchor)) return std::nullopt;
            return working_day_back(sys_days{anchor} - days{1}, duration.count, *calendar);
        }
    }
    assert(false);
    return std::nullopt;
}

std::optional<Day> latest_start(Day end, Duration duration, const Calendar* calendar) {
    switch (duration.unit) {
        case Unit::days:
        case Unit::weeks: return subtract(end, duration, calendar);
        case Unit::months:
        case Unit::years: return latest_month_start(end, in_months(duration));
        case Unit::working_days: {
            if (calendar == nullptr || !calendar->spans(end)) return std::nullopt;
            const auto first = working_day_back(end, duration.count, *calendar);
            if (!first || *first == calendar->from) return std::nullopt;
            return Day{sys_days{*first} - days{1}};
        }
    }
    assert(false);
    return std::nullopt;
}

}  // namespace concordat
