#pragma once
// In what a record differs from what is wanted, in words: "sent to hhwb, not to hscb", "does not say who was present".

#include <optional>
#include <string>

#include "engine/telling.hpp"

namespace concordat {

struct Difference {
    Field field = Field::act;
    bool not_stated = false;  // else it shows something else
    std::string text;
};

/// The first difference and how many fields differ; none if the record shows all.
struct Differences {
    std::size_t count = 0;
    std::optional<Difference> first;
};

Differences differences(const Telling& telling, const Alternative& pattern, const Bound& bound, RecordIndex record);

/// How many fields the record does not surely show; counts no further than `enough`.
std::size_t count_differences(const RuleJob& job, const Bound& bound, RecordIndex record, std::size_t enough);

}  // namespace concordat
