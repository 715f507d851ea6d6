#include "engine/offices.hpp"

namespace concordat {

Offices::Offices(const Directory& directory) : directory_(directory) {
    for (const Thing& thing : directory.things()) {
        if (thing.kind != Kind::role || thing.same_as == Name::none) continue;
        // Follow `same-as` to its end, then let every role on the way know that end.
        std::vector<Name> way;
        Name at = thing.id;
        while (!office_.contains(at)) {
            const Thing* here = directory.find(at);
            if (!here || here->same_as == Name::none || way.size() > directory.things().size()) break;
            way.push_back(at);
            at = here->same_as;
        }
        const Name end = office(at);
        for (Name role : way) office_[role] = end;
        names_.try_emplace(end);
    }
    for (const Thing& thing : directory.things()) {
        if (thing.kind != Kind::role) continue;
        if (!names_.empty())
            if (const auto several = names_.find(office(thing.id)); several != names_.end()) several->second.push_back(thing.id);
        if (thing.of != Name::none) roles_of_[thing.of].push_back(thing.id);
    }
}

Name Offices::office(Name name) const {
    if (office_.empty()) return name;
    const auto found = office_.find(name);
    return found == office_.end() ? name : found->second;
}

std::vector<Name> Offices::names_of(Name name) const {
    std::vector<Name> names;
    for_each_name_of(name, [&](Name one) { names.push_back(one); });
    return names;
}

Name Offices::chair(Name body) const {
    const Thing* thing = directory_.find(body);
    return thing && thing->kind == Kind::body ? thing->chair : Name::none;
}

std::vector<Name> Offices::members_of(Name body) const {
    std::vector<Name> members{body};
    const auto add = [&](Name role) { for_each_name_of(role, [&](Name name) { members.push_back(name); }); };
    if (const Name head = chair(body); head != Name::none) add(head);
    if (const auto roles = roles_of_.find(body); roles != roles_of_.end())
        for (Name role : roles->second) add(role);
    return members;
}

}  // namespace concordat
