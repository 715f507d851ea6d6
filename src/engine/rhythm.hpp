#pragma once
// The periods for which `every` and `attest` give rise to obligations: those that begin by as-of and whose time reaches into the
// audited one (docs/verdicts.md, "Which obligations exist").

#include <functional>

#include "engine/job.hpp"

namespace concordat {

struct DuePeriod {
    std::uint32_t index = 0;  // into Audit::periods
    Period period;
    Reason not_applicable = Reason::none;  // out of force, or only partly in it
    std::optional<Day> due;                // if it is fixed
};

/// `due` gives a period's fixed due day, or none where the period has no fixed one (nor any other period).
std::vector<DuePeriod> due_periods(RuleJob& job, const Rhythm& rhythm, bool part_period_counts,
                                   const std::function<std::optional<Day>(DayRange)>& due);

}  // namespace concordat
