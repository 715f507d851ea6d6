#pragma once
// Due days that hang on something that happens: the first held meeting of a body, or the first publication of a document, strictly
// after a day. Until it has happened there is no due day, and the obligation is pending.

#include "engine/job.hpp"

namespace concordat {

/// Sets `due` and `due_by` for `next-meeting-of` and `next-edition-of`; leaves them open for every other deadline.
void hang_due_day(Obligation& obligation, const Deadline& within, Day after, RuleJob& job);

}  // namespace concordat
