// What went wrong, a line each, and what has changed against a baseline: the part that is read if nothing else is.

#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/summary.hpp"

namespace concordat {
namespace {

std::string when(const Finding& finding) {
    if (finding.due) return "due " + to_string(*finding.due);
    if (finding.about) return finding.about->date;
    return finding.opens ? "from " + to_string(*finding.opens) : "";
}

void add_line(Element list, const Report& report, std::size_t index) {
    const Finding finding = report.tell(report.findings[index]);
    Element line = add(list, "li");
    add_verdict(line, finding.verdict);
    add(line, "b", "clause", report.clause(finding).number);
    Element duty = add(line, "div");
    add_link(duty, anchor(index), report.rule(finding).title);
    tell(add(duty, "p", "small"), fmt::format("{}{}{}", when(finding), finding.because.empty() ? "" : ": ", finding.because));
}

void add_mended(Element section, std::string_view heading, const std::vector<Mended>& list) {
    if (list.empty()) return;
    add(section, "h3", "", heading);
    Element body = add(add_table(section, heading, {"Was", "Is", "Clause", "Duty"}), "tbody");
    for (const Mended& mended : list) {
        Element row = add(body, "tr");
        add_verdict(add(row, "td"), mended.was);
        Element now = add(row, "td");
        if (mended.is)
            add_verdict(now, *mended.is);
        else
            say(now, "does not arise any more");
        add(row, "td", "clause", mended.clause);
        Element duty = add(row, "td", "", mended.title);
        add(duty, "p", "id", mended.id);
    }
}

void add_baseline(Element page, const Report& report) {
    if (!report.baseline) return;
    const Baseline& baseline = *report.baseline;
    Element section = add_section(page, "baseline", "Against the baseline");
    const auto findings = [](const std::vector<Mended>& list) { return counted(list.size(), "finding is", "findings are"); };
    std::string text = fmt::format("Compared with {}: {}, {} mended", baseline.path,
                                   counted(baseline.fresh.violations, "violation is new or worse", "violations are new or worse"),
                                   findings(baseline.mended));
    if (!baseline.lost.empty()) text += fmt::format(", {} no longer to be told", findings(baseline.lost));
    add(section, "p", "", text + ".");
    add_mended(section, "Mended since the baseline", baseline.mended);
    add_mended(section, "Broken in the baseline, and no longer to be told", baseline.lost);
}

}  // namespace

void add_violations(Element page, const Report& report, const Listing& listing) {
    add_baseline(page, report);
    if (report.totals.violations == 0) return;
    Element section = add_section(page, "violations", "What went wrong");
    Element body = add(section, "ol", "brief");
    for (const Listed& list : listing.lists) {
        const std::string_view id = list.id;
        if (id != "breached" && id != "late") continue;
        for (const std::size_t index : list.findings) add_line(body, report, index);
        if (list.left_out > 0) add(section, "p", "note", fmt::format("And {} more {}.", list.left_out, id));
    }
}

}  // namespace concordat
