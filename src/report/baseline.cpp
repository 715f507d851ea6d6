#include "report/baseline.hpp"

#include <string_view>
#include <unordered_map>

namespace concordat {
namespace {

/// Of the others no format tells how they stand, and none fails a check.
bool is_compared(const Outcome& finding) {
    return is_broken(finding.verdict) || finding.verdict == Verdict::undetermined || finding.verdict == Verdict::waived ||
           finding.outstanding;
}

Against stands(const Outcome& finding, const std::optional<Verdict>& before) {
    if (before && *before <= finding.verdict) return Against::known;
    return before && is_broken(*before) ? Against::worse : Against::is_new;
}

/// What the baseline had broken and is not broken now.
void add_mended(Baseline& baseline, const Audit& audit, const Result& result) {
    std::vector<std::string_view> ids;
    for (const ResultFinding& finding : result.findings)
        if (is_broken(finding.verdict)) ids.push_back(finding.id);
    const auto now = find_obligations(audit, std::move(ids));
    for (const ResultFinding& finding : result.findings) {
        if (!is_broken(finding.verdict)) continue;
        const auto found = now.find(finding.id);
        const auto is = found == now.end() ? std::nullopt : std::optional{audit.obligations[found->second].verdict};
        if (is_broken(is.value_or(Verdict::met))) continue;
        const bool told = is && *is != Verdict::undetermined;
        (told ? baseline.mended : baseline.lost)
            .push_back({.id = finding.id, .clause = finding.clause, .title = finding.title, .was = finding.verdict, .is = is});
    }
}

}  // namespace

Baseline compare_with(const Report& report, const Audit& audit, const Result& result, std::string path) {
    std::unordered_map<std::string_view, Verdict> before;
    for (const ResultFinding& finding : result.findings) before.emplace(finding.id, finding.verdict);

    Baseline baseline{.path = std::move(path), .standing = {}, .fresh = {}, .mended = {}, .lost = {}};
    baseline.standing.resize(audit.obligations.size());
    for (const Outcome& finding : report.findings) {
        if (!is_compared(finding)) continue;
        const auto found = before.find(obligation_id(audit, audit.obligations[finding.obligation]));
        const Against standing = stands(finding, found == before.end() ? std::nullopt : std::optional{found->second});
        baseline.standing[finding.obligation] = standing;
        if (standing != Against::known) count(baseline.fresh, report.rule(finding), finding);
    }
    add_mended(baseline, audit, result);
    return baseline;
}

}  // namespace concordat
