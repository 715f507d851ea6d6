// Texts that mean something: a line, a date, a length of time, a word out of a few, a number, true or false.
//
// Each takes exactly what language.md shows and nothing that would have to be guessed: `yes` is not `true`, `2014-2-3` is no
// date, `03` is no number. `key` is whose value it is, for the message.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "time/day.hpp"
#include "time/duration.hpp"
#include "yaml/node.hpp"

namespace concordat {

/// A text on one line: a title, a name.
std::string read_line(const Node& node, std::string_view key, Diagnostics& diagnostics);
/// The same, as a part of the node's text.
std::string_view view_line(const Node& node, std::string_view key, Diagnostics& diagnostics);

/// A text that may have several lines; the line end that a block (`|`, `>`) leaves behind is dropped.
std::string read_prose(const Node& node, std::string_view key, Diagnostics& diagnostics);

/// A list of such texts.
std::vector<std::string> read_prose_list(const Node& node, std::string_view key, Diagnostics& diagnostics);

std::optional<Day> read_day(const Node& node, std::string_view key, Diagnostics& diagnostics);

/// A day, or a month if only that is known.
std::optional<DayRange> read_date(const Node& node, std::string_view key, Diagnostics& diagnostics);

std::optional<Duration> read_duration(const Node& node, std::string_view key, Diagnostics& diagnostics);

/// False on error, too.
bool read_truth(const Node& node, std::string_view key, Diagnostics& diagnostics);

/// The place of the word among those allowed.
std::optional<std::size_t> read_word(const Node& node, std::string_view key, const std::vector<std::string_view>& allowed,
                                     Diagnostics& diagnostics);

/// A whole number from 1 to 10000.
std::optional<int> read_count(const Node& node, std::string_view key, Diagnostics& diagnostics);

/// Where both are there and the first is after the second, that is reported at `place`.
void check_order(const std::optional<Day>& from, const std::optional<Day>& to, Span place, Diagnostics& diagnostics);

}  // namespace concordat
