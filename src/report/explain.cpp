#include "report/explain.hpp"

#include <fmt/format.h>

#include "report/looks.hpp"
#include "report/page.hpp"
#include "report/sentences.hpp"

namespace concordat {
namespace {

constexpr Page::Indent body{2, 2};
constexpr Page::Indent item{2, 4};
constexpr Page::Indent record{4, 6};

void add_clause(Page& page, const Protocol& protocol, const Names& names, const Clause& clause) {
    page.paragraph({0, 2}, fmt::format("{}, clause {}: {}", names.text(protocol.id), clause.number, clause.says));
    if (clause.unchecked)
        page.paragraph(body, fmt::format("Not checked ({}): {}", clause.unchecked->kind, clause.unchecked->because));
    for (const std::size_t index : clause.checked_by) {
        const Rule& rule = protocol.rules[index];
        page.paragraph(body, fmt::format("Checked by {} under clause {}: {}", names.text(rule.id),
                                         protocol.clauses[rule.clause].number, rule.title));
    }
    for (const std::string& defect : clause.defects) page.paragraph(item, "A fault of the paper: " + defect);
}

std::string all_of(const std::vector<std::string>& sentences) { return fmt::format("{}", fmt::join(sentences, " ")); }

void add_looks(Page& page, const Looks& looks) {
    if (looks.met.empty())
        page.paragraph(body, "Met as long as there is no such record.");
    else
        page.paragraph(body, "Met, for example" + (looks.met_when.empty() ? "" : ", " + looks.met_when) + ":");
    for (const std::string& line : looks.met) page.line(record, "- " + line);
    if (looks.broken_when.empty()) return page.paragraph(body, "Never broken: there is no day by which it must be done.");
    page.paragraph(body, "Broken when " + looks.broken_when + (looks.broken.empty() ? "." : ", for example:"));
    for (const std::string& line : looks.broken) page.line(record, "- " + line);
}

void add_rule(Page& page, const Protocol& protocol, const Names& names, const Rule& rule) {
    page.blank();
    page.row({0, 2}, names.text(rule.id) + ": " + rule.title,
             fmt::format("{}, {}", form_name(rule.form), to_string(rule.strength)));
    page.paragraph(body, all_of(sentences(protocol, names, rule)));
    for (const std::string& assumption : rule.assumes) page.paragraph(item, "The protocol leaves open: " + assumption);
    const May* power = std::get_if<May>(&rule.form);
    if (power && !power->only) {
        page.paragraph(body, "Used, for example:");
        page.line(record, "- " + looks(protocol, names, rule).met.front());
    } else {
        add_looks(page, looks(protocol, names, rule));
    }
    for (const Rule& reading : rule.readings)
        page.paragraph(item, fmt::format("It can also be read so ({}): {}", names.text(reading.reading),
                                         all_of(sentences(protocol, names, reading))));
}

void add_assumptions(Page& page, const Protocol& protocol) {
    if (protocol.assumes.empty()) return;
    page.blank();
    for (const std::string& assumption : protocol.assumes)
        page.paragraph({0, 2}, "The whole protocol leaves open: " + assumption);
}

}  // namespace

std::string explain_clause(const Protocol& protocol, const Names& names, std::size_t clause, std::size_t width) {
    Page page(width);
    add_clause(page, protocol, names, protocol.clauses[clause]);
    for (const std::size_t rule : protocol.clauses[clause].rules) add_rule(page, protocol, names, protocol.rules[rule]);
    add_assumptions(page, protocol);
    return page.print();
}

std::string explain_rule(const Protocol& protocol, const Names& names, std::size_t rule, std::size_t width) {
    Page page(width);
    add_clause(page, protocol, names, protocol.clauses[protocol.rules[rule].clause]);
    add_rule(page, protocol, names, protocol.rules[rule]);
    add_assumptions(page, protocol);
    return page.print();
}

}  // namespace concordat
