#pragma once
// A set of days, kept as runs that neither touch nor overlap, in order. What a log covers, when somebody held an office, which
// days are audited: all of these are sets of days, and the questions asked of them are about whole stretches.

#include <vector>

#include "time/day.hpp"

namespace concordat {

class DaySet {
public:
    DaySet() = default;
    /// Runs in any order; they may overlap.
    explicit DaySet(std::vector<DayRange> runs);

    const std::vector<DayRange>& runs() const { return runs_; }
    bool empty() const { return runs_.empty(); }
    bool contains(Day day) const;
    /// Every day of it; a range that ends before it begins has no day.
    bool contains(DayRange range) const;
    DaySet within(DayRange range) const;
    DaySet without(const DaySet& other) const;

    friend DaySet both(const DaySet& a, const DaySet& b);

private:
    std::vector<DayRange> runs_;
};

/// The days that are in both.
DaySet both(const DaySet& a, const DaySet& b);

}  // namespace concordat
