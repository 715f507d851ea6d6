#pragma once
// A report: all that an audit found, counted and sorted once. The formats (report/text.hpp, report/json.hpp …) print it; none of
// them counts, decides or looks anything up in a log again. Findings stand in the order of the clauses; under one rule by the day
// of the case (its period, else its record, else its opening), then by key. That order does not depend on how the log was sorted.
// They stand there as outcomes: a format has those told that it prints, one by one, and holds no more of them than it must.

#include <array>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/audit.hpp"
#include "engine/finding.hpp"
#include "engine/reading.hpp"
#include "engine/waive.hpp"
#include "report/chronicle.hpp"
#include "source/text.hpp"

namespace concordat {

struct Input {
    std::string path;  // as the user gave it, or `protocols/halton.yaml` for a shipped one
    std::string sha256;
};

struct PowerUsed {
    std::size_t rule = 0;
    std::vector<RecordIndex> uses;  // by day, then by id
};

/// A waiver and what became of it.
struct WaiverTold {
    std::string obligation;
    std::string reason;
    std::string approved_by;
    Day granted{};
    Day expires{};
    WaiverEffect effect = WaiverEffect::unused;
    bool ends_soon = false;
    std::uint32_t file = 0;
    std::uint32_t line = 0;
};

struct Totals {
    std::array<std::size_t, 7> verdicts{};  // by Verdict
    std::array<std::size_t, 7> reasons{};   // by Reason
    std::size_t violations = 0;             // must or should, breached or late
    std::size_t breaches = 0;               // must or should, breached
    std::size_t advisories = 0;             // implied, breached or late
    std::size_t outstanding = 0;
    std::size_t applicable = 0;  // all but the not applicable

    std::size_t of(Verdict verdict) const { return verdicts[static_cast<std::size_t>(verdict)]; }
    std::size_t of(Reason reason) const { return reasons[static_cast<std::size_t>(reason)]; }
};

/// How a finding stands against the baseline.
enum class Against : std::uint8_t { known, worse, is_new };

/// Broken in the baseline and no longer.
struct Mended {
    std::string id, clause, title;
    Verdict was = Verdict::breached;
    std::optional<Verdict> is;  // not given: it does not arise any more
};

/// What an earlier result makes of this report (report/baseline.hpp).
struct Baseline {
    std::string path;
    std::vector<Against> standing;  // by obligation (Outcome::obligation)
    Totals fresh;                   // of what is new or worse, as far as it can fail a check
    std::vector<Mended> mended;
    std::vector<Mended> lost;  // broken in the baseline; now the log cannot tell, or it does not arise
};

struct Report {
    const Protocol* protocol = nullptr;
    const Names* names = nullptr;
    const Sources* sources = nullptr;
    std::string version;  // of the tool
    std::string log_title;
    std::vector<CoveredSpan> covers;
    bool covers_none = false;
    bool covers_taken = false;
    Standpoint standpoint;
    std::string as_of_source;  // "--as-of", "the log", "the last covered day", "the last record"
    std::vector<Input> inputs;
    Totals totals;
    std::vector<Outcome> findings;
    std::vector<PowerUsed> powers;
    std::vector<WaiverTold> waivers;  // in the order of their file
    std::vector<std::size_t> never_exercised;
    std::size_t later_records = 0;
    std::size_t unknown_records = 0;
    std::optional<Chronicle> chronicle;        // if a format draws it
    std::optional<ReadingsCompared> readings;  // if they were asked for
    std::optional<Baseline> baseline;          // if one was given

    std::function<Finding(const Outcome&)> tell;  // with all its reasons, made anew each time; quickest rule by rule
    /// Tells many, cut into so many parts, several of them at once where that pays: `hear(part, place, finding)`, the place being
    /// that among them. Those of one part come one after the other, in their order.
    using Hear = std::function<void(std::size_t, std::size_t, const Finding&)>;
    std::function<void(std::span<const Outcome* const>, std::size_t parts, const Hear&)> tell_many;
    std::function<FindingDays(const Outcome&)> days;
    std::function<Sighting(RecordIndex)> sighting;

    const Rule& rule(const Outcome& finding) const { return protocol->rules[finding.rule]; }
    const Clause& clause(const Outcome& finding) const { return protocol->clauses[rule(finding).clause]; }
};

/// What a report is made from; all but `waivers` must outlive it.
struct Audited {
    const Protocol& protocol;
    const Log& log;
    const Names& names;
    const Sources& sources;
    const Audit& audit;
    std::vector<WaiverUse> waivers;  // what became of the audit's
};

Report make_report(const Audited& audited, std::vector<Input> inputs, std::string as_of_source, std::string version);

/// Adds one finding to what is counted.
void count(Totals& totals, const Rule& rule, const Outcome& finding);

/// What is a violation: a must or should that is late or breached. An implied one is an advisory.
bool is_violation(const Rule& rule, const Outcome& finding);
bool is_advisory(const Rule& rule, const Outcome& finding);

/// How it stands against the baseline, if one was given.
std::optional<Against> against(const Report& report, const Outcome& finding);

/// Clauses whose `checked-by` names the rule.
std::vector<std::string> also(const Report& report, std::size_t rule);

/// What its findings rest on that the paper does not say: the rule's assumptions, then those for the whole paper.
std::vector<std::string> assumptions(const Report& report, std::size_t rule);

}  // namespace concordat
