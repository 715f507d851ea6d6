// A holiday table, `protocols/calendars/ID.yaml`: `calendar`, `source`, `from`, `to` and `days: [{date, name}]`.
//
// It is shipped inside the binary; whoever loads a protocol hands in where tables come from, so that nothing here knows a disk.
// Refused: a table that calls itself otherwise, a day outside its span, a day that is listed twice. The days come out in
// order, as model's Calendar promises, whatever their order in the file.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

#include "diagnostic/diagnostic.hpp"
#include "source/text.hpp"
#include "time/calendar.hpp"
#include "yaml/read.hpp"

namespace concordat {

/// A table's text, already among the Sources.
struct CalendarText {
    const Text* text = nullptr;
    std::uint32_t file = 0;
    Readers readers = Readers::both;
};

/// Nothing if there is no table with this id.
using CalendarSource = std::function<std::optional<CalendarText>(std::string_view id)>;

/// Nothing if an error was found in it; all are in `diagnostics`.
std::optional<Calendar> load_calendar(const CalendarText& source, std::string_view id, Diagnostics& diagnostics);

}  // namespace concordat
