// `covers`: the days for which a log claims to tell everything, or everything about some bodies or some acts.
//
// One span, a list of them, or `none`. A span has both its ends. A log that does not say is taken to cover its first to its last
// record; what is only planned has not happened and widens nothing.
#pragma once

#include <span>

#include "load/vocabulary.hpp"
#include "model/log.hpp"

namespace concordat {

/// False if it is `none`.
bool read_covers(const Node& node, const Vocabulary& vocabulary, std::vector<CoveredSpan>& covers);

/// From the first day of the earliest to the last day of the latest.
std::optional<CoveredSpan> covered_by(std::span<const Record> records);

}  // namespace concordat
