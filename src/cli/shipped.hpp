#pragma once
// The protocols and calendars that travel inside the program, so that `--protocol halton` works from any folder. The build
// writes the other half, shipped.cpp, from protocols/ (see shipped.cmake). Nothing is parsed here: a shipped file goes
// through the same reader as a user's own, except that what the tests have found out of it is not found out again.

#include <span>
#include <string_view>

namespace concordat {

struct Shipped {
    std::string_view path;   // as in the source tree: "protocols/halton.yaml"
    std::string_view bytes;  // the file as it is, byte for byte
    std::string_view sha256;
};

/// Sorted by path.
std::span<const Shipped> shipped_files();

}  // namespace concordat
