#include "engine/outcome.hpp"

#include "engine/job.hpp"

namespace concordat {
namespace {

std::optional<Duration> remind_after(const Form& form) {
    if (const auto* every = std::get_if<Every>(&form)) return every->remind_after;
    if (const auto* after = std::get_if<After>(&form)) return after->remind_after;
    if (const auto* once = std::get_if<Once>(&form)) return once->remind_after;
    return std::nullopt;
}

}  // namespace

bool has_age(const Obligation& obligation) {
    return obligation.verdict == Verdict::pending && !obligation.due && obligation.opens;
}

bool is_outstanding(const Obligation& obligation, RuleJob& job) {
    if (!has_age(obligation)) return false;
    const auto reminder = remind_after(job.rule.form);
    return reminder && job.job.standpoint.as_of > job.later(*obligation.opens, *reminder, obligation.record);
}

std::vector<Outcome> outcomes(const Audit& audit) {
    const std::vector<Obligation>& all = audit.obligations;
    std::vector<Outcome> result;
    result.reserve(all.size());
    Audit faults;  // reminders are counted in the same way as due days, but no fault of a table stops a report
    std::optional<RuleJob> job;
    for (const Obligation& at : all) {
        if (!job || job->index != at.rule) job.emplace(*audit.job, at.rule, faults);
        result.push_back({.obligation = static_cast<std::uint32_t>(result.size()),
                          .rule = at.rule,
                          .verdict = at.verdict,
                          .reason = at.reason,
                          .outstanding = is_outstanding(at, *job)});
        faults.faults.clear();
    }
    return result;
}

}  // namespace concordat
