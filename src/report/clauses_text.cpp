#include <fmt/format.h>

#include "report/clauses.hpp"
#include "report/page.hpp"

namespace concordat {
namespace {

constexpr Page::Indent body{2, 4};
constexpr Page::Indent detail{6, 8};

void add_clause(Page& page, const Protocol& protocol, const Names& names, const Clause& clause) {
    page.blank();
    page.paragraph({0, 2}, fmt::format("{}  {}", clause.number, clause.says));
    for (const std::size_t index : clause.rules) {
        const Rule& rule = protocol.rules[index];
        page.row(body, fmt::format("{}: {}", names.text(rule.id), rule.title),
                 fmt::format("{}, {}", form_name(rule.form), to_string(rule.strength)));
        for (const std::string& assumption : rule.assumes) page.paragraph(detail, "assumes: " + assumption);
    }
    for (const std::size_t index : clause.checked_by) {
        const Rule& rule = protocol.rules[index];
        page.paragraph(body,
                       fmt::format("checked by {}, under clause {}", names.text(rule.id), protocol.clauses[rule.clause].number));
    }
    if (clause.unchecked)
        page.paragraph(body, fmt::format("unchecked ({}): {}", clause.unchecked->kind, clause.unchecked->because));
    for (const std::string& defect : clause.defects) page.paragraph(body, "defect: " + defect);
}

}  // namespace

std::string clauses_text(const Protocol& protocol, const Names& names, std::size_t width) {
    Page page(width);
    page.paragraph({0, 2}, fmt::format("{}: {}", names.text(protocol.id), protocol.title));
    for (const std::string& assumption : protocol.assumes) page.paragraph(body, "assumes: " + assumption);
    for (const std::string& defect : protocol.defects) page.paragraph(body, "defect: " + defect);
    for (const Clause& clause : protocol.clauses) add_clause(page, protocol, names, clause);
    page.blank();
    page.paragraph({0, 2}, totals_in_words(count_clauses(protocol)));
    return page.print();
}

}  // namespace concordat
