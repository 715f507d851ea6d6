#include "report/report.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "engine/key.hpp"
#include "engine/teller.hpp"

namespace concordat {
namespace {

/// The day by which the cases of one rule are told in order; cases that have none come first.
Day day_of_case(const Obligation& obligation, const Audit& audit, const Log& log) {
    if (obligation.key == KeyKind::period) return audit.periods[obligation.period].days.first;
    if (obligation.key == KeyKind::record) return log.at(obligation.record).date().first;
    return obligation.opens.value_or(earliest_day);
}

/// Mostly they come so from the audit.
void put_in_order(std::vector<Outcome>& findings, const Audit& audit, const Log& log) {
    const auto before = [&](const Outcome& a, const Outcome& b) {
        const Obligation& left = audit.obligations[a.obligation];
        const Obligation& right = audit.obligations[b.obligation];
        const Day left_day = day_of_case(left, audit, log), right_day = day_of_case(right, audit, log);
        return left_day != right_day ? left_day < right_day : compare_keys(audit, left, right) < 0;
    };
    for (auto begin = findings.begin(); begin != findings.end();) {
        const auto end = std::find_if(begin, findings.end(), [&](const Outcome& other) { return other.rule != begin->rule; });
        if (!std::is_sorted(begin, end, before)) std::stable_sort(begin, end, before);
        begin = end;
    }
}

Sighting sighting(const Record& record, const Names& names) {
    return {.id = std::string{names.text(record.id)},
            .date = to_string(record.date()),
            .file = record.file,
            .line = record.line,
            .why = {}};
}

std::vector<PowerUsed> powers_used(const Audited& audited) {
    const auto before = [&](RecordIndex a, RecordIndex b) {
        const Record& left = audited.log.at(a);
        const Record& right = audited.log.at(b);
        if (left.date().first != right.date().first) return left.date().first < right.date().first;
        if (left.date().last != right.date().last) return left.date().last > right.date().last;  // a month comes before its days
        return audited.names.text(left.id) < audited.names.text(right.id);
    };
    std::vector<PowerUsed> result;
    for (const Power& power : audited.audit.powers) {
        result.push_back({.rule = power.rule, .uses = power.uses});
        std::sort(result.back().uses.begin(), result.back().uses.end(), before);
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
                          .approved_by = std::string{audited.log.directory.display(waiver.approved_by, audited.names)},
                          .granted = waiver.granted,
                          .expires = waiver.expires,
                          .effect = use.effect,
                          .ends_soon = use.ends_soon,
                          .file = waiver.place.file,
                          .line = waiver.place.line});
    }
    return result;
}

/// The ways in which a report looks at its findings.
void add_views(Report& report, const Audited& audited) {
    const auto teller = std::make_shared<Teller>(audited.audit);
    report.tell = [teller](const Outcome& finding) { return teller->tell(finding.obligation); };
    report.tell_many = [teller](std::span<const Outcome* const> findings, std::size_t parts, const Report::Hear& hear) {
        std::vector<std::uint32_t> obligations;
        for (const Outcome* finding : findings) obligations.push_back(finding->obligation);
        teller->tell(obligations, parts, hear);
    };
    report.days = [teller](const Outcome& finding) { return teller->days(finding.obligation); };
    report.sighting = [&log = audited.log, &names = audited.names](RecordIndex record) {
        return sighting(log.at(record), names);
    };
}

}  // namespace

bool is_violation(const Rule& rule, const Outcome& finding) {
    return is_broken(finding.verdict) && rule.strength != Strength::implied;
}

bool is_advisory(const Rule& rule, const Outcome& finding) {
    return is_broken(finding.verdict) && rule.strength == Strength::implied;
}

std::optional<Against> against(const Report& report, const Outcome& finding) {
    if (!report.baseline) return std::nullopt;
    return report.baseline->standing[finding.obligation];
}

std::vector<std::string> also(const Report& report, std::size_t rule) {
    std::vector<std::string> result;
    for (const Clause& clause : report.protocol->clauses)
        if (std::find(clause.checked_by.begin(), clause.checked_by.end(), rule) != clause.checked_by.end())
            result.push_back(clause.number);
    return result;
}

std::vector<std::string> assumptions(const Report& report, std::size_t rule) {
    std::vector<std::string> result = report.protocol->rules[rule].assumes;
    result.insert(result.end(), report.protocol->assumes.begin(), report.protocol->assumes.end());
    return result;
}

void count(Totals& totals, const Rule& rule, const Outcome& finding) {
    ++totals.verdicts[static_cast<std::size_t>(finding.verdict)];
    ++totals.reasons[static_cast<std::size_t>(finding.reason)];
    if (is_violation(rule, finding)) ++totals.violations;
    if (is_violation(rule, finding) && finding.verdict == Verdict::breached) ++totals.breaches;
    if (is_advisory(rule, finding)) ++totals.advisories;
    if (finding.outstanding) ++totals.outstanding;
    if (finding.verdict != Verdict::not_applicable) ++totals.applicable;
}

Report make_report(const Audited& audited, std::vector<Input> inputs, std::string as_of_source, std::string version) {
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
    report.findings = outcomes(audit);
    put_in_order(report.findings, audit, audited.log);
    for (const Outcome& finding : report.findings) count(report.totals, report.rule(finding), finding);
    report.powers = powers_used(audited);
    report.waivers = waivers_told(audited);
    report.never_exercised = audit.never_exercised;
    std::sort(report.never_exercised.begin(), report.never_exercised.end());
    report.later_records = audit.later_records;
    report.unknown_records = audit.unknown_records;
    add_views(report, audited);
    return report;
}

}  // namespace concordat
