#include "report/text_sections.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/summary.hpp"

namespace concordat {
namespace {

void add_rule(Page& page, const Report& report, std::size_t index) {
    const Rule& rule = report.protocol->rules[index];
    page.row({2, 6}, fmt::format("{}  {}", report.protocol->clauses[rule.clause].number, rule.title),
             report.names->text(rule.id));
}

void add_mended(Page& page, std::string_view heading, const std::vector<Mended>& list) {
    if (list.empty()) return;
    page.line({}, heading);
    for (const Mended& mended : list) {
        page.row({2, 6}, fmt::format("{}  {}", mended.clause, mended.title), mended.id);
        page.line({6, 6}, fmt::format("was {}, {}", to_string(mended.was),
                                      mended.is ? "is " + std::string(to_string(*mended.is)) : "and does not arise any more"));
    }
    page.blank();
}

std::string worst(const std::optional<Verdict>& verdict) {
    return verdict ? std::string(to_string(*verdict)) : "without an obligation";
}

void add_contrast(Page& page, const Report& report, const Contrast& contrast) {
    constexpr std::size_t shown_keys = 10;
    const std::string rule{report.names->text(report.protocol->rules[contrast.rule].id)};
    const std::string_view reading = report.names->text(contrast.reading);
    const std::string member = contrast.member == Name::none
                                   ? ""
                                   : ", for " + std::string(report.protocol->directory.display(contrast.member, *report.names));
    page.paragraph({6, 8}, fmt::format("as it stands{}: {}; read as {}: {}", member, worst(contrast.verdict), reading,
                                       worst(contrast.otherwise)));
    const bool stands_worse = contrast.verdict && (!contrast.otherwise || *contrast.verdict < *contrast.otherwise);
    const std::string id = stands_worse ? rule : rule + "~" + reading;
    for (std::size_t i = 0; i < std::min(shown_keys, contrast.keys.size()); ++i) page.line({8, 8}, id + "@" + contrast.keys[i]);
    if (contrast.keys.size() > shown_keys) page.line({8, 8}, fmt::format("and {} more", contrast.keys.size() - shown_keys));
}

}  // namespace

void add_powers(Page& page, const Report& report) {
    if (report.powers.empty()) return;
    page.line({}, "Powers and their uses");
    for (const PowerUsed& power : report.powers) {
        add_rule(page, report, power.rule);
        if (power.uses.empty()) page.line({6, 6}, "not used");
        for (const RecordIndex record : power.uses) {
            const Sighting use = report.sighting(record);
            page.row({6, 6}, fmt::format("{}, {}", use.id, use.date), place(use, report));
        }
    }
    page.blank();
}

void add_never_exercised(Page& page, const Report& report) {
    if (report.never_exercised.empty()) return;
    page.line({}, "Never exercised: the log gave no occasion for these");
    for (const std::size_t rule : report.never_exercised) add_rule(page, report, rule);
    page.blank();
}

/// What no longer counts against the log, and what is mended.
void add_baseline(Page& page, const Report& report) {
    if (!report.baseline) return;
    const Baseline& baseline = *report.baseline;
    add_mended(page, "Mended since the baseline", baseline.mended);
    add_mended(page, "Broken in the baseline, and no longer to be told", baseline.lost);
    const std::size_t known = report.totals.violations - baseline.fresh.violations;
    std::string fresh = counted(baseline.fresh.violations, "violation", "violations");
    if (baseline.fresh.advisories > 0) fresh += ", " + counted(baseline.fresh.advisories, "advisory", "advisories");
    if (const std::size_t count = baseline.fresh.of(Verdict::undetermined); count > 0)
        fresh += fmt::format(", {} undetermined", count);
    page.paragraph({}, fmt::format("Against the baseline {}: {} new or worse, {} known from it, {} mended.", baseline.path, fresh,
                                   counted(known, "violation", "violations"), baseline.mended.size()));
    page.blank();
}

/// All but those that a finding tells of.
void add_waivers(Page& page, const Report& report) {
    const auto told_above = [](const WaiverTold& waiver) {
        return waiver.effect == WaiverEffect::excuses || (waiver.effect == WaiverEffect::waives && !waiver.ends_soon);
    };
    if (std::all_of(report.waivers.begin(), report.waivers.end(), told_above)) return;
    page.line({}, "Waivers to look at");
    for (const WaiverTold& waiver : report.waivers) {
        if (told_above(waiver)) continue;
        page.row({2, 6}, fmt::format("{}: {}", waiver.obligation, effect_in_words(waiver)),
                 place(waiver.file, waiver.line, *report.sources));
        page.paragraph({6, 8}, fmt::format("{} to {}, by {}: {}", to_string(waiver.granted), to_string(waiver.expires),
                                           waiver.approved_by, waiver.reason));
    }
    page.blank();
}

void add_readings(Page& page, const Report& report) {
    if (!report.readings) return;
    const ReadingsCompared& readings = *report.readings;
    if (readings.contrasts.empty()) {
        page.paragraph({}, why_no_contrast(readings));
        return page.blank();
    }
    page.paragraph({0, 2}, "What depends on how the words are read (" + counted_readings(readings) +
                               "; of each rule the worst verdict counts; `concordat explain RULE` tells its readings)");
    std::optional<std::size_t> rule;
    for (const Contrast& contrast : readings.contrasts) {
        if (rule != contrast.rule) add_rule(page, report, contrast.rule);
        rule = contrast.rule;
        add_contrast(page, report, contrast);
    }
    page.blank();
}

}  // namespace concordat
