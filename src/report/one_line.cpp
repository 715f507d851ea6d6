#include "report/one_line.hpp"

#include <fmt/format.h>

namespace concordat {

std::string in_one_line(const Finding& finding) {
    std::string text = fmt::format("{}: {}", to_string(finding.verdict), finding.owed);
    const auto add = [&](std::string_view part) { text.append("; ").append(part); };
    if (!finding.because.empty()) add(finding.because);
    if (!finding.nearest.empty()) {
        const Sighting& miss = finding.nearest.front();
        add(fmt::format("nearest: {}, {}: {}", miss.id, miss.date, miss.why));
    }
    if (!finding.mend.empty()) add("would mend it: " + finding.mend);
    for (const std::string& flag : finding.flags) add("note: " + flag);
    return text + ".";
}

bool is_known(const Report& report, const Outcome& finding) { return against(report, finding) == Against::known; }

std::vector<const Outcome*> worst_first(const Report& report) {
    std::vector<const Outcome*> result;
    const auto add = [&](auto test) {
        for (const Outcome& finding : report.findings)
            if (test(finding)) result.push_back(&finding);
    };
    for (const Verdict verdict : {Verdict::breached, Verdict::late})
        add([&](const Outcome& finding) { return finding.verdict == verdict && is_violation(report.rule(finding), finding); });
    add([&](const Outcome& finding) { return is_advisory(report.rule(finding), finding); });
    return result;
}

}  // namespace concordat
