#include "time/duration.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <system_error>

namespace concordat {
namespace {

struct UnitName {
    std::string_view one;
    std::string_view many;
};

// In the order of Unit.
constexpr std::array<UnitName, 5> unit_names{
    {{"day", "days"}, {"week", "weeks"}, {"month", "months"}, {"year", "years"}, {"working day", "working days"}}};

std::optional<std::int32_t> parse_count(std::string_view text) {
    if (text.empty() || text.front() < '1' || text.front() > '9') return std::nullopt;
    std::int32_t count = 0;
    const char* const end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, count);
    if (result.ec != std::errc{} || result.ptr != end || count > longest_count) return std::nullopt;
    return count;
}

}  // namespace

std::optional<Duration> parse_duration(std::string_view text) {
    const auto blank = text.find(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    const auto count = parse_count(text.substr(0, blank));
    if (!count) return std::nullopt;
    const auto name = text.substr(blank + 1);
    for (std::size_t i = 0; i < unit_names.size(); ++i) {
        if (name == unit_names[i].one || name == unit_names[i].many) {
            return Duration{*count, static_cast<Unit>(i)};
        }
    }
    return std::nullopt;
}

std::string to_string(Duration duration) {
    const UnitName& name = unit_names[static_cast<std::size_t>(duration.unit)];
    std::string text = std::to_string(duration.count);
    text += ' ';
    text += duration.count == 1 ? name.one : name.many;
    return text;
}

}  // namespace concordat
