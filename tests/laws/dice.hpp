#pragma once
// Chance that is the same on every machine: the standard's distributions are not, so none is used.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::laws {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    /// The same text, the same chance.
    explicit Dice(std::string_view text) : state_(0xCBF29CE484222325ull) {
        for (const char byte : text) state_ = (state_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3ull;
    }

    /// 0 … n-1
    int below(int n) { return static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
    /// Both ends are possible.
    int between(int low, int high) { return low + below(high - low + 1); }
    bool percent(int chance) { return below(100) < chance; }

    template <class T>
    const T& pick(const std::vector<T>& from) {
        return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
    }
    std::string pick(std::initializer_list<const char*> from) { return from.begin()[below(static_cast<int>(from.size()))]; }

    /// `count` of them (fewer if there are fewer), no two alike, in their order.
    std::vector<std::string> some(const std::vector<std::string>& from, int count) {
        std::vector<std::string> left = from;
        while (static_cast<int>(left.size()) > count) left.erase(left.begin() + below(static_cast<int>(left.size())));
        return left;
    }

private:
    std::uint64_t next() {  // splitmix64
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    std::uint64_t state_;
};

}  // namespace concordat::laws
