#pragma once
// Due days that hang on something that happens: the first held meeting of a body, or the first publication of a document,
// strictly after a day. Until it has happened there is no due day, and the obligation is pending.

#include "engine/job.hpp"

namespace concordat {

/// The meetings or editions on which the due days of one rule hang; none for every other deadline.
class Occasions {
public:
    Occasions(const Deadline& within, const RuleJob& job);

    /// Sets `due` and `due_by`, if there has been an occasion strictly after the day.
    void hang(Obligation& obligation, Day after) const;

private:
    const Timeline& timeline_;
    HitList occasions_;
};

}  // namespace concordat
