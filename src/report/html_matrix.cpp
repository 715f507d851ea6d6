// Clauses by periods. A cell holds the signs of the verdicts that fell into it, worst first, each with its number where there is
// more than one finding, and leads to the first of the worst. The words are there for those who hear the page.

#include <fmt/format.h>

#include "report/english.hpp"
#include "report/html_parts.hpp"

namespace concordat {
namespace {

std::string in_words(const Cell& cell) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < cell.verdicts.size(); ++i)
        if (cell.verdicts[i] > 0) parts.push_back(fmt::format("{} {}", cell.verdicts[i], in_words(static_cast<Verdict>(i))));
    return joined(parts, "and");
}

void add_cell(Element row, const Cell& cell, const Listing& listing) {
    Element box = add(row, "td", cell.total == 0 ? "" : to_string(cell.worst).data());
    if (cell.total == 0) return;
    Element content = listing.shown[cell.first] ? add_link(box, anchor(cell.first)) : add(box, "span");
    Element seen = add(content, "span", "signs");
    set(seen, "aria-hidden", "true");
    for (std::size_t i = 0; i < cell.verdicts.size(); ++i) {
        if (cell.verdicts[i] == 0) continue;
        Element pair = add(seen, "span");
        add_symbol(pair, static_cast<Verdict>(i));
        if (cell.total > 1) say(pair, std::to_string(cell.verdicts[i]));
    }
    add_unseen(content, in_words(cell));
}

std::string idle(const MatrixRow& row) {
    if (row.uses > 0) return "a power, used " + (row.uses == 1 ? "once" : fmt::format("{} times", row.uses));
    return row.power ? "a power, not used" : "never exercised";
}

void add_row(Element body, const Report& report, const Listing& listing, const MatrixRow& row) {
    const Clause& clause = report.protocol->clauses[row.clause];
    Element line = add(body, "tr");
    Element head = add(line, "th");
    set(head, "scope", "row");
    add(head, "b", "", clause.number);
    add(head, "span", "says", " " + clause.says);
    if (!row.exercised) {
        Element none = add(line, "td", "idle", idle(row));
        set(none, "colspan", row.cells.size());
        return;
    }
    for (const Cell& cell : row.cells) add_cell(line, cell, listing);
}

}  // namespace

void add_matrix(Element page, const Report& report, const Listing& listing) {
    const Matrix& matrix = listing.matrix;
    if (matrix.rows.empty() || matrix.columns.empty()) return;
    Element section = add_section(page, "clauses", "Clause by clause");
    add(section, "p", "",
        "Each finding stands in the period in which the duty fell due. A clause that is checked by a rule of another clause "
        "shows "
        "that rule's findings as well.");
    Element legend = add(section, "p", "legend");
    set(legend, "aria-hidden", "true");
    for (std::size_t i = 0; i < verdict_names.size(); ++i)
        if (report.totals.verdicts[i] > 0) add_verdict(legend, static_cast<Verdict>(i));
    std::vector<std::string_view> columns{"Clause"};
    for (const Column& column : matrix.columns) columns.emplace_back(column.label);
    Element body = add(add_table(section, "Clauses by period", columns, "matrix"), "tbody");
    for (const MatrixRow& row : matrix.rows) add_row(body, report, listing, row);
}

}  // namespace concordat
