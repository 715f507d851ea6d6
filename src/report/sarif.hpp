#pragma once
// SARIF 2.1.0 as GitHub accepts it: one run, one entry per rule, one result per violation or advisory and nothing else. What is
// absent from a log has no line there, so a result stands at its rule in the protocol, with the nearest misses beside it. Its
// fingerprint is the obligation's id, so that an edited log raises no new alert. Bad input is a run that did not succeed.

#include <string>

#include "diagnostic/diagnostic.hpp"
#include "report/report.hpp"

namespace concordat {

std::string sarif(const Report& report);

/// Of a run whose input could not be used.
std::string sarif_of_faults(const Diagnostics& diagnostics, const Sources& sources, const std::string& version);

}  // namespace concordat
