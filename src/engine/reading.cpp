#include "engine/reading.hpp"

#include <algorithm>
#include <map>

#include "engine/job.hpp"

namespace concordat {
namespace {

/// From worst to best; a rule without an obligation stands at the end.
constexpr std::size_t rank(std::optional<Verdict> verdict) {
    return verdict ? static_cast<std::size_t>(*verdict) : verdict_names.size();
}

/// The obligations of a rule for one member, with the worst of their verdicts.
struct Side {
    std::optional<Verdict> worst;
    std::vector<const Obligation*> obligations;
};

/// The sides of every rule of an audit, by its index and the member's text, so that their order is the same in every run.
using Sides = std::map<std::pair<std::size_t, std::string>, Side>;

Sides sides_of(const Audit& audit, const Names& names) {
    Sides sides;
    for (const Obligation& obligation : audit.obligations) {
        const std::string member{names.text(obligation.member)};
        Side& side = sides[{obligation.rule, member}];
        if (rank(obligation.verdict) < rank(side.worst)) side.worst = obligation.verdict;
        side.obligations.push_back(&obligation);
    }
    return sides;
}

/// Every reading of the protocol as a rule of its own, and the rule that each belongs to.
struct Flattened {
    Protocol protocol;
    std::vector<std::size_t> rules;
};

Flattened flatten(const Protocol& protocol) {
    Flattened result{.protocol = protocol, .rules = {}};
    result.protocol.rules.clear();
    for (std::size_t i = 0; i < protocol.rules.size(); ++i)
        for (const Rule& reading : protocol.rules[i].readings) {
            result.protocol.rules.push_back(reading);
            result.rules.push_back(i);
        }
    return result;
}

std::vector<std::string> keys_of_worst(const Audit& audit, const Side& side) {
    std::vector<std::string> keys;
    for (const Obligation* obligation : side.obligations)
        if (obligation->verdict == side.worst) keys.push_back(obligation_key(audit, *obligation));
    std::sort(keys.begin(), keys.end());
    return keys;
}

Name member_of(const Side& left, const Side& right) {
    const Side& side = left.obligations.empty() ? right : left;
    return side.obligations.front()->member;
}

}  // namespace

ReadingsCompared compare_readings(const Audit& stated) {
    const Job& job = *stated.job;
    const Flattened readings = flatten(job.protocol);
    const Audit other = audit(readings.protocol, job.log, job.names, stated.standpoint);

    ReadingsCompared result{.readings = readings.rules.size(), .contrasts = {}, .faults = other.faults};
    for (CalendarFault& fault : result.faults) {
        fault.reading = readings.protocol.rules[fault.rule].reading;
        fault.rule = readings.rules[fault.rule];
    }
    const Sides as_stated = sides_of(stated, job.names);
    const Sides as_read = sides_of(other, job.names);

    for (std::size_t i = 0; i < readings.rules.size(); ++i) {
        const std::size_t rule = readings.rules[i];
        std::map<std::string, std::pair<Side, Side>> members;
        const auto from = [](const Sides& sides, std::size_t index) { return sides.lower_bound({index, ""}); };
        for (auto at = from(as_stated, rule); at != as_stated.end() && at->first.first == rule; ++at)
            members[at->first.second].first = at->second;
        for (auto at = from(as_read, i); at != as_read.end() && at->first.first == i; ++at)
            members[at->first.second].second = at->second;
        for (const auto& [member, sides] : members) {
            const auto& [left, right] = sides;
            if (left.worst == right.worst) continue;
            const bool stated_is_worse = rank(left.worst) < rank(right.worst);
            result.contrasts.push_back({.rule = rule,
                                        .member = member_of(left, right),
                                        .reading = readings.protocol.rules[i].reading,
                                        .verdict = left.worst,
                                        .otherwise = right.worst,
                                        .keys = stated_is_worse ? keys_of_worst(stated, left) : keys_of_worst(other, right)});
        }
    }
    return result;
}

}  // namespace concordat
