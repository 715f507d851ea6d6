// Diagnostics as text for a person: place, sentence, the line itself with a caret, the remedy, the notes.
//
// Everything that may have come from a file goes through `printable`, so that no log can move a cursor or reverse a line.
// Long lines are cut around the place in question. The order is that of the Diagnostics: sort them first. This knows
// neither colours nor where its text goes.
#pragma once

#include <string>

#include "diagnostic/diagnostic.hpp"
#include "source/text.hpp"

namespace concordat {

std::string render(const Diagnostics& diagnostics, const Sources& sources);

}  // namespace concordat
