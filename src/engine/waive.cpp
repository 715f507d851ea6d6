#include "engine/waive.hpp"

#include "engine/job.hpp"

namespace concordat {
namespace {

constexpr int soon = 30;  // days

WaiverEffect apply(Audit& audit, std::uint32_t obligation, std::uint32_t waiver) {
    Obligation& at = audit.obligations[obligation];
    if (at.verdict == Verdict::met || at.verdict == Verdict::not_applicable) return WaiverEffect::unused;
    const auto by = day_to_waive_by(audit, at);
    const bool in_time = !by || audit.waivers[waiver].granted <= *by;
    if (!in_time && at.verdict != Verdict::breached && at.verdict != Verdict::late) return WaiverEffect::too_late;
    audit.waived.emplace(obligation, waiver);
    if (!in_time) return WaiverEffect::excuses;
    at.verdict = Verdict::waived;
    at.reason = Reason::none;
    return WaiverEffect::waives;
}

}  // namespace

std::optional<Day> day_to_waive_by(const Audit& audit, const Obligation& obligation) {
    if (obligation.due) return obligation.due;
    if (obligation.key == KeyKind::day) return obligation.opens;
    const Form& form = audit.job->protocol.rules[obligation.rule].form;
    const bool record_decides =
        std::holds_alternative<Each>(form) || std::holds_alternative<Never>(form) || std::holds_alternative<May>(form);
    if (record_decides && obligation.key == KeyKind::record) return audit.job->log.at(obligation.record).date().last;
    return std::nullopt;
}

std::vector<WaiverUse> waive(Audit& audit, std::vector<Waiver> waivers) {
    audit.waivers = std::move(waivers);
    std::vector<std::string_view> ids;
    for (const Waiver& waiver : audit.waivers) ids.push_back(waiver.obligation);
    const auto found = find_obligations(audit, std::move(ids));

    std::vector<WaiverUse> uses(audit.waivers.size());
    const Day as_of = audit.standpoint.as_of;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const Waiver& waiver = audit.waivers[i];
        uses[i].waiver = i;
        uses[i].effect = waiver.granted > as_of   ? WaiverEffect::not_yet
                         : waiver.expires < as_of ? WaiverEffect::expired
                                                  : WaiverEffect::unknown;
        const auto obligation = found.find(waiver.obligation);
        if (obligation == found.end() || uses[i].effect != WaiverEffect::unknown) continue;
        uses[i].effect = apply(audit, obligation->second, static_cast<std::uint32_t>(i));
        uses[i].ends_soon = uses[i].effect == WaiverEffect::waives && (waiver.expires - as_of).count() <= soon;
    }
    return uses;
}

}  // namespace concordat
