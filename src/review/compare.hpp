#pragma once
// Two protocols side by side. A rule is laid out as a duty: who does what, with which document or matter, to whom, how often.
// Duties of the two that share an act, a matter and somebody who owes them are put together; what one asks and the other does not
// is then plain. A duty that nothing in the other protocol comes near stands alone.

#include <cstddef>
#include <vector>

#include "review/alignment.hpp"

namespace concordat {

/// In the names of the rule's own protocol; lists without a double.
struct Duty {
    std::size_t rule = 0;
    std::vector<Name> who;     // nobody, if the rule does not say
    std::vector<Name> acts;    // of a state, none
    std::vector<Name> matter;  // documents; else what it is about, the office or the body that meets
    std::vector<Name> to;
};

struct Together {
    std::vector<Duty> first, second;
    std::vector<Name> to_first_only, to_second_only;  // recipients, each in its own protocol's names
};

struct Comparison {
    std::vector<Together> together;  // in the order of the first protocol
    std::vector<Duty> first_only, second_only;
};

Comparison compare(const Protocol& first, const Protocol& second, const Alignment& alignment);

}  // namespace concordat
