#pragma once
// A pattern of one rule, looked for anew for each of its obligations: the `expect` of `after`, once for every trigger. Nothing is
// made anew where the pattern does not hang on the trigger; where it does, its few candidates are looked at and forgotten, so
// that a hundred thousand triggers take no more room than one. Many candidates are kept by the search, once for all triggers
// that want the same.

#include <deque>

#include "engine/job.hpp"

namespace concordat {

class Wanted {
public:
    /// Both must outlive it.
    Wanted(const Pattern& pattern, RuleJob& job);

    /// Where its matches are, until it is asked the next time. No period is bound.
    const Expectation& at(const Binding& binding);
    /// Whether another obligation may take a match that was found last: one that states no edition, where one is asked for,
    /// serves one obligation only.
    bool contested() const { return contested_; }
    /// The same matches, to keep.
    Expectation to_keep(const Binding& binding);
    /// The days on which the log would show every match.
    const DaySet& covered(const Binding& binding);

private:
    void look(const Bound& pattern, Query& query);
    void look_at(std::span<const RecordIndex> candidates, const Bound& pattern, Query& query);
    HitSet& fresh_set();

    const Pattern& pattern_;
    RuleJob& job_;
    Binder binder_;
    Expectation expectation_;
    bool mixed_;  // some alternatives ask for an edition, others do not
    bool contested_ = false;
    bool parties_of_record_;
    std::optional<Name> covered_for_;  // the member
    const DaySet* covered_ = nullptr;
    std::deque<HitSet> sets_;  // those that `expectation_` shows, where they are not the search's
    std::size_t used_ = 0;
    std::vector<RecordIndex> made_;
};

}  // namespace concordat
