#include "report/markdown_report.hpp"

#include <fmt/format.h>

#include "report/exit_status.hpp"
#include "report/markdown.hpp"
#include "report/one_line.hpp"
#include "report/summary.hpp"
#include "report/title.hpp"

namespace concordat {
namespace {

constexpr std::size_t most_listed = 200;  // pages and comments have limits

std::string_view symbol(Verdict verdict) {
    switch (verdict) {
        case Verdict::breached: return "❌";
        case Verdict::late: return "⏰";
        case Verdict::undetermined: return "❔";
        case Verdict::pending: return "⏳";
        case Verdict::waived: return "🛈";
        case Verdict::met: return "✅";
        case Verdict::not_applicable: return "➖";
    }
    return "";
}

void add_totals(std::string& page, const Report& report) {
    page += "|";
    for (std::size_t i = 0; i < verdict_names.size(); ++i)
        page += fmt::format(" {} {} |", symbol(static_cast<Verdict>(i)), in_words(static_cast<Verdict>(i)));
    page += "\n|" + std::string();
    for (std::size_t i = 0; i < verdict_names.size(); ++i) page += "--:|";
    page += "\n|";
    for (const std::size_t count : report.totals.verdicts) page += fmt::format(" {} |", count);
    page += "\n\n";
}

void add_finding(std::string& page, const Report& report, const Finding& finding) {
    const Rule& rule = report.rule(finding);
    page += fmt::format("### {} {}: clause {}: {}\n\n", symbol(finding.verdict), to_string(finding.verdict),
                        markdown(report.clause(finding).number), markdown(title_with_strength(rule)));
    page += fmt::format("{}{}\n\n", markdown_code(finding.id), is_known(report, finding) ? " (known from the baseline)" : "");
    page += fmt::format("- {}\n", markdown(finding.owed));
    if (!finding.because.empty()) page += fmt::format("- {}\n", markdown(finding.because));
    for (const Sighting& witness : finding.witnesses)
        page += fmt::format("- done: {}, {} ({})\n", markdown(witness.id), markdown(witness.date),
                            markdown_code(place(witness, report)));
    for (const Sighting& miss : finding.nearest)
        page += fmt::format("- nearest: {}, {}: {} ({})\n", markdown(miss.id), markdown(miss.date), markdown(miss.why),
                            markdown_code(place(miss, report)));
    if (!finding.mend.empty()) page += fmt::format("- would mend it: {}\n", markdown_code(finding.mend));
    for (const std::string& flag : finding.flags) page += fmt::format("- note: {}\n", markdown(flag));
    for (const std::string& assumption : rule.assumes)
        page += fmt::format("- the protocol leaves open: {}\n", markdown(assumption));
    page += '\n';
}

template <class Test>
void add_section(std::string& page, const Report& report, std::string_view heading, Test test) {
    std::size_t count = 0;
    for (const Outcome& finding : report.findings) {
        if (!test(finding)) continue;
        if (++count == 1) page += fmt::format("## {}\n\n", heading);
        if (count <= most_listed) add_finding(page, report, report.tell(finding));
    }
    if (count > most_listed) page += fmt::format("And {} more.\n\n", count - most_listed);
}

}  // namespace

std::string markdown_report(const Report& report) {
    const std::vector<std::string> head = header(report);
    std::string page = fmt::format("# {}\n\n", markdown(head.front()));
    for (std::size_t i = 1; i < head.size(); ++i) page += fmt::format("{}{}", i == 1 ? "" : " · ", markdown(head[i]));
    page += "\n\n";
    for (const std::string& note : notes(report)) page += markdown(note) + "\n\n";
    add_totals(page, report);
    for (const auto& [verdict, heading] : {std::pair{Verdict::breached, "Breached"}, {Verdict::late, "Late"}})
        add_section(page, report, heading,
                    [&, wanted = verdict](const Outcome& f) { return f.verdict == wanted && is_violation(report.rule(f), f); });
    add_section(page, report, "Outstanding", [](const Outcome& f) { return f.outstanding; });
    add_section(page, report, "Advisories", [&](const Outcome& f) { return is_advisory(report.rule(f), f); });
    add_section(page, report, "Waived", [](const Outcome& f) { return f.verdict == Verdict::waived; });
    const std::string caveat = nothing_decided(report.totals) ? why_not_checked(report.totals) : what_is_open(report.totals);
    if (!caveat.empty()) page += markdown(caveat) + "\n\n";
    page += markdown(summary(report)) + "\n";
    return page;
}

}  // namespace concordat
