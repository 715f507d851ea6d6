// Reads a small YAML or JSON file (a protocol, a calendar, waivers, a test) and holds it whole.
//
// yaml-cpp reads it, through its event interface. Because yaml-cpp accepts what it should refuse (a quote that is never
// closed, bytes that are no UTF-8, aliases that contain themselves), the text must first pass `stream`, which also tells
// where everything stands: yaml-cpp marks an empty value on the wrong line. Should the two then read different things out
// of one text, it is refused, since people would, too.
#pragma once

#include <cstdint>
#include <optional>

#include "diagnostic/diagnostic.hpp"
#include "source/text.hpp"
#include "yaml/node.hpp"

namespace concordat {

/// The mapping that the file is; nothing, if `diagnostics` now says why not.
std::optional<Node> read_whole(const Text& text, std::uint32_t file, Diagnostics& diagnostics);

}  // namespace concordat
