#include "engine/holder_changes.hpp"

#include <algorithm>

#include "engine/state.hpp"

namespace concordat {

bool HolderChanges::any(Name office, DayRange days, const Job& job) {
    if (job.standing.empty()) return false;
    const auto [at, fresh] = of_.try_emplace(office);
    auto& [came, went] = at->second;
    if (fresh) {
        for (const Standing* fact : facts_about(office, Standing::Kind::holder, job)) {
            came.push_back(fact->from);
            if (fact->to) went.push_back(*fact->to);
        }
        std::sort(came.begin(), came.end());
        std::sort(went.begin(), went.end());
    }
    const auto first_came = std::upper_bound(came.begin(), came.end(), days.first);
    const auto first_went = std::lower_bound(went.begin(), went.end(), days.first);
    return (first_came != came.end() && *first_came <= days.last) || (first_went != went.end() && *first_went < days.last);
}

}  // namespace concordat
