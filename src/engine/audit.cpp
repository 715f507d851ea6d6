#include "engine/audit.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/forms.hpp"
#include "engine/key.hpp"
#include "timeline/side_by_side.hpp"

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

/// Runs one rule; what comes of it is added to `out`.
void run_rule(std::size_t index, const Job& job, Asked& asked, Audit& out) {
    const std::size_t obligations = out.obligations.size();
    RuleJob rule(job, asked, index, out);
    std::visit([&](const auto& form) { run(form, rule); }, rule.rule.form);
    const bool power_used = std::holds_alternative<May>(rule.rule.form) && !out.powers.back().uses.empty();
    if (out.obligations.size() == obligations && !power_used) out.never_exercised.push_back(index);
}

template <typename Entry>
void append(std::vector<Entry>& all, std::vector<Entry>& own) {
    all.insert(all.end(), std::move_iterator(own.begin()), std::move_iterator(own.end()));
}

/// Several rules at once, each by itself, and then put together in their order.
void run_rules_at_once(std::size_t threads, Job& job, Audit& result) {
    std::vector<Audit> parts(job.protocol.rules.size());
    std::vector<Asked> asked;
    while (asked.size() + 1 < threads) asked.push_back(job.nothing_asked());
    side_by_side(threads, parts.size(), [&](std::size_t thread, std::size_t rule) {
        run_rule(rule, job, thread == 0 ? job.asked : asked[thread - 1], parts[rule]);
    });
    for (Asked& other : asked) job.asked.search.take(std::move(other.search));
    std::size_t obligations = 0, witnesses = 0;
    for (const Audit& part : parts) {
        obligations += part.obligations.size();
        witnesses += part.witnesses.size();
    }
    result.obligations.reserve(obligations);
    result.witnesses.reserve(witnesses);
    for (Audit& part : parts) append(result, std::exchange(part, {}));
}

}  // namespace

void append(Audit& all, Audit part) {
    for (Obligation& obligation : part.obligations) {
        if (obligation.key == KeyKind::period) obligation.period += static_cast<std::uint32_t>(all.periods.size());
        obligation.witnesses += static_cast<std::uint32_t>(all.witnesses.size());
    }
    append(all.obligations, part.obligations);
    append(all.witnesses, part.witnesses);
    append(all.periods, part.periods);
    append(all.powers, part.powers);
    append(all.never_exercised, part.never_exercised);
    append(all.faults, part.faults);
}

Audit audit(const Protocol& protocol, const Log& log, const Names& names, const Standpoint& standpoint) {
    Audit result;
    result.job = std::make_shared<Job>(protocol, log, names, standpoint);
    Job& job = *result.job;
    result.standpoint = standpoint;
    result.later_records = job.view.later_records;
    result.unknown_records = job.view.unknown_records;
    const std::size_t threads = threads_for(log.records.size(), protocol.rules.size());
    if (threads > 1)
        run_rules_at_once(threads, job, result);
    else
        for (std::size_t i = 0; i < protocol.rules.size(); ++i) run_rule(i, job, job.asked, result);
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
