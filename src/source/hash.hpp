#pragma once
// A hash of words for tables that strangers fill. Whoever knows a hash can choose words that meet in one place of a table; where
// too many do, the table takes the next hash. Nobody can choose words that meet under all of them.

#include <cstdint>
#include <string_view>

#include "source/letters.hpp"

namespace concordat {

/// By polynomial over a prime field (2^61 - 1): two texts of n bytes meet for at most n/7 of the 2^61 keys, whatever the texts.
/// See Carter and Wegman, Universal classes of hash functions, 1979.
class WordHash {
public:
    static constexpr std::size_t too_many = 128;  // steps of one look-up; chance alone needs a handful

    std::uint32_t operator()(std::string_view text) const {
        constexpr std::uint64_t seven_bytes = (std::uint64_t{1} << 56U) - 1;
        std::uint64_t sum = text.size();
        for (; text.size() >= 8; text.remove_prefix(7))
            sum = times(sum + (letters_at<std::uint64_t>(text.data()) & seven_bytes), key_);
        return static_cast<std::uint32_t>(mixed(times(sum + up_to_seven_letters(text), key_)));
    }

    /// Becomes another hash.
    void change() { key_ = mixed(key_) % prime; }

private:
    static constexpr std::uint64_t prime = (std::uint64_t{1} << 61U) - 1;

    __extension__ using Wide = unsigned __int128;

    static constexpr std::uint64_t times(std::uint64_t a, std::uint64_t b) {
        const Wide product = static_cast<Wide>(a) * b;
        const std::uint64_t sum = static_cast<std::uint64_t>(product & prime) + static_cast<std::uint64_t>(product >> 61U);
        return sum >= prime ? sum - prime : sum;
    }

    static constexpr std::uint64_t mixed(std::uint64_t x) {  // Steele, Lea, Flood: SplitMix64
        x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
        x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
        return x ^ (x >> 31U);
    }

    std::uint64_t key_ = mixed(1) % prime;
};

}  // namespace concordat
