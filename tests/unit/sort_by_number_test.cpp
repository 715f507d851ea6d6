#include "timeline/sort_by_number.hpp"

#include <cstdint>
#include <random>
#include <vector>

#include "catch.hpp"

using namespace concordat;

TEST_CASE("what is sorted by number stays in its order where the numbers are the same", "[timeline]") {
    struct Value {
        std::uint32_t number = 0;
        std::size_t place = 0;
        bool operator==(const Value&) const = default;
    };
    std::mt19937 dice(1);
    for (const std::size_t count : {0U, 1U, 2U, 100U, 256U, 257U, 5000U}) {
        for (const std::uint32_t highest : {0U, 3U, 4095U, 4096U, 1U << 24U, 0xffffffffU}) {
            std::vector<Value> values(count);
            for (std::size_t i = 0; i < count; ++i)
                values[i] = {highest == 0xffffffffU ? static_cast<std::uint32_t>(dice())
                                                    : static_cast<std::uint32_t>(dice()) % (highest + 1),
                             i};
            std::vector<Value> expected = values;
            const auto number = [](const Value& value) { return value.number; };
            std::stable_sort(expected.begin(), expected.end(),
                             [](const Value& a, const Value& b) { return a.number < b.number; });
            sort_by_number(values, number);
            CHECK(values == expected);
            sort_by_number(values, number);
            CHECK(values == expected);
        }
    }
}
