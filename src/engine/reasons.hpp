#pragma once
// The sentences behind a verdict: how the due day came about, why this verdict and no other, and what is worth knowing about the
// records that led to it.

#include "engine/holder_changes.hpp"
#include "engine/owed.hpp"
#include "engine/telling.hpp"

namespace concordat {

/// "published 2014-06-30 + 1 month = 2014-07-30"; empty where the form has no due day at all.
std::string due_because(const Telling& telling);

/// Why this verdict, in one sentence; for an undetermined one, what the log would have to say.
std::string because(const Telling& telling);

/// "same day", "edition not stated", "entered 12 days after" …
std::vector<std::string> flags(const Telling& telling, const Owed& debt, HolderChanges& holders);

}  // namespace concordat
