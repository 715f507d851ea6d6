#pragma once
// What a rule asks, written in one fixed way: two rules with the same signature ask the same, whatever they are called and
// however their lists are ordered. With `for-each`, each member has a signature of its own.

#include <string>
#include <vector>

#include "model/protocol.hpp"

namespace concordat {

/// One of the cases that a rule's `for-each` makes; one, without a member, if it has none or takes them from the trigger.
std::vector<Name> members_of(const Rule& rule);

std::string signature(const Rule& rule, Name member, const Names& names);

}  // namespace concordat
