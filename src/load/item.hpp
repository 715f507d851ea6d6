// What the items of a meeting leave to it: whoever considers, receives, reviews, agrees or resolves at a body's meeting is that
// body, and what is presented there is presented to it. Only where the item itself says nothing, and not at a regular
// meeting that is no body's own, which can do none of these things.
#pragma once

#include "model/log.hpp"

namespace concordat {

/// To be called when the directory is whole.
void fill_in_items(Log& log, Names& names);

}  // namespace concordat
