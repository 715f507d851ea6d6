#pragma once
// Signs that somebody is at work on what is still pending: a part of it done already, another step with the same document in its
// time (a draft, a consultation), or a record of it that is planned. None of them discharges anything.

#include <unordered_map>
#include <vector>

#include "engine/audit.hpp"
#include "engine/finding.hpp"

namespace concordat {

/// By obligation (index into Audit::obligations), of those that show any; each at most three.
std::unordered_map<std::uint32_t, std::vector<Sighting>> signs_of_preparation(const Audit& audit);

}  // namespace concordat
