#include "load/group.hpp"

#include <fmt/format.h>

#include <utility>

#include "load/ids.hpp"
#include "load/mapping.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

Group read_group(const Entry& entry, const Vocabulary& vocabulary) {
    Group group{
        .id = read_id(entry.key, "groups", vocabulary.names, vocabulary.diagnostics), .members = {}, .place = entry.key.span};
    if (!is_filled_list(entry.value, entry.key.text(), vocabulary.diagnostics)) return group;
    std::unordered_set<Name> seen;
    for (const Node& item : entry.value.items()) {
        const Name member = vocabulary.read(item, entry.key.text(), kinds::thing);
        if (member == Name::none) continue;
        if (seen.insert(member).second) {
            group.members.push_back(member);
        } else {
            vocabulary.diagnostics.error(item.span, "duplicate-value",
                                         fmt::format("{} is in this list twice", quoted(item.text())));
        }
    }
    return group;
}

}  // namespace

void read_groups(const Node& section, Vocabulary& vocabulary) {
    if (!is_mapping(section, "groups", vocabulary.diagnostics)) return;
    std::vector<Group> groups;  // added at the end only: a group is not made of groups
    for (const Entry& entry : section.entries()) {
        Group group = read_group(entry, vocabulary);
        if (const Thing* taken = vocabulary.directory.find(group.id)) {
            vocabulary.diagnostics.error(entry.key.span, "duplicate-id",
                                         fmt::format("{} is a {} already", quoted(entry.key.text()), to_string(taken->kind)), "",
                                         {{taken->place, "here it is declared"}});
        } else if (group.id != Name::none) {
            groups.push_back(std::move(group));
        }
    }
    for (Group& group : groups) vocabulary.add_group(std::move(group));
}

}  // namespace concordat
