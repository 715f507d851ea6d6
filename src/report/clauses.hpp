#pragma once
// The traceability matrix: every clause of a paper beside the rules that check it, or the reason why none does, with its faults
// and with what had to be assumed. Somebody lays the paper beside it and ticks the clauses off. One function a format.

#include <cstddef>
#include <string>

#include "model/protocol.hpp"

namespace concordat {

struct ClauseTotals {
    std::size_t clauses = 0;
    std::size_t with_rules = 0;  // with rules of their own
    std::size_t checked_by = 0;  // only by rules that stand under other clauses
    std::size_t unchecked = 0;   // by none
    std::size_t rules = 0;
    std::size_t assumptions = 0;  // of the rules and of the whole paper
    std::size_t defects = 0;      // of the clauses and of the whole paper
};

ClauseTotals count_clauses(const Protocol& protocol);

/// "87 clauses: 60 with rules of their own, 11 checked by rules of others, 16 unchecked; 121 rules, 90 assumptions, 70 defects"
std::string totals_in_words(const ClauseTotals& totals);

std::string clauses_text(const Protocol& protocol, const Names& names, std::size_t width);
std::string clauses_json(const Protocol& protocol, const Names& names);
std::string clauses_markdown(const Protocol& protocol, const Names& names);

}  // namespace concordat
