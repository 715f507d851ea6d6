#include "engine/rhythm.hpp"

namespace concordat {

namespace {

Periods periods_of(const Protocol& protocol, const Rhythm& rhythm) {
    if (rhythm.from_agreement) return {protocol.agreed.value(), *rhythm.from_agreement};
    return {rhythm.cycle, protocol.year};
}

Reason why_not(const RuleJob& job, DayRange period, bool part_period_counts) {
    switch (job.in_force(period)) {
        case InTime::no: return Reason::out_of_force;
        case InTime::partly: return part_period_counts ? Reason::none : Reason::part_period;
        case InTime::wholly: break;
    }
    return Reason::none;
}

}  // namespace

std::vector<DuePeriod> due_periods(RuleJob& job, const Rhythm& rhythm, bool part_period_counts,
                                   const std::function<std::optional<Day>(DayRange)>& due) {
    std::vector<DuePeriod> result;
    const std::optional<Day> start = job.start();
    if (!start) return result;
    const Periods periods = periods_of(job.job.protocol, rhythm);
    const auto reaches = [&](std::int64_t index) {
        const auto days = periods.days_at(index);
        return days && due(*days).value_or(days->last) >= *start;
    };
    // Due days never fall as periods go on, so the first period that matters is found by going back from the one at the start.
    std::int64_t first =
        std::max<std::int64_t>(periods.index_of(*start), rhythm.from_agreement ? 0 : periods.index_of(earliest_day));
    while (reaches(first - 1)) --first;
    for (std::int64_t index = first;; ++index) {
        const auto period = periods.at(index);
        if (!period) {
            if (const auto next = periods.days_at(index + 1); next && index <= periods.index_of(*start)) continue;  // year 0001
            break;
        }
        if (period->days.first > job.job.standpoint.as_of) break;
        if (!reaches(index)) continue;
        const auto place = static_cast<std::uint32_t>(job.out.periods.size());
        job.out.periods.push_back(*period);
        result.push_back({place, *period, why_not(job, period->days, part_period_counts), due(period->days)});
    }
    return result;
}

}  // namespace concordat
