#pragma once
// The reference's own reckoning of days, so that src/time is checked along with the engine: language.md, section 4, with loops.
// A day outside the holiday table is not guessed: it throws, and such a world is for the caller to leave out.

#include <stdexcept>
#include <string>
#include <vector>

#include "model/protocol.hpp"
#include "time/calendar.hpp"
#include "time/day.hpp"
#include "time/duration.hpp"

namespace concordat::reference {

struct OutsideCalendar : std::runtime_error {
    using std::runtime_error::runtime_error;
};

Day next(Day day);
Day previous(Day day);

Day plus_months(Day anchor, int months);
Day plus(Day anchor, Duration duration, const Calendar* calendar);
Day minus(Day anchor, Duration duration, const Calendar* calendar);

/// The latest day d with d + duration <= end.
Day latest_start(Day end, Duration duration, const Calendar* calendar);

}  // namespace concordat::reference
