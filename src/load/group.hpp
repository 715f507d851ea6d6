// `groups`: a name for several things, which may stand wherever a list may.
//
// A group lists things, not groups, and none of them twice; its own id must be free.
#pragma once

#include "load/vocabulary.hpp"

namespace concordat {

/// Adds them to the vocabulary, whose things must all be there.
void read_groups(const Node& section, Vocabulary& vocabulary);

}  // namespace concordat
