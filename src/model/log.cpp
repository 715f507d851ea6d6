#include "model/log.hpp"

#include <algorithm>

namespace concordat {

std::optional<Day> last_covered_day(const Log& log) {
    std::optional<Day> last;
    for (const CoveredSpan& span : log.covers) last = std::max(last.value_or(span.days.last), span.days.last);
    return last;
}

std::optional<Day> last_recorded_day(const Log& log) {
    std::optional<Day> last;
    for (const Record& record : log.records) last = std::max(last.value_or(record.date.last), record.date.last);
    return last;
}

std::optional<Day> own_as_of(const Log& log) {
    if (log.as_of) return log.as_of;
    const auto covered = last_covered_day(log);
    return covered ? covered : last_recorded_day(log);
}

}  // namespace concordat
