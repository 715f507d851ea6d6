#include "report/baseline.hpp"

#include <unordered_map>

namespace concordat {
namespace {

bool is_broken(Verdict verdict) { return verdict == Verdict::breached || verdict == Verdict::late; }

}  // namespace

Baseline compare_with(const Report& report, const Result& result, std::string path) {
    std::unordered_map<std::string, const ResultFinding*> before;
    for (const ResultFinding& finding : result.findings) before.emplace(finding.id, &finding);

    Baseline baseline{.path = std::move(path), .standing = {}, .fresh = {}, .mended = {}};
    std::unordered_map<std::string, const Finding*> now;
    for (const Finding& finding : report.findings) {
        now.emplace(finding.id, &finding);
        const auto found = before.find(finding.id);
        const Against standing = found == before.end()                      ? Against::is_new
                                 : finding.verdict < found->second->verdict ? Against::worse
                                                                            : Against::known;
        baseline.standing.push_back(standing);
        if (standing != Against::known) count(baseline.fresh, report.rule(finding), finding);
    }
    for (const ResultFinding& finding : result.findings) {
        if (!is_broken(finding.verdict)) continue;
        const auto found = now.find(finding.id);
        if (found == now.end())
            baseline.mended.push_back(
                {.id = finding.id, .clause = finding.clause, .title = finding.title, .was = finding.verdict, .is = {}});
        else if (!is_broken(found->second->verdict))
            baseline.mended.push_back({.id = finding.id,
                                       .clause = finding.clause,
                                       .title = finding.title,
                                       .was = finding.verdict,
                                       .is = found->second->verdict});
    }
    return baseline;
}

}  // namespace concordat
