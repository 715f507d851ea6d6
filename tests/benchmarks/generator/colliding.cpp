#include "generator/colliding.hpp"

#include <cstdint>
#include <cstring>
#include <functional>
#include <stdexcept>

#include "generator/dice.hpp"

namespace bench {
namespace {

// MurmurHash64A takes 8 bytes at a time: state = (state ^ mixed(block)) * m. `mixed` can be undone. So for any first block there
// is exactly one second block that leads to a given state, and one in 50 000 of those is made of letters and digits only. Two
// such pairs, with a few hundred choices each, give every id of 32 letters that is needed.
constexpr std::uint64_t m = 0xC6A4A7935BD1E995ull;
constexpr std::uint64_t seed = 0xC70F6907ull;
constexpr std::size_t block = 8;
constexpr std::size_t length = 4 * block;

constexpr std::uint64_t inverse(std::uint64_t odd) {
    std::uint64_t result = odd;
    for (int i = 0; i < 6; ++i) result *= 2 - odd * result;
    return result;
}
constexpr std::uint64_t m_undone = inverse(m);
static_assert(m * m_undone == 1);

constexpr std::uint64_t shift_mix(std::uint64_t word) { return word ^ (word >> 47); }
constexpr std::uint64_t mixed(std::uint64_t word) { return shift_mix(word * m) * m; }
constexpr std::uint64_t unmixed(std::uint64_t word) { return shift_mix(word * m_undone) * m_undone; }
constexpr std::uint64_t after(std::uint64_t state, std::uint64_t word) { return (state ^ mixed(word)) * m; }

std::string text_of(std::uint64_t word) {
    std::string text(block, '\0');
    std::memcpy(text.data(), &word, block);
    return text;
}

bool is_id(const std::string& text) {
    for (const char letter : text) {
        const bool good =
            (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        if (!good) return false;
    }
    return true;
}

std::string some_id(Dice& dice) {
    constexpr char letters[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::uint64_t word = dice.next();
    std::string text;
    for (std::size_t i = 0; i < block; ++i, word /= 62) text += letters[word % 62];
    return text;
}

/// `count` texts of two blocks that lead from `state` to the state that is left in it.
std::vector<std::string> pairs(std::uint64_t& state, std::size_t count, Dice& dice) {
    const std::uint64_t target = dice.next();
    std::vector<std::string> found;
    while (found.size() < count) {
        const std::string first = some_id(dice);
        std::uint64_t word = 0;
        std::memcpy(&word, first.data(), block);
        const std::string second = text_of(unmixed(target * m_undone ^ after(state, word)));
        if (is_id(second)) found.push_back(first + second);
    }
    state = target;
    return found;
}

}  // namespace

std::vector<std::string> colliding_ids(std::size_t count) {
    std::size_t side = 1;
    while (side * side < count) ++side;
    Dice dice(7);
    std::uint64_t state = seed ^ (length * m);
    const std::vector<std::string> left = pairs(state, side, dice);
    const std::vector<std::string> right = pairs(state, side, dice);

    std::vector<std::string> ids;
    ids.reserve(count);
    for (std::size_t i = 0; i < count; ++i) ids.push_back(left[i / side] + right[i % side]);
    for (const std::string& id : ids)
        if (std::hash<std::string>{}(id) != std::hash<std::string>{}(ids[0]))
            throw std::runtime_error("std::hash is not the one that these ids were made for");
    return ids;
}

}  // namespace bench
