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

bool is_known(const Report& report, const Finding& finding) {
    if (!report.baseline) return false;
    return report.baseline->standing[static_cast<std::size_t>(&finding - report.findings.data())] == Against::known;
}

std::vector<const Finding*> worst_first(const Report& report) {
    std::vector<const Finding*> result;
    const auto add = [&](auto test) {
        for (const Finding& finding : report.findings)
            if (test(finding)) result.push_back(&finding);
    };
    for (const Verdict verdict : {Verdict::breached, Verdict::late})
        add([&](const Finding& finding) { return finding.verdict == verdict && is_violation(report.rule(finding), finding); });
    add([&](const Finding& finding) { return is_advisory(report.rule(finding), finding); });
    return result;
}

}  // namespace concordat
