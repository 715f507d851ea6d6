#include "report/text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/exit_status.hpp"
#include "report/page.hpp"
#include "report/summary.hpp"
#include "report/text_sections.hpp"
#include "source/utf8.hpp"

namespace concordat {
namespace {

constexpr std::size_t margin = 10;  // of what stands under a finding's first line
constexpr Page::Indent under{margin, margin + 2};

/// A finding and the word that it is listed under.
struct Entry {
    const Finding* finding;
    std::string_view label;
    Colour colour;
};

// ---- What is listed, and in which order ------------------------------------------------------------------------------

template <class Test>
void list(std::vector<Entry>& entries, const Report& report, std::string_view label, Colour colour, Test test) {
    for (const Finding& finding : report.findings)
        if (test(finding)) entries.push_back({&finding, label, colour});
}

Colour colour_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::breached: return Colour::red;
        case Verdict::late:
        case Verdict::undetermined: return Colour::yellow;
        case Verdict::met: return Colour::green;
        case Verdict::pending:
        case Verdict::waived:
        case Verdict::not_applicable: return Colour::dim;
    }
    return Colour::none;
}

std::vector<Entry> entries(const Report& report, const Shown& shown) {
    std::vector<Entry> result;
    for (const Verdict verdict : {Verdict::breached, Verdict::late})
        list(result, report, to_string(verdict), colour_of(verdict),
             [&](const Finding& f) { return f.verdict == verdict && is_violation(report.rule(f), f); });
    list(result, report, "outstanding", Colour::yellow, [](const Finding& f) { return f.outstanding; });
    list(result, report, "advisory", Colour::yellow, [&](const Finding& f) { return is_advisory(report.rule(f), f); });
    for (const Verdict verdict :
         {Verdict::waived, Verdict::undetermined, Verdict::pending, Verdict::met, Verdict::not_applicable})
        if (verdict == Verdict::waived || shown.of(verdict))
            list(result, report, to_string(verdict), colour_of(verdict),
                 [&](const Finding& f) { return f.verdict == verdict && !f.outstanding; });
    return result;
}

// ---- A finding --------------------------------------------------------------------------------------------------------

std::string_view witness_label(Verdict verdict, const Sighting& witness) {
    if (witness.late) return "done late: ";
    return verdict == Verdict::met || verdict == Verdict::waived ? "met by: " : "done: ";
}

/// The records stand beside the sentences that speak of them; those that no sentence speaks of have a line each.
void add_reasons(Page& page, const Report& report, const Finding& finding) {
    const bool one_witness = finding.witnesses.size() == 1;
    page.row(under, finding.owed, finding.about ? place(*finding.about, report) : "");
    if (!finding.because.empty()) page.row(under, finding.because, one_witness ? place(finding.witnesses.front(), report) : "");
    if (!one_witness || finding.because.empty())
        for (const Sighting& witness : finding.witnesses)
            page.row(under, fmt::format("{}{}, {}", witness_label(finding.verdict, witness), witness.id, witness.date),
                     place(witness, report));
    for (const Sighting& miss : finding.nearest)
        if (!finding.about || miss.id != finding.about->id)
            page.row(under, fmt::format("nearest: {}, {}: {}", miss.id, miss.date, miss.why), place(miss, report));
    if (!finding.mend.empty())
        page.line(under, (finding.verdict == Verdict::pending ? "would meet it: " : "would mend it: ") + finding.mend);
    for (const std::string& flag : finding.flags) page.paragraph(under, "note: " + flag);
    for (const std::string& assumption : report.rule(finding).assumes)
        page.paragraph(under, "The protocol leaves open: " + assumption);
}

struct Columns {
    std::size_t label = margin;
    std::size_t clause = 0;
};

