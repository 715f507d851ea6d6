// Reads records from a table (CSV as in RFC 4180): the first line names the columns, each further line is a record.
//
// An empty cell is a key that the record does not have. In a column that may hold a list, `;` stands between its entries. A byte
// order mark, LF or CRLF, blank lines, and line ends inside quotes are read; libcsv does. Refused: a quote that is never closed
// or that stands inside a cell without quotes, a line with more cells than columns, a last line that breaks off, a column named
// twice or not at all. What a column may be called is not known here: whoever asks says so. A wrong column is told once, at its
// name, and left out of the records; after a wrong line, reading goes on with the next.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "diagnostic/diagnostic.hpp"
#include "source/text.hpp"
#include "yaml/stream.hpp"

namespace concordat {

/// What stands in the cells of a column.
struct CsvColumn {
    enum class Holds : std::uint8_t { text, list, nothing_known };  // the last is an error, and these say which
    Holds holds = Holds::text;
    std::string code = {};
    std::string message = {};
    std::string help = {};
};

/// What the columns of a table may be called, and which there must be.
struct CsvColumns {
    std::function<CsvColumn(std::string_view name)> find;
    std::span<const std::string_view> needed;
};

/// As `stream` (yaml/stream.hpp); each line is an item of the list under `streamed_key`.
bool stream_csv(const Text& text, std::uint32_t file, std::string_view streamed_key, const CsvColumns& columns,
                StreamHandler& handler, Diagnostics& diagnostics);

}  // namespace concordat
