// Counting from a day: the due day, the day notice must be given, the day a window opens.
//
// The day counted from (the anchor) is itself not counted. Months and years end on the corresponding
// date, or on the month's last day if there is none: 31 January + 1 month is 28 or 29 February. They are
// always counted from the anchor, never from an earlier result, so a chain of months cannot drift.
//
// There is no answer (nullopt) where it would be a guess: outside years 0001 to 9999, for working days
// without a calendar, and where any day walked over, the anchor and the end included, lies outside the
// calendar's span. A calendar that other units do not need is ignored.

#pragma once

#include <cstdint>
#include <optional>

#include "time/calendar.hpp"
#include "time/day.hpp"
#include "time/duration.hpp"

namespace concordat {

/// For working days: the count-th one after the anchor, which may itself be a holiday.
std::optional<Day> add(Day anchor, Duration duration, const Calendar* calendar);

/// The same towards the past. Not the inverse of add: use latest_start for "early enough".
std::optional<Day> subtract(Day anchor, Duration duration, const Calendar* calendar);

/// The latest day d with add(d, duration) <= end: 1 month before 28 February 2015 is 31 January.
std::optional<Day> latest_start(Day end, Duration duration, const Calendar* calendar);

/// Unbounded, for callers that see to the years themselves; `months` may be negative.
Day shift_months(Day anchor, std::int64_t months);

}  // namespace concordat
