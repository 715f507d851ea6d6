// A long list of items in YAML, cut into stretches that several parsers read side by side, since a parser takes most of the time
// that a log in YAML takes.
//
// A line that begins with the dash of the list, as far in as the others, is where an item begins, unless it stands inside a text
// in quotes or inside brackets. Whoever reads what comes before it finds out: it is then not at the end of an item, and what was
// read from that line on is thrown away and read again by one parser, as is all that follows. So what comes out is the same to
// the byte, and in the same order, as if one parser had read everything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "yaml/stream.hpp"

namespace concordat {

struct Stretches {
    std::size_t before = std::size_t{256} << 10U;  // bytes that one parser reads before anything is cut
    std::size_t size = std::size_t{256} << 10U;    // bytes of one, at least
    std::size_t at_once = 1;                       // with 1, nothing is cut
};

/// As many at once as keep all cores of this machine busy.
Stretches usual_stretches();

/// As `stream`. Only a handler that takes rows is given any that were read side by side.
bool stream_in_stretches(const Text& text, std::uint32_t file, std::string_view streamed_key, Stretches stretches,
                         StreamHandler& handler, Diagnostics& diagnostics);

}  // namespace concordat
