#pragma once
// A result: what an earlier run wrote with `--format json`, read back. Baselines, `diff` and `rollup` work on it. Only what this
// program wrote is taken: another schema, a missing key or an unknown verdict is an error of the file.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "engine/verdict.hpp"
#include "source/text.hpp"

namespace concordat {

struct ResultFinding {
    std::string id, rule, clause, title, strength;
    std::string due;  // empty: none
    Verdict verdict = Verdict::pending;
};

struct Result {
    std::string protocol, log, as_of;
    std::vector<ResultFinding> findings;  // each id once
};

std::optional<Result> read_result(const Text& text, std::uint32_t file, Diagnostics& diagnostics);

}  // namespace concordat
