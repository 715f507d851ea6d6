#pragma once
// Sorting by days and names, which are numbers: nothing is compared, so it costs no more than a few looks at each.

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace concordat {

/// By `number_of(value)`; those of one number stay in their order. By counting, some bits at a time; what is in order already is
/// only looked at.
template <typename T, typename NumberOf>
void sort_by_number(std::vector<T>& values, NumberOf number_of) {
    std::uint32_t highest = 0;
    bool in_order = true;
    for (const T& value : values) {
        const std::uint32_t number = number_of(value);
        in_order = in_order && number >= highest;
        highest = std::max(highest, number);
    }
    if (in_order) return;
    constexpr std::size_t few = 256;
    if (values.size() <= few) {
        std::stable_sort(values.begin(), values.end(), [&](const T& a, const T& b) { return number_of(a) < number_of(b); });
        return;
    }
    constexpr unsigned bits = 12;
    std::vector<T> sorted(values.size());
    for (unsigned shift = 0; shift < 32 && highest >> shift != 0; shift += bits) {
        const auto digit = [&](const T& value) { return std::uint32_t{number_of(value)} >> shift & ((1U << bits) - 1); };
        std::array<std::uint32_t, std::size_t{1} << bits> begins{};
        for (const T& value : values) ++begins[digit(value)];
        std::uint32_t begin = 0;
        for (std::uint32_t& count : begins) begin += std::exchange(count, begin);
        for (const T& value : values) sorted[begins[digit(value)]++] = value;
        values.swap(sorted);
    }
}

}  // namespace concordat
