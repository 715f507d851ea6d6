#pragma once
// The slow reference evaluator: the obligations of a protocol over a log and their verdicts, written from language.md and
// verdicts.md with nested loops and no indexes, so that each of their sentences can be found again. It knows no waivers and
// gives no reasons in words; what it does give, the engine has to agree with (tests/laws).

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/audit.hpp"

namespace concordat::reference {

struct Judged {
    std::string id;  // rule@key/member
    Verdict verdict = Verdict::pending;
    Reason reason = Reason::none;
    std::vector<std::string> owed_by, owed_to;
    std::optional<Day> due;
    std::vector<std::string> witnesses;
};

/// Throws OutsideCalendar (dates.hpp) where a due day would have to be guessed.
std::vector<Judged> evaluate(const Protocol& protocol, const Log& log, const Names& names, const Standpoint& standpoint);

}  // namespace concordat::reference
