// `every`: the periods of a duty that recurs.
//
// One of four words counts by the protocol's year, which must then be given. With `from: agreed` the same words, or any length of
// time but working days, count from the day of agreement, which must then be given.
#pragma once

#include "load/form.hpp"
#include "load/paper.hpp"

namespace concordat {

/// `from` is the rule's, if it has one; `form` is `every` or `attest`.
Rhythm read_rhythm(const Node& every, const Node* from, FormKey form, const Paper& paper, Diagnostics& diagnostics);

/// `from: agreed`, in a paper that says when that was.
void check_from(const Node& from, const Paper& paper, Diagnostics& diagnostics);

}  // namespace concordat
