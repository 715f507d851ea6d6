#include "model/directory.hpp"

namespace concordat {

std::string_view to_string(Kind kind) {
    switch (kind) {
        case Kind::body: return "body";
        case Kind::meeting: return "meeting";
        case Kind::role: return "role";
        case Kind::document: return "document";
        case Kind::topic: return "topic";
    }
    return {};
}

bool Directory::add(Thing thing) {
    if (!index_.emplace(thing.id, things_.size()).second) return false;
    things_.push_back(std::move(thing));
    return true;
}

const Thing* Directory::find(Name id) const {
    const auto found = index_.find(id);
    return found == index_.end() ? nullptr : &things_[found->second];
}

std::string Directory::display(Name id, const Names& names) const {
    const Thing* thing = find(id);
    return thing && !thing->name.empty() ? thing->name : std::string{names.text(id)};
}

}  // namespace concordat
