#pragma once
// On which days an office changed hands, as `standing` tells it. There may be as many findings as facts and all of one office,
// so the facts about an office are gone through once.

#include <unordered_map>
#include <vector>

#include "engine/job.hpp"

namespace concordat {

class HolderChanges {
public:
    /// Whether a holder came or went within these days; who came on the first or went on the last was there all the time.
    bool any(Name office, DayRange days, const Job& job);

private:
    struct Days {
        std::vector<Day> came;  // sorted, as are those below
        std::vector<Day> went;  // their last days
    };
    std::unordered_map<Name, Days> of_;
};

}  // namespace concordat
