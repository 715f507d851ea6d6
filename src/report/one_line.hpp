#pragma once
// A finding in one or two sentences, for the formats that show it in a list of others: what became of it, who owed it, what was
// found instead, what would mend it.

#include <string>

#include "report/report.hpp"

namespace concordat {

/// Sentences, each with its full stop; plain text, not made harmless.
std::string in_sentences(const Report& report, const Finding& finding);

/// The findings that a gate looks at, worst first: breached, late, then advisories; else in the order of the report.
std::vector<const Finding*> worst_first(const Report& report);

}  // namespace concordat
