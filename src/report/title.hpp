#pragma once
// The title of a rule as a list of duties shows it: with its strength, unless it is a must, which is what a reader expects.

#include <string>
#include <string_view>

#include "model/rule.hpp"

namespace concordat {

/// "HCT reports on early help to HSCB every quarter (should)"
std::string title_with_strength(const Rule& rule);
/// Of a rule that only an earlier result tells of.
std::string title_with_strength(const std::string& title, std::string_view strength);

}  // namespace concordat
