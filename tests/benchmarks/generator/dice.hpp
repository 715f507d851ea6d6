// The same throws in every run and on every machine: splitmix64.
#pragma once

#include <cstddef>
#include <cstdint>

namespace bench {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t word = (state_ += 0x9E3779B97F4A7C15ull);
        word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9ull;
        word = (word ^ (word >> 27)) * 0x94D049BB133111EBull;
        return word ^ (word >> 31);
    }

    /// 0 to `count` - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    /// `least` to `most`.
    int between(int least, int most) { return least + static_cast<int>(below(static_cast<std::size_t>(most - least + 1))); }
    /// True in `of` of 1 000 cases.
    bool once_in_thousand(std::size_t of) { return below(1000) < of; }

private:
    std::uint64_t state_;
};

}  // namespace bench
