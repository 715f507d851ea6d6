// The top of the page: what was checked, the outcome in words, and every total as a number and as its part of a bar.

#include <fmt/format.h>

#include "report/english.hpp"
#include "report/exit_status.hpp"
#include "report/html_parts.hpp"
#include "report/summary.hpp"

namespace concordat {
namespace {

constexpr std::array<Verdict, 7> order = {Verdict::breached, Verdict::late, Verdict::undetermined,  Verdict::pending,
                                          Verdict::waived,   Verdict::met,  Verdict::not_applicable};

constexpr std::string_view meaning(Verdict verdict) {
    switch (verdict) {
        case Verdict::breached: return "not done in its time, or done as it must not be";
        case Verdict::late: return "done, but too late";
        case Verdict::undetermined: return "the log cannot tell";
        case Verdict::pending: return "there is still time, or the paper sets none";
        case Verdict::waived: return "somebody who may let it pass has done so";
        case Verdict::met: return "done, in time";
        case Verdict::not_applicable: return "the rule did not bind";
    }
    return {};
}

/// "8 duties were breached and 2 were done late."
std::string outcome(const Totals& totals) {
    const std::size_t late = totals.violations - totals.breaches;
    if (nothing_decided(totals)) return why_not_checked(totals);
    if (std::string open = what_is_open(totals); !open.empty()) return open;
    if (totals.violations == 0) return "No violation was found.";
    const auto were = [](std::size_t count, std::string_view what) {
        return fmt::format("{} {} {}", counted(count, "duty", "duties"), count == 1 ? "was" : "were", what);
    };
    if (totals.breaches == 0) return were(late, "done late.");
    if (late == 0) return were(totals.breaches, "breached.");
    return fmt::format("{} and {} {} done late.", were(totals.breaches, "breached"), late, late == 1 ? "was" : "were");
}

/// The totals as sentences; what is nought is left out.
std::string in_sentences(const Report& report) {
    const Totals& totals = report.totals;
    const std::size_t looked_at = report.findings.size();
    std::string text = fmt::format("The log gave rise to {}.", counted(looked_at, "obligation", "obligations"));
    std::vector<std::string> parts;
    for (const Verdict verdict : order) {
        const std::size_t count = totals.of(verdict);
        if (count == 0) continue;
        const std::string_view verb =
            verdict == Verdict::pending || verdict == Verdict::not_applicable || verdict == Verdict::undetermined
                ? (count == 1 ? "is" : "are")
                : (count == 1 ? "was" : "were");
        parts.push_back(fmt::format("{} {} {}", count, verb, verdict == Verdict::late ? "done late" : in_words(verdict)));
    }
    if (!parts.empty()) text += " Of these, " + joined(parts, "and") + ".";
    if (totals.outstanding > 0)
        text += fmt::format(" {} pending for long and outstanding.",
                            totals.outstanding == 1 ? "One is" : fmt::format("{} are", totals.outstanding));
    if (totals.advisories > 0)
        text += fmt::format(" {} of what the paper only implies: advice, not violations.",
                            counted(totals.advisories, "finding is", "findings are"));
    const std::size_t idle = report.never_exercised.size();
    if (idle > 0) text += fmt::format(" For {} the log gave no occasion.", counted(idle, "rule", "rules"));
    return text;
}

void add_fact(Element list, std::string_view term, std::string_view text) {
    Element pair = add(list, "div");
    add(pair, "dt", "", term);
    add(pair, "dd", "", text);
}

}  // namespace

void add_head(Element page, const Report& report) {
    Element head = add(page, "header");
    add(head, "p", "kind", "Compliance report");
    add(head, "h1", "", report.log_title);
    Element facts = add(head, "dl", "facts");
    add_fact(facts, "Checked against", fmt::format("{} ({})", report.protocol->title, report.names->text(report.protocol->id)));
    const std::vector<std::string> parts = header(report);
    add_fact(facts, "The audit", parts[2]);
    for (std::size_t i = 3; i < parts.size(); ++i)
        if (!parts[i].empty()) add_fact(facts, i + 1 == parts.size() ? "The log" : "And", parts[i]);
    for (const std::string& note : notes(report)) add(head, "p", "note", note);
}

void add_totals(Element page, const Report& report) {
    const Totals& totals = report.totals;
    Element section = add_section(page, "outcome", "Outcome");
    const bool good = totals.violations == 0 && !nothing_decided(totals) && what_is_open(totals).empty();
    set(section, "class", totals.violations > 0 ? "outcome bad" : good ? "outcome good" : "outcome");
    add(section, "p", "headline", outcome(totals));
    add(section, "p", "", in_sentences(report));
    Element bar = add(section, "div", "bar");
    set(bar, "aria-hidden", "true");
    Element key = add(section, "dl", "key");
    for (const Verdict verdict : order) {
        const std::size_t count = totals.of(verdict);
        if (count > 0) {
            Element part = add(bar, "span", to_string(verdict).data());
            set(part, "style", fmt::format("flex-grow:{}", count));
            add_symbol(part, verdict);
            add(part, "b", "", std::to_string(count));
        }
        Element pair = add(key, "div", count == 0 ? "none" : "");
        add_verdict(add(pair, "dt"), verdict);
        Element value = add(pair, "dd");
        add(value, "b", "", std::to_string(count));
        add(value, "span", "", fmt::format(" {}", meaning(verdict)));
    }
}

}  // namespace concordat
