#include <unordered_set>

#include "review/checks.hpp"
#include "review/walk.hpp"

namespace concordat {
namespace {

/// What the rules use, and what that hangs on: a body's chair, an office's other names, the body that it is of.
std::unordered_set<Name> used_words(const Protocol& protocol) {
    std::unordered_set<Name> used;
    for (const Rule& rule : protocol.rules) for_each_word(rule, [&](Name name) { used.insert(name); });
    for (bool grew = true; grew;) {
        grew = false;
        const auto use = [&](Name name) { grew = (name != Name::none && used.insert(name).second) || grew; };
        for (const Thing& thing : protocol.directory.things()) {
            if (used.count(thing.id) > 0) {
                use(thing.chair);
                use(thing.of);
                use(thing.same_as);
            } else if (thing.same_as != Name::none && used.count(thing.same_as) > 0) {
                use(thing.id);
            }
        }
    }
    return used;
}

}  // namespace

void check_unused(const Reviewed& reviewed) {
    const Protocol& protocol = reviewed.protocol;
    const Names& names = reviewed.names;
    Diagnostics& diagnostics = reviewed.diagnostics;
    const std::unordered_set<Name> used = used_words(protocol);
    const auto report = [&](Span place, std::string_view kind, Name id) {
        diagnostics.warning(place, "unused-id", "no rule uses the " + std::string(kind) + " `" + names.text(id) + "`",
                            "take it out, or see which clause it was meant for");
    };
    for (const Thing& thing : protocol.directory.things())
        if (used.count(thing.id) == 0) report(thing.place, to_string(thing.kind), thing.id);
    for (const Group& group : protocol.groups)
        if (!group.used) report(group.place, "group", group.id);
    for (const auto& [id, act] : protocol.own_acts)
        if (used.count(id) == 0) report(act.place, "act", id);
}

}  // namespace concordat
