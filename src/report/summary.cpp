#include "report/summary.hpp"

#include <fmt/format.h>

namespace concordat {
namespace {

std::string names(const std::vector<Name>& list, const Report& report) {
    std::string result;
    for (const Name name : list) result += (result.empty() ? "" : ", ") + report.names->text(name);
    return result;
}

std::string covers(const Report& report) {
    if (report.covers_none || report.covers.empty()) return "covers nothing";
    std::string result;
    for (const CoveredSpan& span : report.covers) {
        result +=
            fmt::format("{}{} to {}", result.empty() ? "covers " : "; ", to_string(span.days.first), to_string(span.days.last));
        if (!span.bodies.empty()) result += " for " + names(span.bodies, report);
        if (!span.acts.empty()) result += " as to " + names(span.acts, report);
    }
    return result;
}

std::string undetermined(const Totals& totals) {
    std::vector<std::string> reasons;
    const auto add = [&](Reason reason, std::string_view words) {
        if (totals.of(reason) > 0) reasons.push_back(fmt::format("{} {}", totals.of(reason), words));
    };
    add(Reason::not_covered, "not covered by the log");
    add(Reason::not_stated, "not stated");
    add(Reason::needs_attestation, "for people to attest");
    return fmt::format("undetermined ({})", fmt::join(reasons, ", "));
}

/// "undetermined (2 not stated) or still pending (3)": where nothing is met, late or breached.
std::string undecided(const Totals& totals) {
    std::vector<std::string> parts;
    if (totals.of(Verdict::undetermined) > 0) parts.push_back(undetermined(totals));
    if (totals.of(Verdict::pending) > 0) parts.push_back(fmt::format("still pending ({})", totals.of(Verdict::pending)));
    if (totals.of(Verdict::waived) > 0) parts.push_back(fmt::format("waived ({})", totals.of(Verdict::waived)));
    return fmt::format("{}", fmt::join(parts, " or "));
}

}  // namespace

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::vector<std::string> header(const Report& report) {
    const std::string& source = report.as_of_source;
    std::vector<std::string> parts{report.log_title, "protocol " + report.names->text(report.protocol->id),
                                   "as of " + to_string(report.standpoint.as_of)};
    if (source != "--as-of" && source != "the log") parts.back() += " (" + source + ")";
    if (report.standpoint.known_at) parts.push_back("as known on " + to_string(*report.standpoint.known_at));
    parts.push_back(covers(report));
    return parts;
}

std::vector<std::string> notes(const Report& report) {
    std::vector<std::string> result;
    if (report.covers_taken)
        result.emplace_back(report.covers.empty()
                                ? "No `covers` is stated, and there is no record: the log covers nothing."
                                : "No `covers` is stated: the records are taken to be complete from the first to the last.");
    if (report.later_records > 0)
        result.push_back(fmt::format("Set aside: {} dated after {}.", counted(report.later_records, "record", "records"),
                                     to_string(report.standpoint.as_of)));
    if (report.unknown_records > 0)
        result.push_back(fmt::format("Set aside: {} written down after {}.", counted(report.unknown_records, "record", "records"),
                                     to_string(report.standpoint.known_at.value_or(report.standpoint.as_of))));
    return result;
}

std::string summary(const Report& report) {
    const Totals& totals = report.totals;
    std::string line =
        fmt::format("{} breached, {} late, {} met, {} pending, {} undetermined, {} waived, {} not applicable; {} never exercised",
                    totals.of(Verdict::breached), totals.of(Verdict::late), totals.of(Verdict::met), totals.of(Verdict::pending),
                    totals.of(Verdict::undetermined), totals.of(Verdict::waived), totals.of(Verdict::not_applicable),
                    counted(report.never_exercised.size(), "rule", "rules"));
    if (totals.outstanding > 0) line += fmt::format("; {} outstanding", totals.outstanding);
    if (totals.advisories > 0) line += "; " + counted(totals.advisories, "advisory", "advisories");
    return line;
}

std::string why_not_checked(const Totals& totals) {
    const std::string opening = "The check does not pass: ";
    if (totals.applicable == 0 && totals.of(Verdict::not_applicable) == 0)
        return opening + "the log gave rise to no obligation at all.";
    if (totals.applicable == 0) return opening + "no obligation applies. `--show not-applicable` tells why.";
    return opening + "every obligation that applies is " + undecided(totals) +
           ". `--show undetermined` tells what the log would have to say.";
}

std::string what_is_open(const Totals& totals) {
    const std::size_t open = totals.of(Verdict::undetermined);
    if (totals.violations == 0 && open > 0)
        return fmt::format("No violation was found, but of {} {} could not be determined.",
                           counted(totals.applicable, "obligation", "obligations"), open);
    if (totals.applicable > 0 && totals.applicable == totals.of(Verdict::pending))
        return fmt::format("Nothing is decided yet: every obligation that applies is {}.", undecided(totals));
    return {};
}

std::string counted_readings(const ReadingsCompared& readings) {
    return counted(readings.readings, "other reading", "other readings");
}

std::string why_no_contrast(const ReadingsCompared& readings) {
    if (readings.readings == 0) return "The protocol gives no other readings of its words.";
    return "No rule's worst verdict depends on how its words are read: " + counted_readings(readings) + " compared.";
}

std::string_view effect_in_words(const WaiverTold& waiver) {
    switch (waiver.effect) {
        case WaiverEffect::waives: return waiver.ends_soon ? "in use, and ends within 30 days" : "in use";
        case WaiverEffect::excuses: return "came too late to waive a breach, and excuses it";
        case WaiverEffect::unused: return "not used: there is nothing to waive";
        case WaiverEffect::too_late: return "not used: granted after the due day, and there is no breach to excuse";
        case WaiverEffect::expired: return "expired";
        case WaiverEffect::not_yet: return "granted only after the day of this audit";
        case WaiverEffect::unknown: return "for an obligation that does not arise";
    }
    return {};
}

void add_place(std::string& text, std::uint32_t file, std::uint32_t line, const Sources& sources) {
    const fmt::format_int number(line);
    text.append(sources.at(file).name).append(1, ':').append(number.data(), number.size());
}

std::string place(std::uint32_t file, std::uint32_t line, const Sources& sources) {
    std::string text;
    add_place(text, file, line, sources);
    return text;
}

std::string place(const Sighting& sighting, const Report& report) { return place(sighting.file, sighting.line, *report.sources); }

}  // namespace concordat
