#include "report/text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/exit_status.hpp"
#include "report/page.hpp"
#include "report/plain.hpp"
#include "report/summary.hpp"
#include "report/text_sections.hpp"
#include "report/title.hpp"
#include "source/utf8.hpp"

namespace concordat {
namespace {

constexpr std::size_t margin = 10;  // of what stands under a finding's first line
constexpr Page::Indent under{margin, margin + 2};

/// Findings that stand under one word.
struct Section {
    std::string_view label;
    Colour colour;
    std::vector<const Outcome*> findings{};
};

// ---- What is listed, and in which order ------------------------------------------------------------------------------

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

/// Each finding stands in one list at most.
std::vector<Section> lists(const Report& report, const Shown& shown) {
    Section outstanding{"outstanding", Colour::yellow}, advisories{"advisory", Colour::yellow};
    std::array<Section, verdict_names.size()> verdicts;
    for (std::size_t i = 0; i < verdicts.size(); ++i) verdicts[i] = {verdict_names[i], colour_of(static_cast<Verdict>(i))};
    const auto is_listed = [&](Verdict verdict) { return is_broken(verdict) || verdict == Verdict::waived || shown.of(verdict); };
    for (const Outcome& finding : report.findings) {
        if (finding.outstanding)
            outstanding.findings.push_back(&finding);
        else if (is_advisory(report.rule(finding), finding))
            advisories.findings.push_back(&finding);
        else if (is_listed(finding.verdict))
            verdicts[static_cast<std::size_t>(finding.verdict)].findings.push_back(&finding);
    }
    std::vector<Section> result;
    const auto add = [&](Section& list) {
        if (!list.findings.empty()) result.push_back(std::move(list));
    };
    const auto add_of = [&](Verdict verdict) { add(verdicts[static_cast<std::size_t>(verdict)]); };
    add_of(Verdict::breached);
    add_of(Verdict::late);
    add(outstanding);
    add(advisories);
    for (const Verdict verdict :
         {Verdict::waived, Verdict::undetermined, Verdict::pending, Verdict::met, Verdict::not_applicable})
        add_of(verdict);
    return result;
}

// ---- A finding --------------------------------------------------------------------------------------------------------

std::string_view witness_label(Verdict verdict, const Sighting& witness) {
    if (witness.late) return "done late: ";
    return verdict == Verdict::met || verdict == Verdict::waived ? "met by: " : "done: ";
}

struct Columns {
    std::size_t label = margin;
    std::size_t clause = 0;
};

Columns columns(const Report& report, const std::vector<Section>& listed) {
    Columns widths;
    std::vector<bool> seen(report.protocol->rules.size());
    for (const Section& list : listed) {
        widths.label = std::max(widths.label, list.label.size() + 2);
        for (const Outcome* finding : list.findings) {
            if (seen[finding->rule]) continue;
            seen[finding->rule] = true;
            widths.clause = std::max(widths.clause, count_code_points(printable(report.clause(*finding).number)) + 2);
        }
    }
    constexpr std::size_t widest = 26;  // a longer clause number pushes its own line only
    widths.clause = std::min(widths.clause, widest);
    return widths;
}

std::string padded(std::string_view text, std::size_t width) {
    std::string result = is_plain(text) ? std::string(text) : printable(text);
    const std::size_t length = count_characters(result);
    return result.append(width > length ? width - length : 0, ' ');
}

/// Of what is broken, how it stands against the baseline.
std::string_view standing(const Report& report, const Finding& finding) {
    const auto against_baseline = against(report, finding);
    if (!is_broken(finding.verdict) || !against_baseline) return "";
    switch (*against_baseline) {
        case Against::known: return " [known]";
        case Against::worse: return " [worse]";
        case Against::is_new: return " [new]";
    }
    return "";
}

/// Writes findings. What those of one rule share is put together once.
class FindingWriter {
public:
    FindingWriter(const TextOptions& options, const Report& report, const Columns& widths)
        : page_(options.width, options.colours), report_(report), widths_(widths) {}

    void write(const Section& list, const Finding& finding) {
        if (rule_ != finding.rule) share(finding);
        const Paint paint{list.colour, list.label.size()};
        const std::string_view since = standing(report_, finding);
        page_.row({0, widths_.label + widths_.clause}, line({padded(list.label, widths_.label), title_, since}), finding.id,
                  paint);
        add_reasons(finding);
        if (!also_.empty()) page_.paragraph(under, also_);
        page_.blank();
    }
    Page& page() { return page_; }

private:
    void share(const Outcome& outcome) {
        rule_ = outcome.rule;
        title_ = padded(report_.clause(outcome).number, widths_.clause) + title_with_strength(report_.rule(outcome));
        const std::vector<std::string> others = also(report_, outcome.rule);
        also_ = others.empty() ? "" : fmt::format("also under clause {}", fmt::join(others, ", "));
    }

