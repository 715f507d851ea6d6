// The rollup as one page, of the same make as that of a single report (report/html.hpp): no script, nothing from elsewhere.

#include <fmt/format.h>

#include "report/english.hpp"
#include "report/html_parts.hpp"
#include "report/html_style.hpp"
#include "report/rollup_print.hpp"
#include "report/rollup_tables.hpp"
#include "report/rollup_words.hpp"
#include "report/summary.hpp"

namespace concordat {
namespace {

void add_fact(Element list, std::string_view term, std::string_view text) {
    Element pair = add(list, "div");
    add(pair, "dt", "", term);
    add(pair, "dd", "", text);
}

std::string heading(const RollupTally& tally) { return "Compliance at " + counted(tally.overview.places(), "place", "places"); }

void add_head(Element page, const RollupTally& tally) {
    Element head = add(page, "header");
    add(head, "p", "kind", "Rollup of compliance reports");
    add(head, "h1", "", heading(tally));
    Element facts = add(head, "dl", "facts");
    std::vector<std::string> protocols;
    for (const EditionTally& edition : tally.editions)
        protocols.push_back(
            fmt::format("{} at {}", name_of(edition, tally), counted(edition.overview.places(), "place", "places")));
    add_fact(facts, "Checked against", joined(protocols, "and"));
    add_fact(facts, "The audits", days(tally.overview));
    for (const std::string& note : notes(tally)) add(head, "p", "note", note);
}

/// "2 of 4 places have violations. At 1 nothing could be decided."
std::string outcome(const Overview& overview) {
    const std::size_t violated = overview.of(PlaceOutcome::violated), unchecked = overview.of(PlaceOutcome::unchecked);
    std::string text = violated == 0 ? "No violation was found"
                                     : fmt::format("{} of {} {} violations", violated,
                                                   counted(overview.places(), "place", "places"), violated == 1 ? "has" : "have");
    if (unchecked > 0)
        text +=
            fmt::format("{} at {} of {} nothing could be decided", violated == 0 ? ", but" : ";", unchecked, overview.places());
    else if (violated == 0 && overview.added.of(Verdict::undetermined) > 0)
        text += fmt::format(", but {} could not be determined",
                            counted(overview.added.of(Verdict::undetermined), "obligation", "obligations"));
    return text + ".";
}

void add_outcome(Element page, const Overview& overview) {
    Element section = add_section(page, "outcome", "Outcome");
    const bool violated = overview.of(PlaceOutcome::violated) > 0;
    const bool good = !violated && overview.of(PlaceOutcome::unchecked) == 0 && overview.added.of(Verdict::undetermined) == 0;
    set(section, "class", violated ? "outcome bad" : good ? "outcome good" : "outcome");
    add(section, "p", "headline", outcome(overview));
    add(section, "p", "", fmt::format("{}. All obligations together: {}.", outcomes(overview), sums(overview.added)));
    Element bar = add(section, "div", "bar");
    set(bar, "aria-hidden", "true");
    for (std::size_t i = 0; i < verdict_names.size(); ++i) {
        const std::uint64_t count = overview.added.verdicts[i];
        if (count == 0) continue;
        Element part = add(bar, "span", verdict_names[i].data());
        set(part, "style", fmt::format("flex-grow:{}", count));
        add_symbol(part, static_cast<Verdict>(i));
        add(part, "b", "", std::to_string(count));
    }
}

void add_unchecked(Element page, const RollupTally& tally) {
    if (tally.overview.of(PlaceOutcome::unchecked) == 0) return;
    Element section = add_section(page, "unchecked", "Places not checked");
    add(section, "p", "",
        "Nothing could be decided at these places. That is no clean bill of health: their logs say too little.");
    Element list = add(section, "ul");
    for (const EditionTally& edition : tally.editions)
        for (const PlaceTally& place : edition.places) {
            if (place.outcome != PlaceOutcome::unchecked) continue;
            Element item = add(list, "li");
            add(item, "b", "", place.log);
            say(item, fmt::format(" (protocol {}): {}", name_of(edition, tally), why_not_checked(place.added)));
        }
}

void add_editions(Element page, const RollupTally& tally) {
    for (std::size_t i = 0; i < tally.editions.size(); ++i) {
        const EditionTally& edition = tally.editions[i];
        Element section = add_section(page, fmt::format("protocol-{}", i + 1), "Protocol " + name_of(edition, tally));
        add(section, "p", "",
            fmt::format("{}, {}. A place is counted once for each duty, under its worst verdict, and as pending only where "
                        "nothing else has come of it.",
                        outcomes(edition.overview), days(edition.overview)));
        add_broken(section, edition);
        add_spread(section, edition);
        add_places(section, edition);
    }
}

/// Links to the sections, behind the head of the page.
void add_contents(Element page) {
    Element contents = page.insert_child_after("nav", page.child("header"));
    set(contents, "aria-label", "On this page");
    Element list = add(contents, "ul");
    for (Element section : page.children("section")) {
        const Element title = section.child("h2");
        add_link(add(list, "li"), title.attribute("id").value(), title.text().get());
    }
}

}  // namespace

std::string rollup_html(const RollupTally& tally) {
    pugi::xml_document document;
    Element page = document.append_child("main");
    add_head(page, tally);
    add_outcome(page, tally.overview);
    add_unchecked(page, tally);
    add_editions(page, tally);
    add_contents(page);
    Element title = add(document, "title", "", heading(tally) + ": compliance rollup");

    std::string bytes = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
    bytes += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    bytes += "<meta name=\"color-scheme\" content=\"light\">\n";
    bytes += written_as_html(title);
    bytes.append("<style>\n").append(html_style).append("</style>\n</head>\n<body>\n").append(html_signs);
    bytes += written_as_html(page);
    return bytes + "</body>\n</html>\n";
}

}  // namespace concordat
