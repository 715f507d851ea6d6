// Parses in a thread of its own and hands what comes out to a handler in this one: while records are being interned, the next
// ones are parsed. What the handler is given, and in which order, is the same as without.
#pragma once

#include "load/log_stream.hpp"

namespace concordat {

/// As `stream_log`. What was kept is in `handler.kept` afterwards.
bool relay_log(const LogInput& input, StreamHandler& handler, Diagnostics& diagnostics);

}  // namespace concordat
