#include "report/baseline.hpp"

#include <unordered_map>

namespace concordat {
namespace {

bool is_broken(Verdict verdict) { return verdict == Verdict::breached || verdict == Verdict::late; }

}  // namespace

Baseline compare_with(const Report& report, const Result& result, std::string path) {
    std::unordered_map<std::string, const ResultFinding*> before;
    for (const ResultFinding& finding : result.findings) before.emplace(finding.id, &finding);

    Baseline baseline{.path = std::move(path), .standing = {}, .fresh = {}, .mended = {}, .lost = {}};
    std::unordered_map<std::string, const Finding*> now;
    for (const Finding& finding : report.findings) {
        now.emplace(finding.id, &finding);
        const auto found = before.find(finding.id);
        const bool was_broken = found != before.end() && is_broken(found->second->verdict);
        const bool as_bad = found != before.end() && found->second->verdict <= finding.verdict;
        const Against standing = as_bad ? Against::known : was_broken ? Against::worse : Against::is_new;
        baseline.standing.push_back(standing);
        if (standing != Against::known) count(baseline.fresh, report.rule(finding), finding);
    }
    for (const ResultFinding& finding : result.findings) {
        if (!is_broken(finding.verdict)) continue;
        const auto found = now.find(finding.id);
        const auto is = found == now.end() ? std::nullopt : std::optional{found->second->verdict};
        if (is_broken(is.value_or(Verdict::met))) continue;
        const bool told = is && *is != Verdict::undetermined;
        (told ? baseline.mended : baseline.lost)
            .push_back({.id = finding.id, .clause = finding.clause, .title = finding.title, .was = finding.verdict, .is = is});
    }
    return baseline;
}

}  // namespace concordat
