#include "model/name.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace concordat {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 16U;
constexpr std::size_t unit = 2;        // texts begin at multiples of it, so that 32 bits reach over 8 GiB
constexpr std::size_t too_many = 128;  // steps of one look-up; chance alone needs a handful

/// A hash by polynomial over a prime field (2^61 - 1): two texts of n bytes meet for at most n/7 of the 2^61 keys, whatever the
/// texts. See Carter and Wegman, Universal classes of hash functions, 1979.
constexpr std::uint64_t prime = (std::uint64_t{1} << 61U) - 1;

__extension__ using Wide = unsigned __int128;

std::uint64_t times(std::uint64_t a, std::uint64_t b) {
    const Wide product = static_cast<Wide>(a) * b;
    const std::uint64_t sum = static_cast<std::uint64_t>(product & prime) + static_cast<std::uint64_t>(product >> 61U);
    return sum >= prime ? sum - prime : sum;
}

std::uint64_t mixed(std::uint64_t x) {  // Steele, Lea, Flood: SplitMix64
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31U);
}

template <typename Number>
std::uint64_t number(const char* at) {
    Number result = 0;
    std::memcpy(&result, at, sizeof result);
    return result;
}

/// As a number that two texts of one length have in common only if they are the same.
std::uint64_t up_to_seven_bytes(std::string_view text) {
    const char* const end = text.data() + text.size();
    if (text.size() >= 4) return number<std::uint32_t>(text.data()) | number<std::uint32_t>(end - 4) << (8 * (text.size() - 4));
    if (text.empty()) return 0;
    return number<std::uint8_t>(text.data()) | number<std::uint8_t>(text.data() + text.size() / 2) << 8U |
           number<std::uint8_t>(end - 1) << 16U;
}

}  // namespace

Names::Names() : slots_(1024), key_{mixed(1) % prime} { places_.push_back(keep({})); }

std::uint32_t Names::hash(std::string_view text) const {
    constexpr std::uint64_t seven_bytes = (std::uint64_t{1} << 56U) - 1;
    std::uint64_t sum = text.size();
    for (; text.size() >= 8; text.remove_prefix(7)) sum = times(sum + (number<std::uint64_t>(text.data()) & seven_bytes), key_);
    return static_cast<std::uint32_t>(mixed(times(sum + up_to_seven_bytes(text), key_)));
}

/// Ever longer steps: in a table whose size is a power of two they come by every slot.
Names::Found Names::look_up(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    Found found{hash & mask, 1};
    for (; slots_[found.slot].name != 0; found.slot = (found.slot + found.steps++) & mask)
        if (slots_[found.slot].hash == hash && this->text(Name{slots_[found.slot].name}) == text) break;
    return found;
}

Name Names::intern(std::string_view text) {
    if (text.empty()) return Name::none;
    const std::uint32_t code = hash(text);
    const Found found = look_up(text, code);
    steps_ += found.steps;
    if (const std::uint32_t known = slots_[found.slot].name; known != 0) return Name{known};
    const auto name = static_cast<std::uint32_t>(places_.size());
    places_.push_back(keep(text));
    slots_[found.slot] = {name, code};
    if (found.steps > too_many)
        lay_out_anew();
    else if (places_.size() * 4 > slots_.size() * 3)
        grow();
    return Name{name};
}

Name Names::find(std::string_view text) const {
    return text.empty() ? Name::none : Name{slots_[look_up(text, hash(text)).slot].name};
}

/// Each place is found by way of the one before, so they are asked for in turns.
void Names::expect(std::span<const std::string_view> texts) {
    const std::size_t mask = slots_.size() - 1;
    expected_.clear();
    for (const std::string_view text : texts) {
        const auto slot = static_cast<std::uint32_t>(hash(text) & mask);
        __builtin_prefetch(&slots_[slot]);
        expected_.push_back(slot);
    }
    for (std::uint32_t& slot : expected_) {
        slot = slots_[slot].name;
        __builtin_prefetch(&places_[slot]);
    }
    for (const std::uint32_t name : expected_)
        if (name != 0) __builtin_prefetch(at(Name{name}));
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
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = slot.hash & mask;
    for (std::size_t step = 1; slots_[at].name != 0; ++step) at = (at + step) & mask;
    slots_[at] = slot;
}

void Names::grow() {
    std::vector<Slot, GreatPages<Slot>> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old)
        if (slot.name != 0) put(slot);
}

void Names::lay_out_anew() {
    key_ = mixed(key_) % prime;
    slots_.assign(slots_.size(), {});
    for (std::uint32_t name = 1; name < places_.size(); ++name) put({name, hash(text(Name{name}))});
}

}  // namespace concordat
