#pragma once
// JSON as bytes: ASCII alone, so that nothing in a text acts on whatever shows it, and with `##[` written otherwise, which is a
// command to the consoles of some CI services. What is no UTF-8 (a path need not be) is replaced.

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace concordat {

/// Without a line end. `indent` -1: on one line.
std::string json_text(const nlohmann::ordered_json& json, int indent);

}  // namespace concordat
