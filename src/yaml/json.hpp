// Reads records from JSON: one object of the shape of a YAML log (`.json`), or one record on each line (`.jsonl`).
//
// simdjson reads it; what comes out are the same Nodes, in their places, as from the same log in YAML, and so the same
// diagnostics. Of JSON lines, the first may be the log's header: an object that has one of the keys that only a header has. After
// a line that is no JSON, reading goes on with the next. Refused: what is no JSON object, bytes behind it, double keys, control
// characters that come as escapes, what is too deep or too large. `null` is a key without a value.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "diagnostic/diagnostic.hpp"
#include "source/text.hpp"
#include "yaml/stream.hpp"

namespace concordat {

/// As `stream` (yaml/stream.hpp).
bool stream_json(const Text& text, std::uint32_t file, std::string_view streamed_key, StreamHandler& handler,
                 Diagnostics& diagnostics);

/// Each line is an item of the list under `streamed_key`; the first is the header if it has a key of `header_keys`.
bool stream_json_lines(const Text& text, std::uint32_t file, std::string_view streamed_key,
                       std::span<const std::string_view> header_keys, StreamHandler& handler, Diagnostics& diagnostics);

}  // namespace concordat
