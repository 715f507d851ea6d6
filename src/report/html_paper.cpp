// What the paper itself leaves to the reader: the clauses that nothing checks, and what had to be decided because it does not
// say.

#include <fmt/format.h>

#include "report/html_parts.hpp"

namespace concordat {

void add_unchecked(Element page, const Report& report) {
    const auto& clauses = report.protocol->clauses;
    if (std::none_of(clauses.begin(), clauses.end(), [](const Clause& clause) { return clause.unchecked.has_value(); })) return;
    Element section = add_section(page, "unchecked", "Clauses that no log can break");
    Element table = add_table(section, "Clauses that no log can break", {"Clause", "Says", "Kind", "Why it is not checked"});
    Element body = add(table, "tbody");
    for (const Clause& clause : clauses) {
        if (!clause.unchecked) continue;
        Element row = add(body, "tr");
        set(add(row, "th", "clause", clause.number), "scope", "row");
        add(row, "td", "", clause.says);
        add(row, "td", "", clause.unchecked->kind);
        add(row, "td", "", clause.unchecked->because);
    }
}

void add_assumptions(Element page, const Report& report, const Listing& listing) {
    const Protocol& protocol = *report.protocol;
    std::vector<bool> listed(protocol.rules.size());
    for (std::size_t i = 0; i < report.findings.size(); ++i)
        if (listing.shown[i] && !report.rule(report.findings[i]).assumes.empty()) listed[report.findings[i].rule] = true;
    const bool any = std::find(listed.begin(), listed.end(), true) != listed.end();
    if (!any && protocol.assumes.empty()) return;

    Element section = add_section(page, "assumptions", "What the paper leaves open");
    add(section, "p", "", "Where the paper does not say, something had to be decided. These findings rest on it.");
    if (!protocol.assumes.empty()) {
        add(section, "h3", "", "For the whole paper");
        Element list = add(section, "ul");
        for (const std::string& assumption : protocol.assumes) add(list, "li", "", assumption);
    }
    if (!any) return;
    add(section, "h3", "", "Clause by clause");
    Element list = add(section, "dl", "assumed");
    for (std::size_t rule = 0; rule < listed.size(); ++rule) {
        if (!listed[rule]) continue;
        Element pair = add(list, "div");
        set(pair, "id", anchor_of_assumptions(rule));
        add(pair, "dt", "", title_of(report, rule));
        for (const std::string& assumption : protocol.rules[rule].assumes) add(pair, "dd", "", assumption);
    }
}

}  // namespace concordat
