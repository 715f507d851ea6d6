#pragma once
// Standard output and standard error, and what is at their other end: whether a report may have colours, and how wide it is. It
// is decided here, once; no format asks. A reader who went away (a closed pipe) is no error; a full disk is one.

#include <cstddef>
#include <string_view>

namespace concordat {

/// The value of `--color`: "always", "never" or "auto" (a terminal, and NO_COLOR not set).
bool wants_colours(std::string_view when);

/// Of the terminal, within reason; 100 for whatever is none, so that equal inputs give equal bytes.
std::size_t width_of_output();

/// Whether standard error is a terminal.
bool errors_are_seen();

/// First of all: a closed standard stream is kept from becoming the number of a file that is opened later, and a closed pipe from
/// ending the program.
void prepare_streams();

void print(std::string_view bytes);
void print_error(std::string_view bytes);

}  // namespace concordat
