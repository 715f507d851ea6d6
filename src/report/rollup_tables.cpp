#include "report/rollup_tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/rollup_words.hpp"
#include "report/summary.hpp"

namespace concordat {
namespace {

Element add_table(Element section, const char* css_class, std::string_view label) {
    add(section, "h3", "", label);
    return add(add_scroller(section, label), "table", css_class);
}

Element add_column(Element heads, std::string_view text) {
    Element head = add(heads, "th", "", text);
    set(head, "scope", "col");
    return head;
}

/// A column for each verdict, under its sign.
void add_verdict_columns(Element heads) {
    for (std::size_t i = 0; i < verdict_names.size(); ++i) {
        const auto verdict = static_cast<Verdict>(i);
        Element head = add_column(heads, "");
        add_symbol(head, verdict);
        say(head, fmt::format(" {}", in_words(verdict)));
    }
}

/// A number in the verdict's colour; nothing for nought.
void add_number(Element row, std::size_t verdict, std::uint64_t count) {
    Element cell = add(row, "td", count == 0 ? "" : verdict_names[verdict].data());
    if (count > 0) say(cell, std::to_string(count));
}

Element add_duty(Element row, const RolledRule& rule) {
    Element head = add(row, "th");
    set(head, "scope", "row");
    add(head, "b", "", clauses(rule));
    add(head, "span", "says", fmt::format(" {}{}", rule.title, rule.strength == "must" ? "" : " (" + rule.strength + ")"));
    return head;
}

void add_where(Element cell, const Spread& spread, const Overview& overview) {
    for (const Verdict verdict : {Verdict::breached, Verdict::late, Verdict::undetermined}) {
        const auto& places = spread.of(verdict);
        if (places.empty()) continue;
        Element line = add(cell, "p");
        add_verdict(line, verdict);
        say(line, " " + where(places, overview));
    }
}

std::string in_words(const PlaceTally& place) {
    if (place.outcome == PlaceOutcome::unchecked) return "not checked";
    std::string text = place.outcome == PlaceOutcome::violated ? "violations" : "no violation";
    if (place.added.advisories > 0) text += ", " + counted(place.added.advisories, "advisory", "advisories");
    return text + (place.is_in_part() ? ", but something undetermined" : "");
}

bool needs_telling(const RuleTally& rule) { return rule.spread.broken() > 0 || !rule.spread.of(Verdict::undetermined).empty(); }

}  // namespace

void add_broken(Element section, const EditionTally& edition) {
    std::vector<const RuleTally*> rules;
    for (const RuleTally& rule : edition.rules)
        if (needs_telling(rule)) rules.push_back(&rule);
    if (rules.empty()) return;
    const auto weight = [](const RuleTally* rule) { return rule->rule->is_binding() ? rule->spread.broken() : 0; };
    std::stable_sort(rules.begin(), rules.end(), [&](const RuleTally* a, const RuleTally* b) { return weight(a) > weight(b); });
    Element table = add_table(section, "", "What is broken, or cannot be told, and where");
    Element heads = add(add(table, "thead"), "tr");
    add_column(heads, "Clause and duty");
    add_column(heads, "Where");
    Element body = add(table, "tbody");
    for (const RuleTally* rule : rules) {
        Element row = add(body, "tr");
        add(add_duty(row, *rule->rule), "p", "id", rule->rule->id);
        add_where(add(row, "td"), rule->spread, edition.overview);
    }
}

void add_spread(Element section, const EditionTally& edition) {
    Element table = add_table(section, "matrix", "Every duty, by the number of places");
    Element heads = add(add(table, "thead"), "tr");
    add_column(heads, "Clause and duty");
    add_verdict_columns(heads);
    add_column(heads, "no occasion");
    Element body = add(table, "tbody");
    for (const RuleTally& rule : edition.rules) {
        Element row = add(body, "tr");
        add_duty(row, *rule.rule);
        for (std::size_t i = 0; i < verdict_names.size(); ++i) add_number(row, i, rule.spread.at[i].size());
        add(row, "td", "", rule.spread.no_occasion == 0 ? "" : std::to_string(rule.spread.no_occasion));
    }
}

void add_places(Element section, const EditionTally& edition) {
    Element table = add_table(section, "matrix", "Every place, by the number of obligations");
    Element heads = add(add(table, "thead"), "tr");
    add_column(heads, "Place");
    add_verdict_columns(heads);
    Element body = add(table, "tbody");
    for (std::size_t outcome = 0; outcome < outcome_names.size(); ++outcome)
        for (const PlaceTally& place : edition.places) {
            if (place.outcome != static_cast<PlaceOutcome>(outcome)) continue;
            Element row = add(body, "tr");
            Element head = add(row, "th");
            set(head, "scope", "row");
            add(head, "b", "", place.log);
            say(head, fmt::format(" {}, as of {}", in_words(place), place.place->as_of));
            for (std::size_t i = 0; i < verdict_names.size(); ++i) add_number(row, i, place.added.verdicts[i]);
        }
}

}  // namespace concordat
