#include "model/name.hpp"

namespace concordat {

Names::Names() { texts_.emplace_back(); }

Name Names::intern(std::string_view text) {
    if (text.empty()) return Name::none;
    if (auto found = index_.find(text); found != index_.end()) return found->second;
    const Name name{static_cast<std::uint32_t>(texts_.size())};
    index_.emplace(texts_.emplace_back(text), name);
    return name;
}

Name Names::find(std::string_view text) const {
    const auto found = index_.find(text);
    return found == index_.end() ? Name::none : found->second;
}

}  // namespace concordat
