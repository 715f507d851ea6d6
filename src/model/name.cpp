#include "model/name.hpp"

#include <algorithm>

namespace concordat {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 16U;
constexpr std::size_t unit = 2;  // texts begin at multiples of it, so that 32 bits reach over 8 GiB

}  // namespace

Names::Names() : slots_(1024) { places_.push_back(keep({})); }

Names::Found Names::look_up(std::string_view text, std::uint32_t hash) const {
    Walk walk(hash, slots_.size());
    for (; slots_[walk.slot()].name != 0; walk.go_on()) {
        const Slot slot = slots_[walk.slot()];
        if (slot.hash == hash && this->text(Name{slot.name}) == text) break;
    }
    return {walk.slot(), walk.steps()};
}

Name Names::intern(std::string_view text, std::uint32_t hash) {
    if (text.empty()) return Name::none;
    const Found found = look_up(text, hash);
    steps_ += found.steps;
    if (const std::uint32_t known = slots_[found.slot].name; known != 0) return Name{known};
    const auto name = static_cast<std::uint32_t>(places_.size());
    places_.push_back(keep(text));
    slots_[found.slot] = {name, hash};
    if (found.steps > WordHash::too_many)
        lay_out_anew();
    else if (places_.size() * 5 > slots_.size() * 4)
        grow();
    return Name{name};
}

Name Names::find(std::string_view text) const {
    return text.empty() ? Name::none : Name{slots_[look_up(text, hash(text)).slot].name};
}

/// Each place is found by way of the one before, so they are asked for in turns.
void Names::expect(std::span<Expected> words) {
    const auto first = [&](const Expected& word) { return Walk(word.hash, slots_.size()).slot(); };
    for (Expected& word : words) {
        word.hash = hash(word.text);
        word.layout = layout_;
        __builtin_prefetch(&slots_[first(word)]);
    }
    for (const Expected& word : words) __builtin_prefetch(&places_[slots_[first(word)].name]);
    for (const Expected& word : words)
        if (const std::uint32_t name = slots_[first(word)].name; name != 0) __builtin_prefetch(at(Name{name}));
}

/// Its length stands there, then the text.
const char* Names::at(Name name) const {
    const std::size_t place = places_[static_cast<std::uint32_t>(name)] * unit;
    return blocks_[place / block_size].get() + place % block_size;
}

std::string_view Names::text(Name name) const {
    const char* at = this->at(name);
    std::size_t size = 0;
    std::size_t shift = 0;
    do {  // seven bits a byte
        size |= static_cast<std::size_t>(*at & 0x7f) << shift;
        shift += 7;
    } while ((*at++ & 0x80) != 0);
    return {at, size};
}

/// A long text has blocks of its own.
Names::Place Names::keep(std::string_view text) {
    constexpr std::size_t longest_head = 5;
    const std::size_t wanted = text.size() + longest_head;
    std::size_t begin = used_ + used_ % unit;
    if (blocks_.empty() || begin + wanted > block_size) {
        const std::size_t count = (wanted + block_size - 1) / block_size;
        begin = blocks_.size() * block_size;
        blocks_.emplace_back(new char[count * block_size]);
        for (std::size_t i = 1; i < count; ++i) blocks_.emplace_back();  // their numbers are taken
        used_ = 0;
        if (count > 1) used_ = block_size;
    } else {
        begin += (blocks_.size() - 1) * block_size;
    }
    char* at = blocks_[begin / block_size].get() + begin % block_size;
    char* const first = at;
    for (std::size_t size = text.size();; size >>= 7U) {
        *at++ = static_cast<char>((size & 0x7fU) | (size > 0x7fU ? 0x80U : 0U));
        if (size <= 0x7fU) break;
    }
    std::copy(text.begin(), text.end(), at);
    if (used_ != block_size)
        used_ = static_cast<std::size_t>(first - blocks_[begin / block_size].get()) + static_cast<std::size_t>(at - first) +
                text.size();
    return static_cast<Place>(begin / unit);
}

void Names::put(Slot slot) {
    Walk walk(slot.hash, slots_.size());
    while (slots_[walk.slot()].name != 0) walk.go_on();
    slots_[walk.slot()] = slot;
}

/// To what is expected, if that is more than before and not much too far off; else to twice the size.
void Names::grow() {
    const std::size_t size = slots_.size();
    const std::size_t wanted = in_all_ + in_all_ / 3;
    const std::size_t larger = wanted > size + size / 8 ? std::min(wanted, 16 * size) : 2 * size;
    std::vector<Slot, GreatPages<Slot>> old((larger + Walk::row - 1) / Walk::row * Walk::row);
    old.swap(slots_);
    for (const Slot& slot : old)
        if (slot.name != 0) put(slot);
}

void Names::lay_out_anew() {
    hash_.change();
    ++layout_;
    slots_.assign(slots_.size(), {});
    for (std::uint32_t name = 1; name < places_.size(); ++name) put({name, hash(text(Name{name}))});
}

}  // namespace concordat
