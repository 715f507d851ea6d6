#pragma once
// The cases of one rule that each wants one record, as they come up trigger by trigger. A case that no other can take a record
// from is settled at once and forgotten; nearly all are. Those that compete wait for the last one and are settled together,
// member by member. The audit gets all of them by member, in the order in which members first come up, and then in the order in
// which they came.

#include "engine/judge.hpp"
#include "engine/wanted.hpp"

namespace concordat {

class Cases {
public:
    /// All must outlive it. `distinct`: all cases compete.
    Cases(const Pattern& expect, const std::optional<Pattern>& unless, bool distinct, RuleJob& job);

    /// Whether no case can take a record from another: then each may be settled by itself.
    static bool never_compete(const Pattern& expect, bool distinct);

    void add(Case& one);
    /// After the last one.
    void finish();

private:
    void decide(Case& one);
    void settle_waiting();
    void sort_by_member();

    RuleJob& job_;
    bool distinct_;
    Wanted expect_;
    std::optional<Wanted> unless_;
    std::size_t begin_;           // of the rule's obligations
    std::vector<Witness> spare_;  // lent to one case after the other
    std::vector<Case> waiting_;
    std::vector<std::size_t> places_;  // of those that wait, in the audit
};

}  // namespace concordat
