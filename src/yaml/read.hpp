// Reads a small YAML or JSON file (a protocol, a calendar, waivers, a test) and holds it whole.
//
// Two parsers read it. First `stream`, that is libyaml, with all its refusals, builds the nodes; then yaml-cpp goes through the
// text, and each of its events must be what the nodes say. Alone, yaml-cpp would accept a quote that is never closed and bytes
// that are no UTF-8, would forget whether `~` or `null` was written and mark an empty value on the wrong line. A text that
// the two read differently is refused: people would read it differently, too. What travels with the program was read by both
// when it was built and tested; libyaml alone reads it again, which takes a fifth of the time.
#pragma once

#include <cstdint>
#include <optional>

#include "diagnostic/diagnostic.hpp"
#include "source/text.hpp"
#include "yaml/node.hpp"

namespace concordat {

enum class Readers : std::uint8_t { both, libyaml_alone };

/// The mapping that the file is, made in `nodes`; nothing, if `diagnostics` now says why not.
std::optional<Node> read_whole(const Text& text, std::uint32_t file, Nodes& nodes, Diagnostics& diagnostics,
                               Readers readers = Readers::both);

}  // namespace concordat
