// A finding in full: the duty, the paper's clause, what the log shows, what came nearest, the record that would mend it, and what
// all that rests on.

#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/summary.hpp"
#include "report/title.hpp"

namespace concordat {
namespace {

/// A list of terms; a term with several texts has them as a list.
class Terms {
public:
    explicit Terms(Element parent) : list_(add(parent, "dl", "terms")) {}

    Element add_to(std::string_view term) {
        Element pair = add(list_, "div");
        add(pair, "dt", "", term);
        return add(pair, "dd");
    }
    void tell(std::string_view term, std::string_view text) {
        if (!text.empty()) concordat::tell(add_to(term), text);
    }
    void tell(std::string_view term, const std::vector<std::string>& texts) {
        if (texts.empty()) return;
        Element bullets = add(add_to(term), "ul");
        for (const std::string& text : texts) concordat::tell(add(bullets, "li"), text);
    }

private:
    Element list_;
};

void add_sightings(Terms& terms, std::string_view term, const Report& report, const std::vector<Sighting>& sightings) {
    if (sightings.empty()) return;
    Element bullets = add(terms.add_to(term), "ul");
    for (const Sighting& sighting : sightings) {
        std::string text = fmt::format("{}, {}", sighting.id, sighting.date);
        if (!sighting.why.empty()) text += ": " + sighting.why;
        Element bullet = add(bullets, "li");
        tell(bullet, text + " ");
        add(bullet, "span", "place", place(sighting, report));
    }
}

std::string_view in_words(Against against) {
    switch (against) {
        case Against::known: return "as in the baseline";
        case Against::worse: return "worse than in the baseline";
        case Against::is_new: return "not in the baseline";
    }
    return {};
}

void add_reasons(Terms& terms, const Report& report, const Finding& finding) {
    terms.tell("Who owed what", finding.owed);
    terms.tell("The clause, in short", report.clause(finding).says);
    terms.tell("Also under", fmt::format("{}", fmt::join(also(report, finding.rule), ", ")));
    terms.tell("Why", finding.because);
    if (finding.about) add_sightings(terms, "It is about", report, {*finding.about});
    add_sightings(terms, "Done", report, finding.witnesses);
    std::vector<Sighting> nearest;
    for (const Sighting& miss : finding.nearest)
        if (!finding.about || miss.id != finding.about->id || finding.because.empty()) nearest.push_back(miss);
    add_sightings(terms, "Nearest records", report, nearest);
    if (!finding.mend.empty()) {
        const bool pending = finding.verdict == Verdict::pending;
        Element mend = terms.add_to(pending ? "Would meet it" : "Would mend it");
        add(mend, "code", "", finding.mend);
        if (!pending) add(mend, "span", "aside", " if it did happen and was only not logged");
    }
    terms.tell("Notes", finding.flags);
    terms.tell("The paper leaves open", report.rule(finding).assumes);
    if (const auto standing = against(report, finding)) terms.tell("Baseline", in_words(*standing));
}

void add_block(Element section, const Report& report, std::size_t index) {
    const Finding finding = report.tell(report.findings[index]);
    Element block = add(section, "article", to_string(finding.verdict).data());
    set(block, "id", anchor(index));
    Element heading = add(block, "h4");
    add_verdict(heading, finding.verdict, finding.outstanding ? "outstanding" : "");
    add(heading, "span", "clause", fmt::format(" {} ", report.clause(finding).number));
    say(heading, title_with_strength(report.rule(finding)));
    add(block, "p", "id", finding.id);
    Terms terms(block);
    add_reasons(terms, report, finding);
}

}  // namespace

void add_blocks(Element section, const Report& report, const Listed& list) {
    for (const std::size_t index : list.findings) add_block(section, report, index);
}

void add_findings(Element page, const Report& report, const Listing& listing) {
    if (listing.lists.empty()) return;
    Element section = add_section(page, "findings", "Every finding");
    for (const Listed& list : listing.lists) {
        set(add(section, "h3", "", fmt::format("{}: {}", list.heading, list.findings.size() + list.left_out)), "id", list.id);
        if (list.in_full)
            add_blocks(section, report, list);
        else
            add_rows(section, report, list);
        if (list.left_out == 0) continue;
        add(section, "p", "note",
            fmt::format("{} not listed here: the page would be too long. `--format json` has them all.",
                        counted(list.left_out, "more is", "more are")));
    }
}

}  // namespace concordat
