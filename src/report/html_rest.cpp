// What stands behind the findings: other readings, waivers, powers and rules without an occasion, and what was read.

#include <fmt/format.h>

#include "report/html_parts.hpp"
#include "report/summary.hpp"

namespace concordat {
namespace {

constexpr std::size_t most_keys = 10;
constexpr std::size_t most_uses = 100;

void add_outcome(Element cell, const std::optional<Verdict>& verdict) {
    if (verdict)
        add_verdict(cell, *verdict);
    else
        say(cell, "without an obligation");
}

void add_contrast(Element body, const Report& report, const Contrast& contrast) {
    Element row = add(body, "tr");
    Element duty = add(row, "td", "", title_of(report, contrast.rule));
    if (contrast.member != Name::none) say(duty, ", for " + report.names->text(contrast.member));
    add_outcome(add(row, "td"), contrast.verdict);
    add(row, "td", "", report.names->text(contrast.reading));
    add_outcome(add(row, "td"), contrast.otherwise);
    std::string keys;
    for (std::size_t i = 0; i < std::min(most_keys, contrast.keys.size()); ++i) keys += (i > 0 ? ", " : "") + contrast.keys[i];
    if (contrast.keys.size() > most_keys) keys += fmt::format(" and {} more", contrast.keys.size() - most_keys);
    add(row, "td", "", keys);
}

void add_uses(Element cell, const Report& report, const PowerUsed& power) {
    if (power.uses.empty()) return say(cell, "not used");
    Element list = add(cell, "ul");
    for (std::size_t i = 0; i < std::min(most_uses, power.uses.size()); ++i) {
        const Sighting use = report.sighting(power.uses[i]);
        Element item = add(list, "li");
        tell(item, fmt::format("{}, {} ", use.id, use.date));
        add(item, "span", "place", place(use, report));
    }
    if (power.uses.size() > most_uses) add(list, "li", "", fmt::format("and {} more", power.uses.size() - most_uses));
}

void add_never_exercised(Element page, const Report& report) {
    if (report.never_exercised.empty()) return;
    Element section = add_section(page, "never-exercised", "Never exercised");
    add(section, "p", "", "The log gave no occasion for these. That is not compliance: there was no occasion to comply.");
    Element list = add(section, "ul");
    for (const std::size_t rule : report.never_exercised) add(list, "li", "", title_of(report, rule));
}

}  // namespace

void add_readings(Element page, const Report& report) {
    if (!report.readings) return;
    const ReadingsCompared& readings = *report.readings;
    Element section = add_section(page, "readings", "What depends on how the words are read");
    add(section, "p", "",
        readings.contrasts.empty() ? why_no_contrast(readings)
                                   : counted_readings(readings) + " compared by the worst verdict of each.");
    if (readings.contrasts.empty()) return;
    Element body = add(add_table(section, "Readings", {"Duty", "As it stands", "Read as", "Would be", "Cases"}), "tbody");
    for (const Contrast& contrast : readings.contrasts) add_contrast(body, report, contrast);
}

void add_waivers(Element page, const Report& report) {
    if (report.waivers.empty()) return;
    Element section = add_section(page, "waivers", "Waivers");
    Element body =
        add(add_table(section, "Waivers", {"Obligation", "What became of it", "From and to", "Approved by", "Reason"}), "tbody");
    for (const WaiverTold& waiver : report.waivers) {
        Element row = add(body, "tr");
        Element name = add(row, "th", "id", waiver.obligation + " ");
        set(name, "scope", "row");
        add(name, "span", "place", place(waiver.file, waiver.line, *report.sources));
        add(row, "td", "", effect_in_words(waiver));
        tell(add(row, "td"), fmt::format("{} to {}", to_string(waiver.granted), to_string(waiver.expires)));
        add(row, "td", "", waiver.approved_by);
        add(row, "td", "", waiver.reason);
    }
}

void add_powers(Element page, const Report& report) {
    add_never_exercised(page, report);
    if (report.powers.empty()) return;
    Element section = add_section(page, "powers", "Powers and their uses");
    Element body = add(add_table(section, "Powers and their uses", {"Power", "Used"}), "tbody");
    for (const PowerUsed& power : report.powers) {
        Element row = add(body, "tr");
        set(add(row, "th", "", title_of(report, power.rule)), "scope", "row");
        add_uses(add(row, "td"), report, power);
    }
}

void add_inputs(Element page, const Report& report) {
    Element section = add_section(page, "inputs", "What was read");
    Element body = add(add_table(section, "What was read", {"File", "SHA-256"}), "tbody");
    for (const Input& input : report.inputs) {
        Element row = add(body, "tr");
        set(add(row, "th", "", input.path), "scope", "row");
        add(add(row, "td"), "code", "", input.sha256);
    }
    add(section, "p", "small",
        fmt::format("Written by concordat {}. The same files give this page again, byte for byte.", report.version));
}

}  // namespace concordat
