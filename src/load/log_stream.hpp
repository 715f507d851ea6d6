// The syntax of a log, whichever it is: YAML, JSON, JSON lines, CSV. What comes out are the same entries and items.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "load/log.hpp"
#include "yaml/stream.hpp"

namespace concordat {

/// False if the reader stopped before the end of the file.
bool stream_log(const LogInput& input, StreamHandler& handler, Diagnostics& diagnostics);

}  // namespace concordat
