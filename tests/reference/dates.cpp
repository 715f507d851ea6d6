#include "reference/dates.hpp"

#include <algorithm>

namespace concordat::reference {

namespace {

std::chrono::year_month_day civil(Day day) { return std::chrono::year_month_day{std::chrono::sys_days{day}}; }

bool is_working_day(Day day, const Calendar* calendar) {
    // "A day outside its span is an error, never a guess."
    if (!calendar || day < calendar->from || day > calendar->to) throw OutsideCalendar(to_string(day));
    const std::chrono::weekday weekday{std::chrono::sys_days{day}};
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
    for (const Holiday& holiday : calendar->days)
        if (holiday.date == day) return false;
    return true;
}

Day walk_working_days(Day anchor, int count, Day (*step)(Day), const Calendar* calendar) {
    is_working_day(anchor, calendar);  // the anchor, too, has to lie in the table
    Day day = anchor;
    for (int seen = 0; seen < count;) {
        day = step(day);
        if (is_working_day(day, calendar)) ++seen;
    }
    return day;
}

}  // namespace

Day next(Day day) { return day + Day::duration{1}; }
Day previous(Day day) { return day - Day::duration{1}; }

// "Months end on the corresponding date, or the month's last day if there is none."
Day plus_months(Day anchor, int months) {
    const auto date = civil(anchor);
    const auto month = std::chrono::year_month{date.year(), date.month()} + std::chrono::months{months};
    const std::chrono::year_month_day_last last{month.year(), std::chrono::month_day_last{month.month()}};
    return std::chrono::sys_days{std::chrono::year_month_day{month.year(), month.month(), std::min(date.day(), last.day())}};
}

// "The trigger's day is not counted."
Day plus(Day anchor, Duration duration, const Calendar* calendar) {
    switch (duration.unit) {
        case Unit::days: return anchor + Day::duration{duration.count};
        case Unit::weeks: return anchor + Day::duration{7 * duration.count};
        case Unit::months: return plus_months(anchor, duration.count);
        case Unit::years: return plus_months(anchor, 12 * duration.count);
        case Unit::working_days: return walk_working_days(anchor, duration.count, next, calendar);
    }
    return anchor;
}

Day minus(Day anchor, Duration duration, const Calendar* calendar) {
    switch (duration.unit) {
        case Unit::days: return anchor - Day::duration{duration.count};
        case Unit::weeks: return anchor - Day::duration{7 * duration.count};
        case Unit::months: return plus_months(anchor, -duration.count);
        case Unit::years: return plus_months(anchor, -12 * duration.count);
        case Unit::working_days: return walk_working_days(anchor, duration.count, previous, calendar);
    }
    return anchor;
}

Day latest_start(Day end, Duration duration, const Calendar* calendar) {
    Day day = end;
    while (plus(day, duration, calendar) > end) day = previous(day);
    return day;
}

}  // namespace concordat::reference
