#pragma once
// The windows of duties, laid out as bars on the rows of a lane: bars on one row never touch, the worst come first, and duties
// with the same window and verdict share one bar. Where there are more than can be drawn, the rest is counted.

#include <string>
#include <vector>

#include "report/html_parts.hpp"

namespace concordat {

/// Days to the units of the picture.
struct Scale {
    DayRange days;
    double width = 0;

    double at(Day day) const;  // the beginning of the day; inside the picture
    bool holds(DayRange range) const { return range.first <= days.last && range.last >= days.first; }
};

struct Bar {
    DayRange days{};
    Verdict verdict = Verdict::met;
    bool open = false;        // there is no due day
    bool window = true;       // or only a day on which something was wrong
    std::optional<Day> done;  // of a late one
    std::vector<std::uint32_t> findings;
    std::string label;  // the clauses
    std::size_t row = 0;
};

struct Bars {
    std::vector<Bar> bars;
    std::size_t rows = 0;
    std::size_t left_out = 0;  // findings
};

double width_of(const std::string& label);

Bars lay_out(const Report& report, const std::vector<std::uint32_t>& findings, const Scale& scale);

}  // namespace concordat
