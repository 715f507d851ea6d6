// The form of a rule with all that belongs to it: one function for each of the ten, in the order of model's Form.
//
// That the rule has no key which its form does not take was seen to by check_keys; here the keys are read, those that the form
// cannot do without are asked for, and each pattern gets the variables that would be bound in it.
#pragma once

#include "load/form.hpp"
#include "load/paper.hpp"
#include "load/value.hpp"
#include "model/rule.hpp"

namespace concordat {

/// `for_each` is null if the rule has none.
Form read_form(const Node& rule, FormKey form, const std::vector<Value>* for_each, const Paper& paper,
               const Vocabulary& vocabulary);

}  // namespace concordat
