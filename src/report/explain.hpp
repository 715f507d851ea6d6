#pragma once
// What a clause or a rule asks for, explained to whoever has to keep it: the clause in our words, each rule in plain English made
// from its structure, what the encoder had to assume, and records that would meet or break it. It prints a protocol, never a log.

#include <string>
#include <vector>

#include "model/protocol.hpp"

namespace concordat {

/// The clause with all its rules.
std::string explain_clause(const Protocol& protocol, const Names& names, std::size_t clause, std::size_t width);
/// The clause's words and the one rule.
std::string explain_rule(const Protocol& protocol, const Names& names, std::size_t rule, std::size_t width);

}  // namespace concordat
