#pragma once
// Two protocols side by side as text for a person: duty by duty, first what both ask, then what only one of them does.

#include <string>

#include "model/protocol.hpp"
#include "review/compare.hpp"

namespace concordat {

std::string comparison_text(const Protocol& first, const Protocol& second, const Names& names, const Comparison& comparison,
                            std::size_t width);

}  // namespace concordat
