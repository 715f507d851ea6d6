#include "report/clauses.hpp"

#include <fmt/format.h>

#include "report/summary.hpp"

namespace concordat {

ClauseTotals count_clauses(const Protocol& protocol) {
    ClauseTotals totals{.clauses = protocol.clauses.size(),
                        .rules = protocol.rules.size(),
                        .assumptions = protocol.assumes.size(),
                        .defects = protocol.defects.size()};
    for (const Clause& clause : protocol.clauses) {
        ++(!clause.rules.empty() ? totals.with_rules : !clause.checked_by.empty() ? totals.checked_by : totals.unchecked);
        totals.defects += clause.defects.size();
    }
    for (const Rule& rule : protocol.rules) totals.assumptions += rule.assumes.size();
    return totals;
}

std::string totals_in_words(const ClauseTotals& totals) {
    return fmt::format("{}: {} with rules of their own, {} checked by rules of other clauses, {} unchecked; {}, {}, {}",
                       counted(totals.clauses, "clause", "clauses"), totals.with_rules, totals.checked_by, totals.unchecked,
                       counted(totals.rules, "rule", "rules"), counted(totals.assumptions, "assumption", "assumptions"),
                       counted(totals.defects, "defect", "defects"));
}

}  // namespace concordat
