#include "report/title.hpp"

#include <fmt/format.h>

namespace concordat {

std::string title_with_strength(const Rule& rule) { return title_with_strength(rule.title, to_string(rule.strength)); }

std::string title_with_strength(const std::string& title, std::string_view strength) {
    return strength == to_string(Strength::must) ? title : fmt::format("{} ({})", title, strength);
}

}  // namespace concordat
