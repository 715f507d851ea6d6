#include "model/protocol.hpp"

#include <algorithm>

namespace concordat {

const Rule* Protocol::find_rule(Name wanted) const {
    const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == wanted; });
    return found == rules.end() ? nullptr : &*found;
}

const std::vector<std::string_view>& built_in_acts() {
    static const std::vector<std::string_view> acts = {
        "meeting",   "drafted",    "consulted", "agreed",    "published", "sent",    "received",
        "presented", "considered", "reviewed",  "requested", "responded", "raised",  "resolved",
        "escalated", "appointed",  "removed",   "attested",  "notified",  "changed", "communicated"};
    return acts;
}

}  // namespace concordat
