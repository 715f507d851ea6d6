#pragma once
// What the program tells the shell: a contract (docs/exit-status.md). There are these four and no others. A check in which
// nothing could be decided (no obligation at all, none that applies, or every one undetermined, or pending or waived beside
// others that are) does not pass, whatever `--fail-on` says: silence is not compliance.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "report/report.hpp"

namespace concordat {

enum class ExitStatus : std::uint8_t {
    clean = 0,      // nothing on the wrong side of the line that --fail-on draws
    violated = 1,   // something is
    unchecked = 2,  // could not check: usage, bad input, or nothing could be decided
    fault = 3       // a fault of the tool itself
};

/// Where the line is drawn. All but `never` include what stands before them.
enum class FailOn : std::uint8_t { breach, violation, advisory, undetermined, never };

inline constexpr std::array<std::string_view, 5> fail_on_names = {"breach", "violation", "advisory", "undetermined", "never"};
std::optional<FailOn> parse_fail_on(std::string_view text);

/// Whether no obligation got a verdict that says anything of conduct. What is pending or waived does not: where all else is
/// undetermined, the log tells nothing. Where nothing is undetermined, nothing is unknown, and it may all be pending or waived.
/// `Counts` has `of(Verdict)`.
template <class Counts>
bool nothing_decided(const Counts& counts) {
    const auto any = [&](Verdict verdict) { return counts.of(verdict) > 0; };
    if (any(Verdict::breached) || any(Verdict::late) || any(Verdict::met)) return false;
    return any(Verdict::undetermined) || !(any(Verdict::pending) || any(Verdict::waived));
}

/// With a baseline, only what is new or worse fails.
ExitStatus exit_status(const Report& report, FailOn fail_on);

}  // namespace concordat
