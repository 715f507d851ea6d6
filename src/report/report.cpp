#include "report/report.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace concordat {
namespace {

/// The day by which the cases of one rule are told in order; cases that have none come first.
Day day_of_case(const Obligation& obligation, const Audit& audit, const Log& log) {
    if (obligation.key == KeyKind::period) return audit.periods[obligation.period].days.first;
    if (obligation.key == KeyKind::record) return log.at(obligation.record).date.first;
    return obligation.opens.value_or(earliest_day);
}

std::vector<Finding> in_order(const Audit& audit, const Log& log, std::vector<Finding> findings) {
    std::vector<std::size_t> order(findings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto place = [&](std::size_t i) {
        return std::make_tuple(findings[i].rule, day_of_case(audit.obligations[i], audit, log),
                               std::string_view(findings[i].key));
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });

    std::vector<Finding> sorted;
    sorted.reserve(findings.size());
    for (const std::size_t i : order) sorted.push_back(std::move(findings[i]));
    return sorted;
}

Sighting sighting(const Record& record, const Names& names) {
    return {.id = std::string{names.text(record.id)},
            .date = to_string(record.date),
            .file = record.file,
            .line = record.line,
            .why = {}};
}

std::vector<PowerUsed> powers_used(const Audited& audited) {
    std::vector<PowerUsed> result;
    for (const Power& power : audited.audit.powers) {
        PowerUsed used{.rule = power.rule, .uses = {}};
        for (const RecordIndex index : power.uses) used.uses.push_back(sighting(audited.log.at(index), audited.names));
        std::sort(used.uses.begin(), used.uses.end(),
                  [](const Sighting& a, const Sighting& b) { return std::tie(a.date, a.id) < std::tie(b.date, b.id); });
        result.push_back(std::move(used));
    }
    std::stable_sort(result.begin(), result.end(), [](const PowerUsed& a, const PowerUsed& b) { return a.rule < b.rule; });
    return result;
}

std::vector<WaiverTold> waivers_told(const Audited& audited) {
    std::vector<WaiverTold> result;
    for (const WaiverUse& use : audited.waivers) {
        const Waiver& waiver = audited.audit.waivers[use.waiver];
        result.push_back({.obligation = waiver.obligation,
                          .reason = waiver.reason,
                          .approved_by = audited.log.directory.display(waiver.approved_by, audited.names),
                          .granted = waiver.granted,
                          .expires = waiver.expires,
                          .effect = use.effect,
                          .ends_soon = use.ends_soon,
                          .file = waiver.place.file,
                          .line = waiver.place.line});
    }
    return result;
}

bool is_broken(const Finding& finding) { return finding.verdict == Verdict::breached || finding.verdict == Verdict::late; }

}  // namespace

bool is_violation(const Rule& rule, const Finding& finding) { return is_broken(finding) && rule.strength != Strength::implied; }

bool is_advisory(const Rule& rule, const Finding& finding) { return is_broken(finding) && rule.strength == Strength::implied; }

std::vector<std::string> also(const Report& report, const Finding& finding) {
    std::vector<std::string> result;
    for (const Clause& clause : report.protocol->clauses)
        if (std::find(clause.checked_by.begin(), clause.checked_by.end(), finding.rule) != clause.checked_by.end())
            result.push_back(clause.number);
    return result;
}

std::vector<std::string> assumptions(const Report& report, const Finding& finding) {
    std::vector<std::string> result = report.rule(finding).assumes;
    result.insert(result.end(), report.protocol->assumes.begin(), report.protocol->assumes.end());
    return result;
}

void count(Totals& totals, const Rule& rule, const Finding& finding) {
    ++totals.verdicts[static_cast<std::size_t>(finding.verdict)];
    ++totals.reasons[static_cast<std::size_t>(finding.reason)];
    if (is_violation(rule, finding)) ++totals.violations;
    if (is_violation(rule, finding) && finding.verdict == Verdict::breached) ++totals.breaches;
    if (is_advisory(rule, finding)) ++totals.advisories;
    if (finding.outstanding) ++totals.outstanding;
    if (finding.verdict != Verdict::not_applicable) ++totals.applicable;
}

Report make_report(const Audited& audited, std::vector<Finding> findings, std::vector<Input> inputs, std::string as_of_source,
                   std::string version) {
    const Audit& audit = audited.audit;
    Report report;
    report.protocol = &audited.protocol;
    report.names = &audited.names;
    report.sources = &audited.sources;
    report.version = std::move(version);
    report.log_title = audited.log.title;
    report.covers = audited.log.covers;
    report.covers_none = audited.log.covers_none;
    report.covers_taken = audited.log.covers_taken;
    report.standpoint = audit.standpoint;
    report.as_of_source = std::move(as_of_source);
    report.inputs = std::move(inputs);
    report.findings = in_order(audit, audited.log, std::move(findings));
    for (const Finding& finding : report.findings) count(report.totals, report.rule(finding), finding);
    report.powers = powers_used(audited);
    report.waivers = waivers_told(audited);
    report.never_exercised = audit.never_exercised;
    std::sort(report.never_exercised.begin(), report.never_exercised.end());
    report.later_records = audit.later_records;
    report.unknown_records = audit.unknown_records;
    report.chronicle = make_chronicle(audited.log, audited.names, audit.standpoint, report.findings);
    return report;
}

}  // namespace concordat
