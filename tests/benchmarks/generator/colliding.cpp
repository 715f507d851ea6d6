#include "generator/colliding.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <stdexcept>

#include "generator/dice.hpp"

namespace bench {
namespace {

// Both hashes take a few letters at a time and go from state to state. For any first letters there are exactly one or no second
// letters that lead to a given state, and one in 80 000 (std::hash) or 600 000 (names) of those are fit for an id. Three such
// pairs, with some fifty choices each, give 100 000 ids.

/// MurmurHash64A: state = (state ^ mixed(block)) * m, where `mixed` can be undone.
struct Murmur {
    static constexpr std::size_t letters = 8;
    static constexpr std::uint64_t m = 0xC6A4A7935BD1E995ULL;
    static constexpr std::uint64_t seed = 0xC70F6907ULL;

    static constexpr std::uint64_t inverse(std::uint64_t odd) {
        std::uint64_t result = odd;
        for (int i = 0; i < 6; ++i) result *= 2 - odd * result;
        return result;
    }
    static constexpr std::uint64_t shift_mix(std::uint64_t word) { return word ^ (word >> 47); }
    static constexpr std::uint64_t mixed(std::uint64_t word) { return shift_mix(word * m) * m; }
    static constexpr std::uint64_t unmixed(std::uint64_t word) { return shift_mix(word * inverse(m)) * inverse(m); }

    static std::uint64_t begin(std::size_t length) { return seed ^ (length * m); }
    static std::uint64_t after(std::uint64_t state, std::uint64_t block) { return (state ^ mixed(block)) * m; }
    static std::uint64_t some_state(Dice& dice) { return dice.next(); }
    /// The block that leads from one state to another.
    static std::uint64_t between(std::uint64_t from, std::uint64_t to) { return unmixed((to * inverse(m)) ^ from); }
};

/// state = (state + block) * key modulo 2^61 - 1.
struct Polynomial {
    static constexpr std::size_t letters = 7;
    static constexpr std::uint64_t prime = (std::uint64_t{1} << 61) - 1;

    static constexpr std::uint64_t times(std::uint64_t a, std::uint64_t b) {
        __extension__ using Wide = unsigned __int128;
        const Wide product = static_cast<Wide>(a) * b;
        const std::uint64_t sum = static_cast<std::uint64_t>(product & prime) + static_cast<std::uint64_t>(product >> 61);
        return sum >= prime ? sum - prime : sum;
    }
    static constexpr std::uint64_t first_key() {
        std::uint64_t x = 1;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
        return (x ^ (x >> 31)) % prime;
    }
    static constexpr std::uint64_t inverse(std::uint64_t a) {  // a ^ (prime - 2)
        std::uint64_t result = 1;
        for (int bit = 60; bit >= 0; --bit) {
            result = times(result, result);
            if (((prime - 2) >> bit & 1) != 0) result = times(result, a);
        }
        return result;
    }

    static std::uint64_t begin(std::size_t length) { return length; }
    static std::uint64_t after(std::uint64_t state, std::uint64_t block) {
        constexpr std::uint64_t key = first_key();
        return times((state + block) % prime, key);
    }
    static std::uint64_t some_state(Dice& dice) { return dice.next() % prime; }
    static std::uint64_t between(std::uint64_t from, std::uint64_t to) {
        constexpr std::uint64_t key_undone = inverse(first_key());
        return (times(to, key_undone) + prime - from) % prime;
    }
};

constexpr char id_letters[] =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZxy";  // 64, so that six bits choose one

constexpr std::array<bool, 256> in_ids = [] {
    std::array<bool, 256> table{};
    for (const char* letter = id_letters; *letter != '\0'; ++letter) table[static_cast<unsigned char>(*letter)] = true;
    return table;
}();

bool is_fit(std::uint64_t block, std::size_t letters) {
    for (; letters > 0; --letters, block >>= 8)
        if (!in_ids[block & 0xff]) return false;
    return block == 0;
}

/// `count` texts of two blocks that lead from `state` to the state that is left in it.
template <typename Hash>
std::vector<std::string> pairs(std::uint64_t& state, std::size_t count, Dice& dice) {
    const std::uint64_t target = Hash::some_state(dice);
    std::vector<std::string> found;
    char text[2 * sizeof(std::uint64_t)] = {};
    while (found.size() < count) {
        std::uint64_t word = dice.next();
        for (std::size_t i = 0; i < Hash::letters; ++i, word >>= 6) text[i] = id_letters[word & 63];
        std::uint64_t first = 0;
        std::memcpy(&first, text, Hash::letters);
        const std::uint64_t second = Hash::between(Hash::after(state, first), target);
        if (!is_fit(second, Hash::letters)) continue;
        std::memcpy(text + Hash::letters, &second, Hash::letters);
        found.emplace_back(text, 2 * Hash::letters);
    }
    state = target;
    return found;
}

template <typename Hash>
std::vector<std::string> meeting(std::size_t count) {
    constexpr std::size_t pairs_of_an_id = 3;
    std::size_t side = 1;
    while (side * side * side < count) ++side;
    Dice dice(7);
    std::uint64_t state = Hash::begin(pairs_of_an_id * 2 * Hash::letters);
    const std::vector<std::string> first = pairs<Hash>(state, side, dice);
    const std::vector<std::string> second = pairs<Hash>(state, side, dice);
    const std::vector<std::string> third = pairs<Hash>(state, side, dice);
    std::vector<std::string> ids;
    ids.reserve(count);
    for (std::size_t i = 0; i < count; ++i) ids.push_back(first[i / side / side] + second[i / side % side] + third[i % side]);
    return ids;
}

}  // namespace

std::vector<std::string> meet_in_std_hash(std::size_t count) {
    std::vector<std::string> ids = meeting<Murmur>(count);
    for (const std::string& id : ids)
        if (std::hash<std::string>{}(id) != std::hash<std::string>{}(ids[0]))
            throw std::runtime_error("std::hash is not the one that these ids were made for");
    return ids;
}

std::vector<std::string> meet_in_names(std::size_t count) { return meeting<Polynomial>(count); }

}  // namespace bench
