#pragma once
// The periods of `every` and `attest`, with their labels: by the protocol's year, or from agreement.

#include <string>
#include <vector>

#include "reference/scene.hpp"

namespace concordat::reference {

struct Term {
    Day first, last;
    std::string label, previous_label;
};

/// All that start on or before as-of and end on or after `since`, in order (by the year, some before it, too).
std::vector<Term> terms(const Scene& scene, const Rhythm& rhythm, Day since);

/// "the first covered day (of any span; with `covers: none`, the first record)"
std::optional<Day> first_covered_day(const Scene& scene);

/// "the later of the first covered day … and in-force.from"; not given if there is neither.
std::optional<Day> coverage_start(const Scene& scene, const Rule& rule);

/// How a period, or the day of a record, lies to the time in force.
enum class Force { in, partly, out };
Force force(const Rule& rule, Day first, Day last);

}  // namespace concordat::reference
