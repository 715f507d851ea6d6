// How a file is read by whichever parser: looked at first, read ahead, and if it is not fit to be parsed, only that is told.
#pragma once

#include <cstdint>
#include <utility>

#include "diagnostic/diagnostic.hpp"
#include "source/read_ahead.hpp"
#include "source/text.hpp"
#include "yaml/bytes.hpp"

namespace concordat {

/// `read(Bytes&, Diagnostics&)` says whether it came to the end, and so does this.
template <typename Read>
bool read_screened(const Text& text, std::uint32_t file, Diagnostics& diagnostics, Read read) {
    Screen screen(text.stream());
    ReadAhead ahead(screen);
    Diagnostics own;
    const bool is_whole = read(ahead, own);
    ahead.stop();
    if (screen.report(text, file, diagnostics)) return false;
    diagnostics.take(std::move(own));
    return is_whole;
}

}  // namespace concordat
