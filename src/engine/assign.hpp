#pragma once
// Which record serves which obligation. Where obligations compete (the periods of one `every` rule, the obligations of a
// `distinct` rule), each record serves one of them: records by date and then id, those that state their edition first, each to
// the open obligation with the earliest due day that it fits; then what is left over discharges late, likewise. Else records are
// shared, but one that states no edition, where the pattern asks for one, still serves one obligation only. Obligations whose
// trigger is itself unsure choose last. Everything is sorted once and swept; no loop over all records for each obligation.

#include <vector>

#include "engine/obligation.hpp"
#include "engine/search.hpp"

namespace concordat {

/// An obligation's claim to witnesses. Where the trigger's own day is known only to the month, the window has a sure part (inside
/// whatever that day was) and a possible one around it.
struct Claim {
    Expectation expectation;
    Day opens_sure{}, opens_maybe{};
    Day due_sure{}, due_maybe{};  // the last day of time if there is no due day
    Day late_until{};             // the last day on which a late match surely discharges
    bool late = false;            // whether a late match discharges at all
    std::size_t times = 1;
    bool unsure = false;
    RecordIndex self = RecordIndex::none;     // the trigger: it never serves itself
    RecordIndex closing = RecordIndex::none;  // of `before`: the guarded record behind which the window opens; never inside it

    std::vector<Witness> witnesses;  // result: on time first, then late, each by date and id
    std::size_t on_time = 0;         // result
    std::size_t maybe = 0;           // result, where it is not met: records that may be what is wanted, inside the window
};

/// The same for a claim to records that other claims may share: none of them states no edition where one is asked for. It wants
/// one record.
void assign_alone(Claim& claim, const Expectation& expectation, const Timeline& timeline);

/// `claims` in the order in which ties are broken; of one rule and member.
void assign(std::vector<Claim*> claims, bool competing, const Timeline& timeline);

}  // namespace concordat
