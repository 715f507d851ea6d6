#include "engine/trial.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "engine/job.hpp"
#include "engine/teller.hpp"

namespace concordat {
namespace {

/// The log without one of its records, or without a meeting and its items.
Log without(const Log& log, RecordIndex taken) {
    Log result = log;
    result.records.clear();
    std::vector<RecordIndex> moved(log.records.size(), RecordIndex::none);
    for (std::size_t i = 0; i < log.records.size(); ++i) {
        const Record& record = log.records[i];
        if (static_cast<RecordIndex>(i) == taken || (log.meeting(record) == taken && taken != RecordIndex::none)) continue;
        if (record.is_item())
            result.set(record, Part::meeting, static_cast<std::uint32_t>(moved[static_cast<std::size_t>(log.meeting(record))]));
        moved[i] = static_cast<RecordIndex>(result.records.size());
        result.records.push_back(record);
    }
    return result;
}

Log without_standing(const Log& log, std::size_t line) {
    Log result = log;
    result.standing.erase(result.standing.begin() + static_cast<std::ptrdiff_t>(line));
    return result;
}

/// What becomes of one rule in one log: the verdicts by obligation, and for a power its uses.
struct Upshot {
    std::map<std::string, Verdict> verdicts;
    std::size_t uses = 0;
    bool operator==(const Upshot&) const = default;
};

/// The examples of one rule, each tried with that rule alone.
class RuleTrial {
public:
    RuleTrial(const Protocol& protocol, std::size_t rule, const Names& names) : alone_{protocol}, names_{names} {
        alone_.rules = {protocol.rules[rule]};
    }

    Trial run(const Example& example) const;

private:
    const Rule& rule() const { return alone_.rules.front(); }
    Audit audit_of(const Log& log, Day as_of) const { return audit(alone_, log, names_, {.as_of = as_of, .known_at = {}}); }
    Upshot upshot(const Audit& audited) const;
    std::string fault(const Example& example, const Audit& audited) const;
    std::string what_came_out(const Audit& audited) const;
    void take_away(const Example& example, Day as_of, const Audit& audited, Trial& trial) const;

    Protocol alone_;
    const Names& names_;
};

Upshot RuleTrial::upshot(const Audit& audited) const {
    Upshot result;
    for (const Obligation& obligation : audited.obligations)
        result.verdicts.emplace(obligation_id(audited, obligation), obligation.verdict);
    for (const Power& power : audited.powers) result.uses += power.uses.size();
    return result;
}

/// What the example shows instead of what it claims, worst first, and the first reason for it.
std::string RuleTrial::what_came_out(const Audit& audited) const {
    if (audited.obligations.empty()) return "it gives rise to no obligation";
    const auto worst = std::min_element(audited.obligations.begin(), audited.obligations.end(),
                                        [](const Obligation& a, const Obligation& b) { return a.verdict < b.verdict; });
    const Finding told = Teller(audited).tell(static_cast<std::uint32_t>(worst - audited.obligations.begin()));
    std::string text = fmt::format("{} is {}", told.id, to_string(told.verdict));
    if (!told.because.empty()) text += " (" + told.because + ")";
    return text;
}

std::string RuleTrial::fault(const Example& example, const Audit& audited) const {
    if (!audited.faults.empty())
        return "it counts working days from " + to_string(audited.faults.front().day) + ", which leads out of the holiday table";
    const Upshot came = upshot(audited);
    const auto any = [&](auto test) {
        return std::any_of(came.verdicts.begin(), came.verdicts.end(), [&](const auto& entry) { return test(entry.second); });
    };
    const bool breaks = any(is_broken);
    const bool waits = any([](Verdict verdict) { return verdict == Verdict::pending; });
    if (std::holds_alternative<May>(rule().form)) {
        if (!example.broken && came.uses == 0) return "the power is not used in it";
        if (example.broken && !can_be_broken(rule())) return came.uses == 0 ? "" : "the power is used in it";
        if (example.broken && !breaks) return "nobody else uses the power in it";
        return example.broken == breaks ? "" : what_came_out(audited);
    }
    if (example.broken) return breaks || (waits && !can_be_broken(rule())) ? "" : what_came_out(audited);
    return !breaks && any([](Verdict verdict) { return verdict == Verdict::met; }) ? "" : what_came_out(audited);
}

void RuleTrial::take_away(const Example& example, Day as_of, const Audit& audited, Trial& trial) const {
    const Upshot whole = upshot(audited);
    std::set<RecordIndex> records;
    for (const Obligation& obligation : audited.obligations) {
        if (obligation.verdict != Verdict::met) continue;
        for (std::uint32_t i = 0; i < obligation.witness_count; ++i)
            records.insert(audited.witnesses[obligation.witnesses + i].record);
        if (std::holds_alternative<Each>(rule().form)) records.insert(obligation.record);
    }
    for (const Power& power : audited.powers) records.insert(power.uses.begin(), power.uses.end());
    for (const RecordIndex record : records) {
        const Log rest = without(example.log, record);
        ++trial.witnesses;
        if (upshot(audit_of(rest, as_of)) == whole) trial.idle.emplace_back(names_.text(example.log.at(record).id));
    }
    if (!std::holds_alternative<Throughout>(rule().form)) return;
    for (std::size_t i = 0; i < example.log.standing.size(); ++i) {
        const Log rest = without_standing(example.log, i);
        ++trial.witnesses;
        if (upshot(audit_of(rest, as_of)) == whole)
            trial.idle.push_back(fmt::format("line {} of `standing`", example.log.standing[i].place.line));
    }
}

Trial RuleTrial::run(const Example& example) const {
    Trial trial{.rule = example.rule, .broken = example.broken, .place = example.place, .fault = {}, .idle = {}};
    const auto as_of = own_as_of(example.log);
    if (!as_of) {
        trial.fault = "it says neither when it stands nor what it covers, and has no record";
        return trial;
    }
    const Audit audited = audit_of(example.log, *as_of);
    trial.fault = fault(example, audited);
    if (trial.passed() && !example.broken) take_away(example, *as_of, audited, trial);
    return trial;
}

}  // namespace

std::vector<Trial> try_examples(const Protocol& protocol, const std::vector<Example>& examples, const Names& names) {
    std::vector<Trial> trials;
    std::optional<RuleTrial> trial;
    std::size_t rule = 0;
    for (const Example& example : examples) {
        if (!trial || rule != example.rule) trial.emplace(protocol, rule = example.rule, names);
        trials.push_back(trial->run(example));
    }
    return trials;
}

}  // namespace concordat
