#pragma once
// The shelf of protocols and holiday tables that travel inside the program. An id stands for `protocols/ID.yaml`; whether the
// file is any good is found out by whoever reads it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/shipped.hpp"

namespace concordat {

/// Sorted.
std::vector<std::string_view> shipped_protocols();

/// Null if there is none.
const Shipped* find_protocol(std::string_view id);
const Shipped* find_calendar(std::string_view id);

/// Those that are wanted or, if none is, all that are shipped.
std::vector<std::string> protocols_or_all(std::vector<std::string> wanted);
std::vector<std::string> protocols_or_all(const std::optional<std::string>& wanted);

/// "unknown protocol", with the nearest that is shipped.
[[noreturn]] void refuse_protocol(const std::string& id);

}  // namespace concordat