Columns columns(const Report& report, const std::vector<Entry>& listed) {
    Columns widths;
    for (const Entry& entry : listed) {
        widths.label = std::max(widths.label, entry.label.size() + 2);
        widths.clause = std::max(widths.clause, count_code_points(printable(report.clause(*entry.finding).number)) + 2);
    }
    constexpr std::size_t widest = 26;  // a longer clause number pushes its own line only
    widths.clause = std::min(widths.clause, widest);
    return widths;
}

std::string padded(std::string_view text, std::size_t width) {
    std::string result = printable(text);
    const std::size_t length = count_code_points(result);
    return result + std::string(width > length ? width - length : 0, ' ');
}

/// Of what is broken, how it stands against the baseline.
std::optional<std::string_view> standing(const Report& report, const Finding& finding) {
    const bool broken = finding.verdict == Verdict::breached || finding.verdict == Verdict::late;
    if (!report.baseline || !broken) return std::nullopt;
    switch (report.baseline->standing[static_cast<std::size_t>(&finding - report.findings.data())]) {
        case Against::known: return "known";
        case Against::worse: return "worse";
        case Against::is_new: return "new";
    }
    return std::nullopt;
}

void add_finding(Page& page, const Report& report, const Entry& entry, const Columns& widths) {
    const Rule& rule = report.rule(*entry.finding);
    std::string title = rule.title;
    if (rule.strength != Strength::must) title += fmt::format(" ({})", to_string(rule.strength));
    if (const auto against = standing(report, *entry.finding)) title += fmt::format(" [{}]", *against);
    page.row({0, widths.label + widths.clause},
             padded(entry.label, widths.label) + padded(report.clause(*entry.finding).number, widths.clause) + title,
             entry.finding->id);
    page.paint(entry.colour, entry.label.size());
    add_reasons(page, report, *entry.finding);
    const std::vector<std::string> others = also(report, *entry.finding);
    if (!others.empty()) page.paragraph(under, fmt::format("also under clause {}", fmt::join(others, ", ")));
    page.blank();
}

}  // namespace

std::vector<std::string_view> show_words() {
    std::vector<std::string_view> words(verdict_names.begin(), verdict_names.end());
    words.insert(words.end(), {"outstanding", "advisories", "powers", "never-exercised", "all"});
    return words;
}

bool show(Shown& shown, std::string_view word) {
    const bool all = word == "all";
    bool known = all || word == "outstanding" || word == "advisories";
    for (std::size_t i = 0; i < verdict_names.size(); ++i)
        if (all || verdict_names[i] == word) known = shown.verdicts[i] = true;
    if (all || word == "powers") known = shown.powers = true;
    if (all || word == "never-exercised") known = shown.never_exercised = true;
    return known;
}

std::string text(const Report& report, const TextOptions& options) {
    Page body;
    for (const std::string& note : notes(report)) body.paragraph({}, note);
    if (!body.empty()) body.blank();
    const std::vector<Entry> listed = entries(report, options.shown);
    const Columns widths = columns(report, listed);
    for (const Entry& entry : listed) add_finding(body, report, entry, widths);
    if (!listed.empty() && !report.protocol->assumes.empty()) {
        for (const std::string& assumption : report.protocol->assumes)
            body.paragraph({0, 2}, "The whole protocol leaves open: " + assumption);
        body.blank();
    }
    if (options.shown.powers) add_powers(body, report);
    if (options.shown.never_exercised) add_never_exercised(body, report);
    add_waivers(body, report);
    add_baseline(body, report);
    add_readings(body, report);
    if (nothing_decided(report.totals)) {
        body.paragraph({}, why_not_checked(report.totals));
        body.blank();
    }
    if (body.empty()) {
        body.line({}, summary(report) + "; as of " + to_string(report.standpoint.as_of));
        return body.print(options.width, options.colours);
    }
    body.line({}, summary(report));
    Page top;
    top.parts(header(report));
    top.blank();
    return top.print(options.width, options.colours) + body.print(options.width, options.colours);
}

}  // namespace concordat
