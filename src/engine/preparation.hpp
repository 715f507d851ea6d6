#pragma once
// Signs that somebody is at work on what is still pending: a part of it done already, another step with the same document in its
// time (a draft, a consultation), or a record of it that is planned. None of them discharges anything.

#include <vector>

#include "engine/audit.hpp"

namespace concordat {

/// By obligation, in the order of the audit; empty for whatever is not pending. Each at most three.
std::vector<std::vector<Sighting>> signs_of_preparation(const Audit& audit);

}  // namespace concordat
