// `within`: when a duty falls due.
//
// A length of time, `{next-meeting-of: X}`, `{next-edition-of: X}` or `open`. Not every form takes all of them; what the form
// does not take is refused with the name of the forms that do.
#pragma once

#include "load/form.hpp"
#include "load/paper.hpp"
#include "load/vocabulary.hpp"

namespace concordat {

/// For `every`, `once` and `after`; `before` has a plain length of time there, but is checked in the same way.
Deadline read_deadline(const Node& node, FormKey form, const Paper& paper, const Vocabulary& vocabulary);

/// Whether the form takes a `within` that is written like this.
bool takes_within(const Node& node, FormKey form);

}  // namespace concordat
