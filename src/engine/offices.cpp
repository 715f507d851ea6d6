#include "engine/offices.hpp"

namespace concordat {

Offices::Offices(const Directory& directory) : directory_(directory) {
    for (const Thing& thing : directory.things()) {
        if (thing.kind != Kind::role) continue;
        // Follow `same-as` to its end, then let every role on the way know that end.
        std::vector<Name> way;
        Name at = thing.id;
        while (!office_.contains(at)) {
            way.push_back(at);
            const Thing* here = directory.find(at);
            if (!here || here->same_as == Name::none || way.size() > directory.things().size()) break;
            at = here->same_as;
        }
        const auto known = office_.find(at);
        const Name end = known == office_.end() ? at : known->second;
        for (Name role : way) office_[role] = end;
    }
    for (const Thing& thing : directory.things()) {
        if (thing.kind != Kind::role) continue;
        names_[office_[thing.id]].push_back(thing.id);
        if (thing.of != Name::none) roles_of_[thing.of].push_back(thing.id);
    }
}

Name Offices::office(Name name) const {
    const auto found = office_.find(name);
    return found == office_.end() ? name : found->second;
}

std::vector<Name> Offices::names_of(Name name) const {
    const auto found = names_.find(office(name));
    return found == names_.end() ? std::vector<Name>{name} : found->second;
}

Name Offices::chair(Name body) const {
    const Thing* thing = directory_.find(body);
    return thing && thing->kind == Kind::body ? thing->chair : Name::none;
}

std::vector<Name> Offices::members_of(Name body) const {
    std::vector<Name> members{body};
    const auto add = [&](Name role) {
        for (Name name : names_of(role)) members.push_back(name);
    };
    if (const Name head = chair(body); head != Name::none) add(head);
    if (const auto roles = roles_of_.find(body); roles != roles_of_.end())
        for (Name role : roles->second) add(role);
    return members;
}

}  // namespace concordat
