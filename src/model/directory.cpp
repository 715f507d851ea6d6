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
    const auto name = static_cast<std::size_t>(thing.id);
    if (name >= index_.size()) index_.resize(name + 1);
    if (index_[name] != 0) return false;
    things_.push_back(std::move(thing));
    index_[name] = static_cast<std::uint32_t>(things_.size());
    return true;
}

const Thing* Directory::find(Name id) const {
    const auto name = static_cast<std::size_t>(id);
    return name < index_.size() && index_[name] != 0 ? &things_[index_[name] - 1] : nullptr;
}

void Directory::connect(std::size_t thing, Name chair, Name of, Name same_as) {
    things_[thing].chair = chair;
    things_[thing].of = of;
    things_[thing].same_as = same_as;
}

std::string_view Directory::display(Name id, const Names& names) const {
    const Thing* thing = find(id);
    return thing && !thing->name.empty() ? thing->name : names.text(id);
}

}  // namespace concordat
