#pragma once
// The trial of a protocol by the examples that its rules carry. An example of `met` passes if its rule has at least one met
// obligation in it and none that is late or breached; an example of `broken`, if one is late or breached. A rule that nothing can
// break (a power, a duty without a due day) is tried by what leaves it unused or not yet discharged. Of what keeps a rule, every
// witness must matter: taken away, it must change the verdict, or the rule asks for less than its example says.

#include <string>
#include <vector>

#include "model/example.hpp"
#include "model/protocol.hpp"

namespace concordat {

struct Trial {
    std::size_t rule = 0;
    bool broken = false;  // what the example claims
    Span place;
    std::string fault;              // why it does not pass, as a sentence; empty if it does
    std::size_t witnesses = 0;      // of a passed `met`: taken away one at a time
    std::vector<std::string> idle;  // those that changed nothing, as a reader finds them in the example
    bool passed() const { return fault.empty(); }
};

/// In the order of the examples.
std::vector<Trial> try_examples(const Protocol& protocol, const std::vector<Example>& examples, const Names& names);

}  // namespace concordat
