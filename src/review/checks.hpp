#pragma once
// The checks of lint, one file each. Every one goes over the protocol by itself.

#include "diagnostic/diagnostic.hpp"
#include "model/protocol.hpp"

namespace concordat {

struct Reviewed {
    const Protocol& protocol;
    const Names& names;
    Diagnostics& diagnostics;
};

/// unused-id: a name that no rule and no other name uses.
void check_unused(const Reviewed& reviewed);
/// alike-names: two things of one kind whose names differ by a slip.
void check_alike(const Reviewed& reviewed);
/// never-met, never-broken: a rule that no log can meet, or none can break.
void check_possible(const Reviewed& reviewed);
/// same-rule: two rules that ask the same of the same.
void check_same(const Reviewed& reviewed);
/// never-sent: a document that a body must look at and that no rule brings to it.
void check_sent(const Reviewed& reviewed);
/// unanswered-power: a power whose use obliges nobody.
void check_answered(const Reviewed& reviewed);
/// unexplained-number: a number that neither the clause nor an assumption speaks of.
void check_numbers(const Reviewed& reviewed);
/// open-before: a `before` with neither `within` nor `since`.
void check_openings(const Reviewed& reviewed);
/// clause-order: clause numbers that go back, or skip one.
void check_order(const Reviewed& reviewed);
/// unknown-clause: a text that speaks of a clause which is not there.
void check_mentions(const Reviewed& reviewed);

}  // namespace concordat
