// Loads a protocol: the head, who and what there is, the clauses with their rules.
//
// A Protocol that comes out is valid in every way that model/protocol.hpp and model/rule.hpp promise; if anything at all is
// wrong, none comes out and everything that could be found wrong is in `diagnostics`. Nothing is defaulted but what
// docs/protocol.md says has a default, and nothing is skipped: every key of the file was asked for by somebody.
#pragma once

#include <cstdint>
#include <optional>

#include "load/calendar.hpp"
#include "model/protocol.hpp"
#include "yaml/read.hpp"

namespace concordat {

std::optional<Protocol> load_protocol(const Text& text, std::uint32_t file, Names& names, const CalendarSource& calendars,
                                      Diagnostics& diagnostics, Readers readers = Readers::both);

}  // namespace concordat
