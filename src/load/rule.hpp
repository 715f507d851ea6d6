// A rule: one form, the modifiers that it takes, and other readings of the same words.
//
// Which keys a form takes is one table (form.hpp); here each key is read into its place in model's Form. A reading is the rule's
// own mapping with some keys replaced (reading.hpp), read as a rule once more.
#pragma once

#include "load/paper.hpp"
#include "load/vocabulary.hpp"

namespace concordat {

/// `clause` is the index of the clause under which the rule stands. All rules' ids must be in the vocabulary.
Rule read_rule(const Node& node, std::size_t clause, const Paper& paper, const Vocabulary& vocabulary);

}  // namespace concordat
