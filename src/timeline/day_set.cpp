#include "timeline/day_set.hpp"

#include <algorithm>

namespace concordat {

DaySet::DaySet(std::vector<DayRange> runs) {
    std::erase_if(runs, [](const DayRange& run) { return run.last < run.first; });
    std::sort(runs.begin(), runs.end(), [](const DayRange& a, const DayRange& b) { return a.first < b.first; });
    for (const DayRange& run : runs) {
        if (!runs_.empty() && run.first <= runs_.back().last + one_day)
            runs_.back().last = std::max(runs_.back().last, run.last);
        else
            runs_.push_back(run);
    }
}

bool DaySet::contains(Day day) const { return contains(DayRange{day, day}); }

bool DaySet::contains(DayRange range) const {
    if (range.last < range.first) return true;
    const auto after =
        std::upper_bound(runs_.begin(), runs_.end(), range.first, [](Day day, const DayRange& run) { return day < run.first; });
    return after != runs_.begin() && range.last <= std::prev(after)->last;
}

DaySet DaySet::within(DayRange range) const {
    DaySet result;
    if (range.last < range.first) return result;
    const auto begin =
        std::lower_bound(runs_.begin(), runs_.end(), range.first, [](const DayRange& run, Day day) { return run.last < day; });
    for (auto run = begin; run != runs_.end() && run->first <= range.last; ++run)
        result.runs_.push_back({std::max(run->first, range.first), std::min(run->last, range.last)});
    return result;
}

DaySet DaySet::without(const DaySet& other) const {
    DaySet result;
    auto gone = other.runs_.begin();
    for (DayRange run : runs_) {
        while (gone != other.runs_.end() && gone->last < run.first) ++gone;
        for (auto cut = gone; cut != other.runs_.end() && cut->first <= run.last; ++cut) {
            if (run.first < cut->first) result.runs_.push_back({run.first, cut->first - one_day});
            run.first = cut->last + one_day;
        }
        if (run.first <= run.last) result.runs_.push_back(run);
    }
    return result;
}

DaySet both(const DaySet& a, const DaySet& b) {
    DaySet result;
    auto left = a.runs_.begin();
    auto right = b.runs_.begin();
    while (left != a.runs_.end() && right != b.runs_.end()) {
        const DayRange common{std::max(left->first, right->first), std::min(left->last, right->last)};
        if (common.first <= common.last) result.runs_.push_back(common);
        if (left->last < right->last)
            ++left;
        else
            ++right;
    }
    return result;
}

}  // namespace concordat
