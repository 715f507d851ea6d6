#pragma once
// A rule in plain English, sentence by sentence: what must happen, by when, what counts, what excuses, and how binding it is. The
// sentences are built from the rule's structure, so they say what is checked and not what its title hopes for.

#include <string>
#include <vector>

#include "model/protocol.hpp"

namespace concordat {

std::vector<std::string> sentences(const Protocol& protocol, const Names& names, const Rule& rule);

}  // namespace concordat
