#pragma once
// On which days a standing fact holds, fails, or is not stated. `standing` alone feeds it: an office, a membership or a document
// with at least one line there is told completely; of one with none the log says nothing.

#include "engine/job.hpp"

namespace concordat {

struct StateDays {
    DaySet holds;
    DaySet fails;
    DaySet not_stated;
};

/// Over the audited days.
StateDays days_of(const State& state, Name member, const DaySet& audited, const Job& job);

/// The facts about one office, body or document.
std::vector<const Standing*> facts_about(Name subject, Standing::Kind kind, const Job& job);

/// What a value of a state stands for.
Name state_name(const Value& value, Name member);

}  // namespace concordat
