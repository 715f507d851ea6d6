#include "report/one_line.hpp"

#include <fmt/format.h>

#include "report/english.hpp"

namespace concordat {

std::string in_sentences(const Report&, const Finding& finding) {
    std::string text = sentence(fmt::format("{}: {}", to_string(finding.verdict), finding.owed));
    if (!finding.because.empty()) text += " " + sentence(finding.because);
    if (!finding.nearest.empty()) {
        const Sighting& miss = finding.nearest.front();
        text += " " + sentence(fmt::format("nearest: {}, {}: {}", miss.id, miss.date, miss.why));
    }
    if (!finding.mend.empty()) text += " " + sentence("this would mend it, if it happened: " + finding.mend);
    for (const std::string& flag : finding.flags) text += " " + sentence("note: " + flag);
    return text;
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
