// `standing`: facts that hold over time, the only food of states.
//
// Each line says who holds a role, who is what in a body, or which edition of a document is current; and from when, and, if it
// has ended, to when. What somebody is in a body (`as`) must be a word that the protocol's states use, or it could never matter.
#pragma once

#include "load/vocabulary.hpp"
#include "model/log.hpp"

namespace concordat {

/// The words for `as` in the protocol's states and their other readings, in order.
std::vector<std::string> words_for_as(const Protocol& protocol, const Names& names);

void read_standing(const Node& list, const Vocabulary& vocabulary, const std::vector<std::string>& as_words, Facts& standing);

}  // namespace concordat
