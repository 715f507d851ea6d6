#pragma once
// From obligations that expect a record to their verdicts, in the order that docs/verdicts.md gives: not applicable, met,
// pending, undetermined, late, breached. The forms that judge a record by itself (`each`, `never`, `may only`, `throughout`,
// `attest`) say their verdicts themselves.

#include <functional>

#include "engine/assign.hpp"
#include "engine/job.hpp"

namespace concordat {

/// An obligation that expects a record, with all that its verdict hangs on.
struct Case {
    Obligation obligation;
    Claim claim;
    Binding binding;
    bool window_known = true;    // false: nobody knows how far back the time is open, so absence proves nothing
    Match excepted = Match::no;  // whether what `unless` speaks of came true in its time
};

/// Makes its claim to witnesses follow from the obligation; then the exception, if the rule makes one.
void prepare(Case& one);
void make_exception(Case& one, const Expectation& unless, const Timeline& timeline);
/// Whether anything is left to be judged.
inline bool applicable(const Case& one) { return one.obligation.verdict != Verdict::not_applicable; }

/// The days on which the log would show every match.
using Covered = std::function<const DaySet&(const Binding&)>;
/// Its verdict, when it has its witnesses.
void judge(Case& one, const Covered& covered, const RuleJob& job);

/// Gives each case its witnesses and its verdict and adds it to the audit. All are of one member of the rule.
void settle(RuleJob& job, std::vector<Case> cases, const Pattern& expect, const std::optional<Pattern>& unless, bool competing);

}  // namespace concordat
