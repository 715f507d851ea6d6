// The sections that say who and what there is: `bodies`, `meetings`, `roles`, `documents`, `topics`.
//
// They may name each other in any order (a body its chair, a role its body), so they are read first and connected once all are
// known. Refused: an id that is taken, whatever it is taken by; a chair that is no role; `same-as` that leads back to itself.
// In several logs of one run the same id may be declared more than once, if always in the same way.
#pragma once

#include <vector>

#include "load/vocabulary.hpp"

namespace concordat {

/// What a thing names, not yet looked up. The nodes must stay where they are.
struct Ties {
    const Node* chair = nullptr;
    const Node* of = nullptr;
    const Node* same_as = nullptr;
};

/// A thing as declared, not yet connected.
struct Declaration {
    Thing thing;
    Ties ties;
};

using Declarations = std::vector<Declaration, GreatPages<Declaration>>;

void read_things(const Node& section, std::string_view key, Kind kind, bool of_the_log, Names& names, Diagnostics& diagnostics,
                 Declarations& declarations);

/// Adds them to the vocabulary's directory, connected.
void declare(Declarations declarations, Vocabulary& vocabulary);

}  // namespace concordat
