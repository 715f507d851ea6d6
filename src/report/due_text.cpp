#include <fmt/format.h>

#include "report/due.hpp"
#include "report/page.hpp"
#include "report/summary.hpp"
#include "report/title.hpp"

namespace concordat {
namespace {

constexpr Page::Indent under{12, 14};

std::string left(int days) {
    if (days == 0) return "due on the day of this audit";
    return counted(static_cast<std::size_t>(days), "day", "days") + " left";
}

std::string when(const DueItem& item, const Finding& finding) {
    if (finding.due) return left(item.days_left);
    if (!finding.age_days) return "open";
    const auto days = static_cast<std::size_t>(std::max(*finding.age_days, 0));
    return "open for " + counted(days, "day", "days") + (finding.outstanding ? ", outstanding" : "");
}

void add_item(Page& page, const Report& report, const DueItem& item) {
    const Finding finding = report.tell(*item.outcome);
    page.row({0, under.first},
             fmt::format("{:<12}{}  {}", finding.due ? to_string(*finding.due) : "", report.clause(finding).number,
                         title_with_strength(report.rule(finding))),
             finding.id);
    page.paragraph(under, finding.owed + "; " + when(item, finding));
    for (const Sighting& sign : item.signs)
        page.row(under, fmt::format("under way: {}, {}: {}", sign.id, sign.date, sign.why), place(sign, report));
    if (!finding.mend.empty()) page.line(under, "would meet it: " + finding.mend);
}

void add_list(Page& page, const Report& report, const std::string& heading, const std::vector<DueItem>& items) {
    if (items.empty()) return;
    page.line({}, heading);
    page.blank();
    for (const DueItem& item : items) add_item(page, report, item);
    page.blank();
}

}  // namespace

std::string due_text(const Due& due, std::size_t width) {
    Page page(width);
    page.parts(header(*due.report));
    page.blank();
    const std::vector<std::string> all_notes = notes(*due.report);
    for (const std::string& note : all_notes) page.paragraph({}, note);
    if (!all_notes.empty()) page.blank();
    add_list(page, *due.report,
             fmt::format("At risk: due by {} ({}), with no sign of preparation", to_string(due.until), to_string(due.horizon)),
             due.at_risk);
    add_list(page, *due.report, "Falls due", due.coming);
    add_list(page, *due.report, "No due day", due.open);
    if (due.at_risk.empty() && due.coming.empty() && due.open.empty())
        page.line({}, "Nothing falls due.");
    else
        page.paragraph({0, 2}, fmt::format("{} at risk, {} more with a due day, {} without", due.at_risk.size(),
                                           due.coming.size(), due.open.size()));
    return page.print();
}

}  // namespace concordat
