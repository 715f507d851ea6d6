#include "engine/audit.hpp"

#include "engine/forms.hpp"

namespace concordat {

Audit audit(const Protocol& protocol, const Log& log, const Names& names, const Standpoint& standpoint) {
    Audit result;
    result.job = std::make_shared<Job>(protocol, log, names, standpoint);
    Job& job = *result.job;
    result.standpoint = standpoint;
    result.later_records = job.view.later_records;
    result.unknown_records = job.view.unknown_records;
    for (std::size_t i = 0; i < protocol.rules.size(); ++i) {
        const std::size_t before = result.obligations.size();
        RuleJob rule(job, i, result);
        std::visit([&](const auto& form) { run(form, rule); }, rule.rule.form);
        const bool power_used = std::holds_alternative<May>(rule.rule.form) && !result.powers.back().uses.empty();
        if (result.obligations.size() == before && !power_used) result.never_exercised.push_back(i);
    }
    return result;
}

std::string obligation_key(const Audit& audit, const Obligation& obligation) {
    const Names& names = audit.job->names;
    std::string key;
    switch (obligation.key) {
        case KeyKind::period: key = audit.periods[obligation.period].label; break;
        case KeyKind::record: key = names.text(audit.job->log.at(obligation.record).id); break;
        case KeyKind::start: key = "start"; break;
        case KeyKind::once: key = "once"; break;
        case KeyKind::window: key = "window"; break;
        case KeyKind::day: key = to_string(obligation.opens.value()); break;
    }
    if (obligation.member != Name::none) key += "/" + names.text(obligation.member);
    return key;
}

std::string obligation_id(const Audit& audit, const Obligation& obligation) {
    const Rule& rule = audit.job->protocol.rules[obligation.rule];
    const Names& names = audit.job->names;
    std::string id{names.text(rule.id)};
    if (rule.reading != Name::none) id += "~" + names.text(rule.reading);
    return id + "@" + obligation_key(audit, obligation);
}

}  // namespace concordat
