#pragma once
// A rollup read from a file: from what `check` wrote as JSON, which is one place, or from what `rollup` itself wrote. The file
// goes by value after value, in whatever order its keys stand, and only the counts stay. Only what this program wrote is taken: a
// missing key, an unknown word, or totals that are not the sum of what they are the totals of, is an error of the file.

#include <optional>

#include "report/json_walk.hpp"
#include "report/rollup.hpp"

namespace concordat {

std::optional<Rollup> read_rollup(const NextBytes& next, std::uint32_t file, Diagnostics& diagnostics);

}  // namespace concordat
