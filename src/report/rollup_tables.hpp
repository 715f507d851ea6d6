#pragma once
// The tables of a rollup's page, for one text of a protocol: what is broken and where, at how many places each duty came to what,
// and every place with its totals.

#include "report/html_element.hpp"
#include "report/rollup_tally.hpp"

namespace concordat {

/// Duties that are broken or undetermined somewhere, with the names of the places.
void add_broken(Element section, const EditionTally& edition);
/// Every duty by the number of places.
void add_spread(Element section, const EditionTally& edition);
void add_places(Element section, const EditionTally& edition);

}  // namespace concordat
