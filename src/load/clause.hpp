// The clauses of a paper, in its order, and the rules under them.
//
// Every clause says how it is checked: by rules of its own, by rules of other clauses, or not, and then why not. Refused: a
// clause that says nothing of the kind, a number or a rule's id that is there twice, `checked-by` of a rule that does not exist
// or is the clause's own.
#pragma once

#include "load/paper.hpp"
#include "load/vocabulary.hpp"

namespace concordat {

/// Puts the clauses and their rules into the protocol. The rules' ids come into the vocabulary, the rest of which must be there.
void read_clauses(const Node& list, const Paper& paper, Vocabulary& vocabulary, Protocol& protocol);

}  // namespace concordat
