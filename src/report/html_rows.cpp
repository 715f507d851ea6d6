// Findings that need no block of their own, a row each, gathered by rule: who owed it and by when, and why the verdict is what it
// is, with the record or with what the log would have to say.

#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/summary.hpp"

namespace concordat {
namespace {

Element add_line(Element cell, const char* css_class, std::string_view lead, std::string_view text) {
    Element line = add(cell, "p", css_class, lead);
    if (!lead.empty()) say(line, " ");
    tell(line, text);
    return line;
}

void add_sighting(Element cell, const Report& report, std::string_view lead, const Sighting& sighting) {
    std::string text = fmt::format("{}, {}", sighting.id, sighting.date);
    if (!sighting.why.empty()) text += ": " + sighting.why;
    Element line = add_line(cell, "small", lead, text);
    say(line, " ");
    add(line, "span", "place", place(sighting, report));
}

void add_why(Element cell, const Report& report, const Finding& finding) {
    if (!finding.because.empty()) tell(add(cell, "p"), finding.because);
    const bool told = finding.witnesses.size() == 1 && !finding.because.empty();
    if (told) add(cell, "p", "place", place(finding.witnesses.front(), report));
    if (finding.witnesses.empty() && finding.about) add(cell, "p", "place", place(*finding.about, report));
    if (!told)
        for (const Sighting& witness : finding.witnesses) add_sighting(cell, report, "met by", witness);
    if (finding.verdict != Verdict::met)
        for (const Sighting& miss : finding.nearest) add_sighting(cell, report, "nearest:", miss);
    if (!finding.mend.empty()) {
        const bool pending = finding.verdict == Verdict::pending;
        Element line = add(cell, "p", "small", pending ? "would meet it: " : "would settle it, if it happened: ");
        add(line, "code", "", finding.mend);
    }
    for (const std::string& flag : finding.flags) add_line(cell, "small", "note:", flag);
}

void add_row(Element body, const Report& report, std::size_t index) {
    const Finding finding = report.tell(report.findings[index]);
    Element row = add(body, "tr");
    set(row, "id", anchor(index));
    Element name = add(row, "th", "case");
    set(name, "scope", "row");
    add_symbol(name, finding.verdict);
    add_unseen(name, in_words(finding.verdict));
    say(name, " " + finding.key);
    tell(add(row, "td"), finding.owed);
    add_why(add(row, "td"), report, finding);
}

/// The head of a rule's rows; a link to what is assumed, once for them all.
Element add_group(Element table, const Report& report, std::size_t rule) {
    Element body = add(table, "tbody");
    Element head = add(add(body, "tr", "rule"), "th");
    set(head, "scope", "rowgroup");
    set(head, "colspan", std::size_t{3});
    say(head, title_of(report, rule) + " ");
    add(head, "span", "id", report.names->text(report.protocol->rules[rule].id));
    if (report.protocol->rules[rule].assumes.empty()) return body;
    say(head, " ");
    add_link(head, anchor_of_assumptions(rule), "what the paper leaves open");
    return body;
}

}  // namespace

void add_rows(Element section, const Report& report, const Listed& list) {
    const bool open = std::string_view(list.id) == "undetermined";
    const std::string_view why = open ? "Why nobody can tell, and what the log would have to say" : "Why";
    Element table = add_table(section, list.heading, {"Case", "Who owed what, and by when", why}, "rows");
    Element body;
    std::size_t rule = report.protocol->rules.size();
    for (const std::size_t index : list.findings) {
        if (report.findings[index].rule != rule) body = add_group(table, report, rule = report.findings[index].rule);
        add_row(body, report, index);
    }
}

}  // namespace concordat
