#pragma once
// What came of a protocol's examples, as a table of its rules, with every fault under it; and which rules some logs have put to
// the proof. Both are for the person who writes a protocol.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/trial.hpp"
#include "model/protocol.hpp"
#include "source/text.hpp"

namespace concordat {

struct Tried {
    const Protocol& protocol;
    const Names& names;
    const Sources& sources;
    std::vector<Trial> trials;
};

/// Every rule has an example of either kind, every example passes, every witness matters.
bool is_proved(const Tried& tried);

std::string trials_text(const Tried& tried, std::size_t width);

/// By the protocol's rules: whether a log decided the rule (met, late or breached; of a power: used), or at least gave it an
/// occasion.
enum class Exercise : std::uint8_t { none, occasion, decided };

struct Exercised {
    const Protocol& protocol;
    const Names& names;
    std::vector<Exercise> rules;
    std::size_t logs = 0;
};

bool all_decided(const Exercised& exercised);

std::string exercised_text(const Exercised& exercised, std::size_t width);

}  // namespace concordat
