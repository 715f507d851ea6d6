#pragma once
// What became of an obligation, without a word of text: all that is needed to count, sort and choose. There is one for every
// obligation of an audit, so it is small; of those that somebody wants to read, a Teller (engine/teller.hpp) makes the Finding.

#include <cstdint>
#include <vector>

#include "engine/verdict.hpp"

namespace concordat {

struct Audit;
struct Obligation;
struct RuleJob;

struct Outcome {
    std::uint32_t obligation = 0;  // index into Audit::obligations
    std::uint32_t rule = 0;        // index into Protocol::rules
    Verdict verdict = Verdict::pending;
    Reason reason = Reason::none;
    bool outstanding = false;  // pending, and older than the rule's remind-after
};

/// Of every obligation of an audit, in its order.
std::vector<Outcome> outcomes(const Audit& audit);

/// Whether it is one of those that have an age: pending, without a due day, and open since a day that is known.
bool has_age(const Obligation& obligation);
/// `job` is that of its rule.
bool is_outstanding(const Obligation& obligation, RuleJob& job);

}  // namespace concordat
