#pragma once
// Lint: what a protocol's file shows to be doubtful without any log. Some of it is the encoder's (a name that nothing uses), some
// the paper's (a report that somebody must consider and nobody must send); none of it stops the file from being used. Each
// check is a file of this folder and reports warnings; the code of each is its name in docs/commands/lint.md.

#include "diagnostic/diagnostic.hpp"
#include "model/protocol.hpp"

namespace concordat {

void lint(const Protocol& protocol, const Names& names, Diagnostics& diagnostics);

}  // namespace concordat
