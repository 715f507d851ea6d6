#include "report/changes.hpp"

#include <unordered_map>

namespace concordat {
namespace {

Change change_of(const ResultFinding& finding, std::optional<Verdict> was, std::optional<Verdict> is) {
    return {
        .id = finding.id, .clause = finding.clause, .title = finding.title, .strength = finding.strength, .was = was, .is = is};
}

void sort_in(Changes& changes, Change change) {
    const bool was = change.was && is_broken(*change.was), is = change.is && is_broken(*change.is);
    const bool worse = is && (!was || *change.is < *change.was);
    const bool mended = was && change.is && !is && *change.is != Verdict::undetermined;
    if (worse && change.strength != "implied") ++changes.violations;
    (worse ? changes.worse : mended ? changes.mended : changes.other).push_back(std::move(change));
}

}  // namespace

Changes find_changes(const Result& before, const Result& after) {
    Changes changes{.protocol = after.protocol,
                    .old_log = before.log,
                    .old_as_of = before.as_of,
                    .new_log = after.log,
                    .new_as_of = after.as_of,
                    .worse = {},
                    .mended = {},
                    .other = {}};
    std::unordered_map<std::string, const ResultFinding*> old, now;
    for (const ResultFinding& finding : before.findings) old.emplace(finding.id, &finding);
    for (const ResultFinding& finding : after.findings) {
        now.emplace(finding.id, &finding);
        const auto found = old.find(finding.id);
        const auto was = found == old.end() ? std::nullopt : std::optional{found->second->verdict};
        if (was == finding.verdict)
            ++changes.unchanged;
        else
            sort_in(changes, change_of(finding, was, finding.verdict));
    }
    for (const ResultFinding& finding : before.findings)
        if (now.count(finding.id) == 0) sort_in(changes, change_of(finding, finding.verdict, std::nullopt));
    return changes;
}

}  // namespace concordat
