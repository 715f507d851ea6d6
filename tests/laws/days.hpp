#pragma once
// Days that matter: starts of years and of time in force, and what lies a rule's duration away from another day that matters, or
// one day beside it. Records on random days would hardly ever meet a boundary.

#include <algorithm>
#include <string>
#include <vector>

#include "laws/dice.hpp"
#include "reference/dates.hpp"
#include "time/day.hpp"

namespace concordat::laws {

class Days {
public:
    Days(Dice& dice, Day first, Day last) : dice_(dice), first_(first), last_(last) {}

    void add(Day day) {
        if (first_ <= day && day <= last_) known_.push_back(day);
    }
    void add_length(Duration length) {
        if (length.unit != Unit::working_days) lengths_.push_back(length);
    }

    Day pick() {
        Day day = known_.empty() || dice_.percent(8) ? first_ + Day::duration{dice_.below((last_ - first_).count() + 1)}
                                                     : dice_.pick(known_);
        if (!lengths_.empty() && dice_.percent(50)) {
            const Duration length = dice_.pick(lengths_);
            day = dice_.percent(60) ? reference::plus(day, length, nullptr) : reference::minus(day, length, nullptr);
        } else if (dice_.percent(30)) {
            day += Day::duration{dice_.between(-12, 12)};
        }
        if (dice_.percent(40)) day += Day::duration{dice_.between(-1, 1)};
        day = std::clamp(day, first_, last_);
        known_.push_back(day);
        return day;
    }

    Day first() const { return first_; }
    Day last() const { return last_; }

private:
    Dice& dice_;
    Day first_, last_;
    std::vector<Day> known_;
    std::vector<Duration> lengths_;
};

}  // namespace concordat::laws
