#include "report/rollup_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/summary.hpp"

namespace concordat {
namespace {

bool has_other_texts(const EditionTally& edition, const RollupTally& tally) {
    return std::count_if(tally.editions.begin(), tally.editions.end(),
                         [&](const EditionTally& other) { return other.key->protocol == edition.key->protocol; }) > 1;
}

}  // namespace

std::string days(const Overview& overview) {
    return "as of " + overview.first_day + (overview.first_day == overview.last_day ? "" : " to " + overview.last_day);
}

std::string name_of(const EditionTally& edition, const RollupTally& tally) {
    return edition.key->protocol + (has_other_texts(edition, tally) ? " (" + edition.key->sha256.substr(0, 8) + "…)" : "");
}

std::vector<std::string> notes(const RollupTally& tally) {
    std::vector<std::string> result;
    const Overview& overview = tally.overview;
    if (overview.first_day != overview.last_day)
        result.push_back(
            fmt::format("The audits stand on different days, {} to {}: what is still pending at one place may be "
                        "overdue at another.",
                        overview.first_day, overview.last_day));
    if (overview.tools.size() > 1)
        result.push_back(fmt::format("Different versions of concordat made the audits: {}.", fmt::join(overview.tools, ", ")));
    for (std::size_t i = 1; i < tally.editions.size(); ++i) {
        const std::string& protocol = tally.editions[i].key->protocol;
        if (protocol != tally.editions[i - 1].key->protocol) continue;
        if (i > 1 && protocol == tally.editions[i - 2].key->protocol) continue;
        result.push_back(
            fmt::format("Not all places were checked against the same text of the protocol {}; those of each text "
                        "are counted apart.",
                        protocol));
    }
    return result;
}

std::string outcomes(const Overview& overview) {
    const std::string in_part =
        overview.in_part == 0 ? "" : fmt::format(" (of these {} with something undetermined)", overview.in_part);
    return fmt::format("{}: {} with violations, {} without{}, {} not checked", counted(overview.places(), "place", "places"),
                       overview.of(PlaceOutcome::violated), overview.of(PlaceOutcome::clean), in_part,
                       overview.of(PlaceOutcome::unchecked));
}

std::string sums(const Added& added) {
    std::vector<std::string> parts;
    for (const Verdict verdict : {Verdict::breached, Verdict::late, Verdict::undetermined, Verdict::pending, Verdict::waived,
                                  Verdict::met, Verdict::not_applicable})
        if (added.of(verdict) > 0)
            parts.push_back(
                fmt::format("{} {}", added.of(verdict),
                            verdict == Verdict::not_applicable ? std::string_view("not applicable") : to_string(verdict)));
    if (added.outstanding > 0) parts.push_back(fmt::format("{} outstanding", added.outstanding));
    if (parts.empty()) return "no obligation";
    const std::string advice = added.advisories == 0 ? "" : "; " + counted(added.advisories, "advisory", "advisories");
    return fmt::format("{}{}", fmt::join(parts, ", "), advice);
}

std::string why_not_checked(const Added& added) {
    if (added.of(Verdict::undetermined) > 0) return "nothing is decided: " + sums(added);
    return added.of(Verdict::not_applicable) > 0 ? "no obligation applies" : "the log gave rise to no obligation";
}

std::string clauses(const RolledRule& rule) {
    return fmt::format("{}{}{}", rule.clause, rule.also.empty() ? "" : ", ", fmt::join(rule.also, ", "));
}

std::string where(const std::vector<std::string_view>& places, const Overview& overview) {
    const std::size_t all = overview.places();
    if (places.size() == all && all > 1) return fmt::format("at all {} places", all);
    return fmt::format("at {} of {}: {}", places.size(), counted(all, "place", "places"), fmt::join(places, "; "));
}

}  // namespace concordat
