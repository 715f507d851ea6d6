#pragma once
// A day that may not be given, in the four bytes of a day. An audit holds millions of them; everywhere else std::optional does.

#include <cassert>
#include <optional>

#include "time/day.hpp"

namespace concordat {

class OptionalDay {
public:
    constexpr OptionalDay() = default;
    constexpr OptionalDay(Day day) : day_(day) {}
    constexpr OptionalDay(std::nullopt_t) {}
    constexpr OptionalDay(std::optional<Day> day) : day_(day.value_or(none)) {}
    constexpr operator std::optional<Day>() const { return has_value() ? std::optional(day_) : std::nullopt; }

    constexpr bool has_value() const { return day_ != none; }
    constexpr explicit operator bool() const { return has_value(); }
    constexpr Day operator*() const {
        assert(has_value());
        return day_;
    }
    constexpr Day value() const { return **this; }
    constexpr Day value_or(Day other) const { return has_value() ? day_ : other; }

    friend bool operator==(const OptionalDay&, const OptionalDay&) = default;

private:
    static constexpr Day none = Day::min();
    Day day_ = none;
};

}  // namespace concordat
