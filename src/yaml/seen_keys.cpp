#include "yaml/seen_keys.hpp"

namespace concordat {

const Span* SeenKeys::find_or_add(const Node& key) {
    if (2 * keys_.size() >= slots_.size()) grow();
    const std::uint32_t hash = hash_(key.text());
    std::size_t at = hash & (slots_.size() - 1);
    std::size_t steps = 1;
    for (; slots_[at].key != 0; at = (at + 1) & (slots_.size() - 1), ++steps) {
        const Node& other = keys_[slots_[at].key - 1];
        if (slots_[at].hash == hash && other.text() == key.text()) {
            steps_ += steps;
            return &other.span;
        }
    }
    steps_ += steps;
    keys_.push_back(key);
    slots_[at] = {static_cast<std::uint32_t>(keys_.size()), hash};
    if (steps > WordHash::too_many) lay_out_anew();
    return nullptr;
}

void SeenKeys::grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 4 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old)
        if (slot.key != 0) put(slot);
}

void SeenKeys::lay_out_anew() {
    hash_.change();
    slots_.assign(slots_.size(), {});
    for (std::uint32_t i = 0; i < keys_.size(); ++i) put({i + 1, hash_(keys_[i].text())});
}

void SeenKeys::put(Slot slot) {
    std::size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].key != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
}

}  // namespace concordat
