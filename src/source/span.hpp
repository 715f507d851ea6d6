// Span: a place in an input file, small enough to sit on every node and every record.
//
// Lines and columns count from 1, and a column is a code point, not a byte: what an editor shows is what we say.
// Line 0 stands for the file as a whole; length 0 for "unknown", which is drawn as a caret of width one. A span never
// reaches beyond its line. The order is total (file, line, column, length), so that anything located can be sorted.
#pragma once

#include <compare>
#include <cstdint>

namespace concordat {

struct Span {
    std::uint32_t file = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t length = 0;

    friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace concordat
