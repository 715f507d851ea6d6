#include "engine/audit.hpp"

#include <algorithm>

#include "engine/forms.hpp"
#include "engine/key.hpp"

namespace concordat {
namespace {

/// `rule@`, for a reading `rule~name@`.
std::string id_before_key(const Audit& audit, std::size_t index) {
    const Rule& rule = audit.job->protocol.rules[index];
    const Names& names = audit.job->names;
    std::string id{names.text(rule.id)};
    if (rule.reading != Name::none) id += "~" + names.text(rule.reading);
    return id + "@";
}

}  // namespace

Audit audit(const Protocol& protocol, const Log& log, const Names& names, const Standpoint& standpoint) {
    Audit result;
    result.job = std::make_shared<Job>(protocol, log, names, standpoint);
    Job& job = *result.job;
    result.standpoint = standpoint;
    result.later_records = job.view.later_records;
    result.unknown_records = job.view.unknown_records;
    for (std::size_t i = 0; i < protocol.rules.size(); ++i) {
        const std::size_t before = result.obligations.size();
        RuleJob rule(job, i, result);
        std::visit([&](const auto& form) { run(form, rule); }, rule.rule.form);
        const bool power_used = std::holds_alternative<May>(rule.rule.form) && !result.powers.back().uses.empty();
        if (result.obligations.size() == before && !power_used) result.never_exercised.push_back(i);
    }
    return result;
}

std::span<const Obligation> obligations_of(const Audit& audit, std::size_t rule) {
    const std::span<const Obligation> all(audit.obligations);
    const auto begin = std::partition_point(all.begin(), all.end(), [&](const Obligation& at) { return at.rule < rule; });
    const auto end = std::partition_point(begin, all.end(), [&](const Obligation& at) { return at.rule == rule; });
    return {begin, end};
}

std::string obligation_key(const Audit& audit, const Obligation& obligation) { return Key(audit, obligation).text(); }

std::string obligation_id(const Audit& audit, const Obligation& obligation) {
    return id_before_key(audit, obligation.rule) + obligation_key(audit, obligation);
}

std::unordered_map<std::string_view, std::uint32_t> find_obligations(const Audit& audit, std::vector<std::string_view> ids) {
    std::sort(ids.begin(), ids.end());
    std::unordered_map<std::string_view, std::uint32_t> found;
    for (std::size_t rule = 0; rule < audit.job->protocol.rules.size(); ++rule) {
        const std::string before = id_before_key(audit, rule);
        const auto begin = std::lower_bound(ids.begin(), ids.end(), before);
        const auto end = std::find_if_not(begin, ids.end(), [&](std::string_view id) { return id.starts_with(before); });
        if (begin == end) continue;
        for (const Obligation& obligation : obligations_of(audit, rule)) {
            const Key key(audit, obligation);
            const auto comes_before = [&](std::string_view id) { return key.compare(id.substr(before.size())) > 0; };
            const auto at = std::partition_point(begin, end, comes_before);
            if (at == end || key.compare(at->substr(before.size())) != 0) continue;
            found.emplace(*at, static_cast<std::uint32_t>(&obligation - audit.obligations.data()));
        }
    }
    return found;
}

}  // namespace concordat
