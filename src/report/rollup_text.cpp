#include <fmt/format.h>

#include <algorithm>

#include "report/page.hpp"
#include "report/rollup_print.hpp"
#include "report/rollup_words.hpp"
#include "report/summary.hpp"

namespace concordat {
namespace {

constexpr Page::Indent entry{2, 6};
constexpr Page::Indent detail{6, 8};

void add_head(Page& page, const RollupTally& tally) {
    std::vector<std::string> parts{"rollup of " + counted(tally.overview.places(), "result", "results")};
    for (const EditionTally& edition : tally.editions) parts.push_back("protocol " + name_of(edition, tally));
    parts.push_back(days(tally.overview));
    page.parts(parts);
    page.blank();
    for (const std::string& note : notes(tally)) {
        page.paragraph({0, 2}, note);
        page.blank();
    }
}

void add_unchecked(Page& page, const RollupTally& tally) {
    const std::size_t count = tally.overview.of(PlaceOutcome::unchecked);
    if (count == 0) return;
    page.line({}, fmt::format("Not checked: nothing could be decided at {}", counted(count, "place", "places")));
    page.blank();
    for (const EditionTally& edition : tally.editions)
        for (const PlaceTally& place : edition.places) {
            if (place.outcome != PlaceOutcome::unchecked) continue;
            page.row(entry, place.log, "protocol " + name_of(edition, tally));
            page.paragraph(detail, why_not_checked(place.added));
        }
    page.blank();
}

void add_rule(Page& page, const RuleTally& tally, const Overview& overview) {
    const RolledRule& rule = *tally.rule;
    page.row(entry, fmt::format("{}  {}{}", clauses(rule), rule.title, rule.strength == "must" ? "" : " (" + rule.strength + ")"),
             rule.id);
    for (const Verdict verdict : {Verdict::breached, Verdict::late, Verdict::undetermined}) {
        const auto& places = tally.spread.of(verdict);
        if (places.empty()) continue;
        page.paragraph(detail, fmt::format("{} {}", to_string(verdict), where(places, overview)));
    }
}

/// Those rules for which `wanted` holds, the most widely broken first.
template <class Wanted>
void add_rules(Page& page, const EditionTally& edition, std::string_view heading, Wanted wanted) {
    std::vector<const RuleTally*> rules;
    for (const RuleTally& rule : edition.rules)
        if (wanted(rule)) rules.push_back(&rule);
    if (rules.empty()) return;
    std::stable_sort(rules.begin(), rules.end(),
                     [](const RuleTally* a, const RuleTally* b) { return a->spread.broken() > b->spread.broken(); });
    page.line({}, heading);
    page.blank();
    for (const RuleTally* rule : rules) add_rule(page, *rule, edition.overview);
    page.blank();
}

/// Rules that are broken nowhere and undetermined somewhere, those of the same places together.
void add_open(Page& page, const EditionTally& edition) {
    std::vector<std::pair<const std::vector<std::string_view>*, std::string>> groups;
    for (const RuleTally& rule : edition.rules) {
        const auto& places = rule.spread.of(Verdict::undetermined);
        if (rule.spread.broken() > 0 || places.empty()) continue;
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& other) { return *other.first == places; });
        if (group == groups.end()) group = groups.emplace(groups.end(), &places, "");
        group->second += fmt::format("{}{} ({})", group->second.empty() ? "" : ", ", rule.rule->id, clauses(*rule.rule));
    }
    if (groups.empty()) return;
    page.line({}, "Broken nowhere, but not told everywhere");
    page.blank();
    for (const auto& [places, rules] : groups) {
        page.paragraph(entry, "undetermined " + where(*places, edition.overview));
        page.paragraph(detail, rules);
    }
    page.blank();
}

void add_idle(Page& page, const EditionTally& edition) {
    std::vector<std::string_view> ids;
    for (const RuleTally& rule : edition.rules)
        if (rule.spread.no_occasion == edition.places.size()) ids.push_back(rule.rule->id);
    if (ids.empty()) return;
    page.paragraph(
        {0, 2}, fmt::format("No place had an occasion for {}: {}", counted(ids.size(), "rule", "rules"), fmt::join(ids, ", ")));
    page.blank();
}

template <class Wanted>
void add_places(Page& page, const EditionTally& edition, std::string_view heading, Wanted wanted) {
    if (std::none_of(edition.places.begin(), edition.places.end(), wanted)) return;
    page.line({}, heading);
    page.blank();
    for (const PlaceTally& place : edition.places)
        if (wanted(place)) page.row(entry, place.log, sums(place.added));
    page.blank();
}

void add_places(Page& page, const EditionTally& edition) {
    add_places(page, edition, "Places with violations",
               [](const PlaceTally& place) { return place.outcome == PlaceOutcome::violated; });
    add_places(page, edition, "Places without a violation, but with something undetermined",
               [](const PlaceTally& place) { return place.is_in_part(); });
    add_places(page, edition, "Places without a violation",
               [](const PlaceTally& place) { return place.outcome == PlaceOutcome::clean && !place.is_in_part(); });
}

void add_edition(Page& page, const EditionTally& edition, const RollupTally& tally) {
    if (tally.editions.size() > 1) {
        page.parts({"protocol " + name_of(edition, tally), days(edition.overview), outcomes(edition.overview)});
        page.blank();
    }
    add_rules(page, edition, "Broken", [](const RuleTally& rule) { return rule.rule->is_binding() && rule.spread.broken() > 0; });
    add_rules(page, edition, "Advice not followed",
              [](const RuleTally& rule) { return !rule.rule->is_binding() && rule.spread.broken() > 0; });
    add_open(page, edition);
    add_idle(page, edition);
    add_places(page, edition);
}

}  // namespace

std::string rollup_text(const RollupTally& tally, std::size_t width) {
    Page page(width);
    add_head(page, tally);
    add_unchecked(page, tally);
    for (const EditionTally& edition : tally.editions) add_edition(page, edition, tally);
    page.paragraph({0, 2}, outcomes(tally.overview) + "; " + sums(tally.overview.added));
    return page.print();
}

}  // namespace concordat
