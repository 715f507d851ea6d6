#include "report/rollup.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace concordat {
namespace {

/// The place of this name under any text of the protocol.
const Place* find_place(const Rollup& rollup, const std::string& protocol, const std::string& log) {
    for (auto found = rollup.editions.lower_bound({protocol, ""}); found != rollup.editions.end(); ++found) {
        if (found->first.protocol != protocol) return nullptr;
        const auto place = found->second.places.find(log);
        if (place != found->second.places.end()) return &place->second;
    }
    return nullptr;
}

bool is_same_result(const Place& one, const Place& other) {
    const auto same = [](const Input& a, const Input& b) { return a.sha256 == b.sha256; };
    return one.as_of == other.as_of && one.tool == other.tool &&
           std::equal(one.inputs.begin(), one.inputs.end(), other.inputs.begin(), other.inputs.end(), same);
}

void report_double(const Place& earlier, const Place& place, const std::string& protocol, const std::string& log,
                   Diagnostics& diagnostics) {
    const bool same = is_same_result(earlier, place);
    diagnostics.error(
        {.file = place.file}, "counted-twice",
        fmt::format("{} `{}` under the protocol `{}` is given twice", same ? "the result of" : "a result of", log, protocol),
        same ? "give it once" : "give one result of each log; two logs need two titles, so that one can tell the places apart",
        {{.span = {.file = earlier.file}, .message = same ? "here already" : "another one"}});
}

/// The same text of a protocol has the same rules. Only what else a rule checks may be known to one and not to the other.
bool match_rules(std::vector<RolledRule>& rules, const std::vector<RolledRule>& others) {
    const auto same = [](const RolledRule& a, const RolledRule& b) {
        return a.id == b.id && a.clause == b.clause && a.form == b.form && a.strength == b.strength && a.title == b.title &&
               (a.also == b.also || a.also.empty() || b.also.empty());
    };
    if (!std::equal(rules.begin(), rules.end(), others.begin(), others.end(), same)) return false;
    for (std::size_t i = 0; i < rules.size(); ++i)
        if (rules[i].also.empty()) rules[i].also = others[i].also;
    return true;
}

void merge_edition(Rollup& rollup, const EditionKey& key, Edition part, Diagnostics& diagnostics) {
    const auto [found, is_new] = rollup.editions.try_emplace(key);
    Edition& edition = found->second;
    if (is_new) edition.rules = part.rules;
    if (!match_rules(edition.rules, part.rules)) {
        diagnostics.error({.file = part.places.begin()->second.file}, "not-a-result",
                          fmt::format("its rules of the protocol `{}` are not those of the other results, though the text of the "
                                      "protocol is the same",
                                      key.protocol),
                          "give it as `concordat` wrote it");
        return;
    }
    for (auto& [log, place] : part.places) {
        if (const Place* earlier = find_place(rollup, key.protocol, log))
            report_double(*earlier, place, key.protocol, log, diagnostics);
        else
            edition.places.emplace(log, std::move(place));
    }
}

}  // namespace

void merge(Rollup& rollup, Rollup part, Diagnostics& diagnostics) {
    for (auto& [key, edition] : part.editions)
        if (!edition.places.empty()) merge_edition(rollup, key, std::move(edition), diagnostics);
}

}  // namespace concordat
