#include "time/calendar.hpp"

#include <algorithm>
#include <cassert>

namespace concordat {

bool Calendar::is_working_day(Day day) const {
    assert(spans(day));
    const std::chrono::weekday weekday{std::chrono::sys_days{day}};
    if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
    const auto at =
        std::lower_bound(days.begin(), days.end(), day, [](const Holiday& holiday, Day d) { return holiday.date < d; });
    return at == days.end() || at->date != day;
}

}  // namespace concordat
