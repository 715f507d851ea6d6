#pragma once
// The seven verdicts, from worst to best as a reader wants them, and the reasons that some of them carry.

#include <array>
#include <cstdint>
#include <string_view>

namespace concordat {

enum class Verdict : std::uint8_t { breached, late, undetermined, pending, waived, met, not_applicable };

inline constexpr std::array<std::string_view, 7> verdict_names = {"breached", "late", "undetermined",  "pending",
                                                                  "waived",   "met",  "not-applicable"};
constexpr std::string_view to_string(Verdict verdict) { return verdict_names[static_cast<std::size_t>(verdict)]; }

/// As people write it: "not applicable".
constexpr std::string_view in_words(Verdict verdict) {
    return verdict == Verdict::not_applicable ? std::string_view("not applicable") : to_string(verdict);
}
/// What should have been done was not, or not in time.
constexpr bool is_broken(Verdict verdict) { return verdict == Verdict::breached || verdict == Verdict::late; }

enum class Reason : std::uint8_t {
    none,
    not_covered,        // undetermined: the log does not claim to be complete there
    not_stated,         // undetermined: a record may or may not be what is wanted
    needs_attestation,  // undetermined: only people can say
    out_of_force,       // not applicable
    part_period,        // not applicable: only a part of the period is in force
    unless              // not applicable: the exception came true
};

inline constexpr std::array<std::string_view, 7> reason_names = {
    "", "not-covered", "not-stated", "needs-attestation", "out-of-force", "part-period", "unless"};
constexpr std::string_view to_string(Reason reason) { return reason_names[static_cast<std::size_t>(reason)]; }

}  // namespace concordat
