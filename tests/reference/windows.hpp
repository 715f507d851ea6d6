#pragma once
// How the duties of each form come about, with their windows. After them all is alike (duty.hpp).

#include "reference/duty.hpp"

namespace concordat::reference {

std::vector<Duty> make(const Scene& scene, const Rule& rule, const Every& form);
std::vector<Duty> make(const Scene& scene, const Rule& rule, const Once& form);
std::vector<Duty> make(const Scene& scene, const Rule& rule, const After& form);
std::vector<Duty> make(const Scene& scene, const Rule& rule, const Before& form);

/// The due day, counted from the anchor; nothing if there is none, or none yet.
std::optional<DayRange> closes(const Scene& scene, const Deadline& deadline, Day anchor);

DayRange exactly(Day day);
const Calendar* calendar(const Scene& scene);

}  // namespace concordat::reference
