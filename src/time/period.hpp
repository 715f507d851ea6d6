// The periods a duty recurs in: months, quarters, half-years or years by the protocol's own year, or
// lengths counted from the day a protocol was agreed.
//
// Periods leave no gap and never overlap. By the year, they begin on the year's first day + k months
// (clamped to the month's last day) and are labelled 2014-15, 2014-15 H1, 2014-15 Q2, 2014-15 M01, or
// 2014, 2014 H1 ... where the year starts on 1 January. From agreement, period n runs from the day after
// agreed + n lengths to agreed + (n+1) lengths, is labelled by its first day, and there is none before
// n = 0. A year that starts on 29 February is refused (most years have none), and so is a length in
// working days, by the loader: such periods would end where the holiday table does.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "time/day.hpp"
#include "time/duration.hpp"

namespace concordat {

/// When the protocol's year begins.
struct YearStart {
    unsigned month = 1;
    unsigned day = 1;
    friend bool operator==(const YearStart&, const YearStart&) = default;
};

/// MM-DD.
std::optional<YearStart> parse_year_start(std::string_view text);

enum class Cycle : std::uint8_t { month, quarter, half_year, year };

struct Period {
    DayRange days;
    std::string label;
    /// For n = 0 from agreement, the label that a period -1 would have; empty before year 0001.
    std::string previous_label;
};

class Periods {
public:
    Periods(Cycle cycle, YearStart start);
    Periods(Day agreed, Duration length);

    /// The period that contains the day; from agreement, negative on and before the day agreed.
    std::int64_t index_of(Day day) const;

    /// nullopt for a period that is not wholly in years 0001 to 9999, or is before agreement.
    std::optional<Period> at(std::int64_t index) const;

    /// The same without the labels.
    std::optional<DayRange> days_at(std::int64_t index) const;

private:
    Day first_day(std::int64_t index) const;
    std::string label(std::int64_t index) const;
    void find_bounds();

    Day anchor_;
    Duration length_;
    bool from_agreement_;
    std::int64_t lowest_ = 0;
    std::int64_t highest_ = 0;
};

}  // namespace concordat
