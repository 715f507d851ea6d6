// Says what libyaml found wrong in words that help someone who has never heard of a block mapping.
//
// libyaml names a problem and, often, what it was doing and where that began. The place to look at is now the one and now
// the other: an unclosed quote is where it opened, not the end of the file. A text that is cut off inside quotes or brackets is
// always called that, whatever libyaml stumbled over first.
#pragma once

#include <yaml.h>

#include <cstdint>

#include "diagnostic/diagnostic.hpp"
#include "source/text.hpp"

namespace concordat {

/// What had been read by then. libyaml does not keep it, and it often holds the real fault.
struct ParsedSoFar {
    Span long_quote;                   // the last quoted text that ran over several lines,
    std::uint32_t long_quote_end = 0;  // and the line where it was closed
    Span bracket;                      // the innermost `[` or `{` that is open
    bool in_document = false;          // a document has begun
};

void report_syntax_error(const yaml_parser_t& parser, const Text& text, std::uint32_t file, const ParsedSoFar& progress,
                         Diagnostics& diagnostics);

}  // namespace concordat
