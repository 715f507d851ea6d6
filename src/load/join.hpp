// Several logs made one: the same record told twice is one record.
//
// Two files may hold the same meeting; as long as all that is ever matched is the same, the second telling adds nothing and goes.
// Refused: one id for two records of one file, and two tellings that differ, since nobody could say which is right. Lists
// are compared without regard to order.
#pragma once

#include "diagnostic/diagnostic.hpp"
#include "load/draft.hpp"

namespace concordat {

/// What items have by default must be filled in before: one file may say what another leaves to it.
void join_doubles(Draft& draft, const Names& names, Diagnostics& diagnostics);

}  // namespace concordat
