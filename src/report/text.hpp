#pragma once
// The report as text for a person: what was broken, worst first, then what is outstanding, then advice, then what was waived, and
// one line of totals at the end, which is all there is when all is well and all is known. Each finding says who owed what to whom
// and by when, which records came nearest, which record would mend it, and what the encoder had to assume. Nothing is counted or
// decided here.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace concordat {

/// What is listed beside that which always is: the broken, the outstanding and the waived.
struct Shown {
    std::array<bool, verdict_names.size()> verdicts{};
    bool powers = false;
    bool never_exercised = false;

    bool of(Verdict verdict) const { return verdicts[static_cast<std::size_t>(verdict)]; }
};

/// The words that `show` takes.
std::vector<std::string_view> show_words();
/// False if there is no such word.
bool show(Shown& shown, std::string_view word);

struct TextOptions {
    Shown shown{};
    std::size_t width = 100;
    bool colours = false;
};

void text(const Report& report, const TextOptions& options, const Out& out);
/// The same in one piece.
std::string text(const Report& report, const TextOptions& options);

}  // namespace concordat
