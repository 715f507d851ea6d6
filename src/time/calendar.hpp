// A holiday table: which days are working days, over a stated span.
//
// The loader has seen to it that `days` is in date order with no day twice and that every one lies in
// [from, to]; look-ups rely on that. The table says nothing about any day outside its span, so to ask
// about one is a fault of the caller's (check `spans` first), never "a weekday, so presumably yes".

#pragma once

#include <string>
#include <vector>

#include "time/day.hpp"

namespace concordat {

struct Holiday {
    Day date;
    std::string name;
};

struct Calendar {
    std::string id;
    std::string source;
    Day from;
    Day to;
    std::vector<Holiday> days;

    bool spans(Day day) const { return from <= day && day <= to; }

    /// Neither a Saturday, nor a Sunday, nor a holiday. The day must lie in the span.
    bool is_working_day(Day day) const;
};

}  // namespace concordat
