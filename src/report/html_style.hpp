#pragma once
// How the page looks, on a screen, on a phone and on paper, and the signs of the verdicts: each has a shape of its own, so that
// none is told by its colour alone.

#include <string_view>

namespace concordat {

extern const std::string_view html_style;
/// Symbols that `add_symbol` refers to.
extern const std::string_view html_signs;

}  // namespace concordat
