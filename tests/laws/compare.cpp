#include "laws/compare.hpp"

#include <algorithm>
#include <map>

#include "engine/teller.hpp"
#include "reference/dates.hpp"

namespace concordat::laws {

using reference::Judged;
using reference::World;

namespace {

struct Refusal {};

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

void sort_by_id(std::vector<Judged>& all) {
    std::sort(all.begin(), all.end(), [](const Judged& a, const Judged& b) { return a.id < b.id; });
}

/// Witnesses are compared by their number: where several would do, each may choose its own.
bool agree(const Judged& a, const Judged& b) {
    return a.verdict == b.verdict && a.reason == b.reason && a.owed_by == b.owed_by && a.owed_to == b.owed_to && a.due == b.due &&
           a.witnesses.size() == b.witnesses.size();
}

template <class Evaluate>
std::optional<std::vector<Judged>> unless_refused(const Evaluate& evaluate) {
    try {
        return evaluate();
    } catch (const Refusal&) {
        return std::nullopt;
    } catch (const reference::OutsideCalendar&) {
        return std::nullopt;
    }
}

}  // namespace

std::vector<Judged> engine_verdicts(const World& world, const Standpoint& standpoint) {
    const Audit result = audit(world.protocol, world.log, world.names, standpoint);
    if (!result.faults.empty()) throw Refusal{};
    std::vector<Judged> all;
    Teller teller(result);
    for (std::uint32_t i = 0; i < result.obligations.size(); ++i) {
        const Finding finding = teller.tell(i);
        all.push_back({finding.id, finding.verdict, finding.reason, finding.owed_by, finding.owed_to, finding.due, {}});
        for (const Sighting& witness : finding.witnesses) all.back().witnesses.push_back(witness.id);
    }
    sort_by_id(all);
    return all;
}

std::vector<Judged> reference_verdicts(const World& world, const Standpoint& standpoint) {
    std::vector<Judged> all = reference::evaluate(world.protocol, world.log, world.names, standpoint);
    sort_by_id(all);
    return all;
}

std::string to_string(const Judged& judged) {
    std::string text(to_string(judged.verdict));
    if (judged.reason != Reason::none) text += " (" + std::string(to_string(judged.reason)) + ")";
    text += ", owed by [" + joined(judged.owed_by) + "] to [" + joined(judged.owed_to) + "]";
    text += judged.due ? ", due " + concordat::to_string(*judged.due) : ", no due day";
    return text + ", witnesses [" + joined(judged.witnesses) + "]";
}

std::string differences(const World& world, const Standpoint& standpoint) {
    const auto engine = unless_refused([&] { return engine_verdicts(world, standpoint); });
    const auto expected = unless_refused([&] { return reference_verdicts(world, standpoint); });
    if (!engine && !expected) return "";
    if (!engine) return "the engine refuses (a day outside the holiday table), the reference does not\n";
    if (!expected) return "the reference refuses (a day outside the holiday table), the engine does not\n";

    std::map<std::string, std::vector<const Judged*>> by_engine, by_reference;
    for (const Judged& judged : *engine) by_engine[judged.id].push_back(&judged);
    for (const Judged& judged : *expected) by_reference[judged.id].push_back(&judged);
    std::string text;
    const auto report = [&](const std::string& id, const std::string& ours, const std::string& theirs) {
        text += id + "\n  engine:    " + ours + "\n  reference: " + theirs + "\n";
    };
    for (const auto& [id, found] : by_engine) {
        if (found.size() > 1) report(id, "more than once", "");
        if (by_reference.count(id) == 0)
            report(id, to_string(*found.front()), "no such obligation");
        else if (!agree(*found.front(), *by_reference[id].front()))
            report(id, to_string(*found.front()), to_string(*by_reference[id].front()));
    }
    for (const auto& [id, found] : by_reference)
        if (by_engine.count(id) == 0) report(id, "no such obligation", to_string(*found.front()));
    return text;
}

}  // namespace concordat::laws
