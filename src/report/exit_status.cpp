#include "report/exit_status.hpp"

namespace concordat {

std::optional<FailOn> parse_fail_on(std::string_view text) {
    for (std::size_t i = 0; i < fail_on_names.size(); ++i)
        if (fail_on_names[i] == text) return static_cast<FailOn>(i);
    return std::nullopt;
}

ExitStatus exit_status(const Report& report, FailOn fail_on) {
    if (nothing_decided(report.totals)) return ExitStatus::unchecked;
    const Totals& totals = report.baseline ? report.baseline->fresh : report.totals;
    std::size_t failures = 0;
    switch (fail_on) {
        case FailOn::breach: failures = totals.breaches; break;
        case FailOn::violation: failures = totals.violations; break;
        case FailOn::advisory: failures = totals.violations + totals.advisories; break;
        case FailOn::undetermined: failures = totals.violations + totals.advisories + totals.of(Verdict::undetermined); break;
        case FailOn::never: break;
    }
    return failures == 0 ? ExitStatus::clean : ExitStatus::violated;
}

}  // namespace concordat
