#pragma once
// The engine and the reference, side by side: what they make of one world, and where they differ.

#include <string>
#include <vector>

#include "reference/reference.hpp"
#include "reference/world.hpp"

namespace concordat::laws {

/// What the engine says, in the reference's words; in the order of the ids.
std::vector<reference::Judged> engine_verdicts(const reference::World& world, const Standpoint& standpoint);

/// The same from the reference.
std::vector<reference::Judged> reference_verdicts(const reference::World& world, const Standpoint& standpoint);

/// `breached not-covered, owed by a to b, due 2014-06-30, by r1 r2`
std::string to_string(const reference::Judged& judged);

/// Empty if the two agree; otherwise each obligation on which they do not, with both verdicts. Where a due day lies outside the
/// holiday table both must refuse.
std::string differences(const reference::World& world, const Standpoint& standpoint);

}  // namespace concordat::laws
