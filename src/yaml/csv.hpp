// Reads records from a table (CSV as in RFC 4180): the first line names the columns, each further line is a record.
//
// An empty cell is a key that the record does not have. In a column that may hold a list, `;` stands between its entries. A byte
// order mark, LF or CRLF, and line ends inside quotes are read; libcsv does. Refused: a quote that is never closed or that stands
// inside a cell without quotes, a line with more cells than columns, a column named twice or not at all.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "diagnostic/diagnostic.hpp"
#include "source/text.hpp"
#include "yaml/stream.hpp"

namespace concordat {

/// As `stream` (yaml/stream.hpp); each line is an item of the list under `streamed_key`.
bool stream_csv(const Text& text, std::uint32_t file, std::string_view streamed_key,
                const std::function<bool(std::string_view column)>& holds_list, StreamHandler& handler, Diagnostics& diagnostics);

}  // namespace concordat