    /// The records stand beside the sentences that speak of them; those that no sentence speaks of have a line each.
    void add_reasons(const Finding& finding) {
        const bool one_witness = finding.witnesses.size() == 1;
        page_.row(under, finding.owed, finding.about ? place_of(*finding.about) : "");
        if (!finding.because.empty()) page_.row(under, finding.because, one_witness ? place_of(finding.witnesses.front()) : "");
        if (!one_witness || finding.because.empty())
            for (const Sighting& witness : finding.witnesses)
                page_.row(under, line({witness_label(finding.verdict, witness), witness.id, ", ", witness.date}),
                          place_of(witness));
        for (const Sighting& miss : finding.nearest)
            if (!finding.about || miss.id != finding.about->id)
                page_.row(under, line({"nearest: ", miss.id, ", ", miss.date, ": ", miss.why}), place_of(miss));
        if (!finding.mend.empty())
            page_.line(under, line({finding.verdict == Verdict::pending ? "would meet it: " : "would mend it: ", finding.mend}));
        for (const std::string& flag : finding.flags) page_.paragraph(under, line({"note: ", flag}));
        for (const std::string& assumption : report_.rule(finding).assumes)
            page_.paragraph(under, line({"The protocol leaves open: ", assumption}));
    }

    /// What either gives lasts until it is asked the next time.
    std::string_view line(std::initializer_list<std::string_view> parts) {
        line_.clear();
        for (const std::string_view part : parts) line_ += part;
        return line_;
    }
    std::string_view place_of(const Sighting& sighting) {
        place_.clear();
        add_place(place_, sighting.file, sighting.line, *report_.sources);
        return place_;
    }

    Page page_;
    const Report& report_;
    Columns widths_;
    std::optional<std::uint32_t> rule_;
    std::string title_, also_;
    std::string line_, place_;
};

/// Why the check does not pass, or what it does not tell; but no count of what is listed.
std::string caveat_on(const Totals& totals, const Shown& shown) {
    if (nothing_decided(totals)) return why_not_checked(totals);
    const Verdict open = totals.of(Verdict::undetermined) > 0 ? Verdict::undetermined : Verdict::pending;
    const std::string caveat = what_is_open(totals);
    if (caveat.empty() || shown.of(open)) return {};
    return fmt::format("{} `--show {}` tells which.", caveat, to_string(open));
}

/// Long lists are cut into pages, of which several may be written at once.
void add_findings(Page& body, const Report& report, const std::vector<Section>& listed, const TextOptions& options) {
    std::vector<const Outcome*> findings;
    std::vector<std::size_t> ends;  // of each list, among all
    for (const Section& list : listed) {
        findings.insert(findings.end(), list.findings.begin(), list.findings.end());
        ends.push_back(findings.size());
    }
    if (findings.empty()) return;
    constexpr std::size_t on_a_page = 250;
    std::vector<FindingWriter> writers(findings.size() / on_a_page + 1, {options, report, columns(report, listed)});
    report.tell_many(findings, writers.size(), [&](std::size_t part, std::size_t place, const Finding& finding) {
        const auto list = std::upper_bound(ends.begin(), ends.end(), place) - ends.begin();
        writers[part].write(listed[static_cast<std::size_t>(list)], finding);
    });
    for (FindingWriter& writer : writers) body.append(std::move(writer.page()));
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

void text(const Report& report, const TextOptions& options, const Out& out) {
    Page body(options.width, options.colours);
    for (const std::string& note : notes(report)) body.paragraph({}, note);
    if (!body.empty()) body.blank();
    const std::vector<Section> listed = lists(report, options.shown);
    add_findings(body, report, listed, options);
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
    if (const std::string caveat = caveat_on(report.totals, options.shown); !caveat.empty()) {
        body.paragraph({}, caveat);
        body.blank();
    }
    if (body.empty()) {
        body.line({}, summary(report) + "; as of " + to_string(report.standpoint.as_of));
        return body.print(out);
    }
    body.line({}, summary(report));
    Page top(options.width, options.colours);
    top.parts(header(report));
    top.blank();
    top.append(std::move(body));
    top.print(out);
}

std::string text(const Report& report, const TextOptions& options) {
    std::string printed;
    text(report, options, [&](std::string_view piece) { printed += piece; });
    return printed;
}

}  // namespace concordat
