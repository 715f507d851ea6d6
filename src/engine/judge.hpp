#pragma once
// From obligations that expect a record to their verdicts, in the order that docs/verdicts.md gives: not applicable, met,
// pending, undetermined, late, breached. The forms that judge a record by itself (`each`, `never`, `may only`, `throughout`,
// `attest`) say their verdicts themselves.

#include "engine/assign.hpp"
#include "engine/job.hpp"

namespace concordat {

/// An obligation that expects a record, with all that its verdict hangs on.
struct Case {
    Obligation obligation;
    Claim claim;
    Binding binding;
    bool window_known = true;  // false: nobody knows how far back the time is open, so absence proves nothing
};

/// Gives each case its witnesses and its verdict and adds it to the audit. All are of one member of the rule.
void settle(RuleJob& job, std::vector<Case> cases, const Pattern& expect, const std::optional<Pattern>& unless, bool competing);

/// The same for cases of several members, each member by itself.
void settle_by_member(RuleJob& job, std::vector<std::pair<Name, Case>>&& cases, const Pattern& expect,
                      const std::optional<Pattern>& unless, bool competing);

/// Whether the log covers every day on which a match could lie, as far as the rule was in force then.
bool covered(RuleJob& job, const Pattern& expect, const Binding& binding, DayRange window);

}  // namespace concordat
