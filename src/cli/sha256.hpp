#pragma once
// The SHA-256 of an input, so that a report says exactly what it was made from.

#include <string>
#include <string_view>

namespace concordat {

/// In hexadecimal.
std::string sha256(std::string_view bytes);

}  // namespace concordat
