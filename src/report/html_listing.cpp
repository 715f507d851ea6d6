// Which findings stand on the page, where, and which are too many.

#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/title.hpp"

namespace concordat {
namespace {

constexpr std::size_t most_blocks = 250;
constexpr std::size_t most_rows = 1000;

template <class Test>
void list(Listing& listing, const Report& report, Listed heading, Test test) {
    const std::size_t most = heading.in_full ? most_blocks : most_rows;
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        if (!test(report.findings[i])) continue;
        if (heading.findings.size() == most) {
            ++heading.left_out;
            continue;
        }
        heading.findings.push_back(i);
        listing.shown[i] = true;
    }
    if (!heading.findings.empty()) listing.lists.push_back(std::move(heading));
}

}  // namespace

Listing make_listing(const Report& report) {
    Listing listing;
    listing.shown.resize(report.findings.size());
    listing.matrix = make_matrix(report);
    for (const Verdict verdict : {Verdict::breached, Verdict::late}) {
        const bool late = verdict == Verdict::late;
        list(listing, report, {late ? "late" : "breached", late ? "Done late" : "Breached", true, {}},
             [&](const Outcome& f) { return f.verdict == verdict && is_violation(report.rule(f), f); });
    }
    list(listing, report, {"outstanding", "Outstanding", true, {}}, [](const Outcome& f) { return f.outstanding; });
    list(listing, report, {"advisories", "Advisories", true, {}},
         [&](const Outcome& f) { return is_advisory(report.rule(f), f); });
    const auto rest = [&](Verdict verdict, Listed heading) {
        list(listing, report, std::move(heading), [&](const Outcome& f) { return f.verdict == verdict && !f.outstanding; });
    };
    rest(Verdict::waived, {"waived", "Waived", true, {}});
    rest(Verdict::undetermined, {"undetermined", "What could not be determined", false, {}});
    rest(Verdict::pending, {"pending", "Pending", false, {}});
    rest(Verdict::met, {"met", "Met", false, {}});
    rest(Verdict::not_applicable, {"not-applicable", "Not applicable", false, {}});
    return listing;
}

std::string anchor(std::size_t finding) { return fmt::format("finding-{}", finding + 1); }

std::string anchor_of_assumptions(std::size_t rule) { return fmt::format("assumed-{}", rule + 1); }

std::string title_of(const Report& report, std::size_t index) {
    const Rule& rule = report.protocol->rules[index];
    return fmt::format("{}: {}", report.protocol->clauses[rule.clause].number, title_with_strength(rule));
}

Element add_table(Element section, std::string_view label, const std::vector<std::string_view>& columns, const char* css_class) {
    Element table = add(add_scroller(section, label), "table", css_class);
    Element heads = add(add(table, "thead"), "tr");
    for (const std::string_view column : columns) set(add(heads, "th", "", column), "scope", "col");
    return table;
}

Element add_section(Element page, const std::string& id, std::string_view heading) {
    Element section = add(page, "section");
    set(add(section, "h2", "", heading), "id", id);
    return section;
}

}  // namespace concordat
