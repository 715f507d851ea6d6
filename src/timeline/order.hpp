#pragma once
// The order of a timeline: by day, an exact day before the month that begins on it, then by id as text. It is made in a time that
// grows with the records and the letters of their ids, even if everything happened on one day: days are counted, and ids are
// compared eight letters at a time, each text being looked up once for every eight.

#include <cstdint>
#include <vector>

#include "model/log.hpp"
#include "model/name.hpp"

namespace concordat {

/// Puts the records into the timeline's order and returns how many texts it looked at to do so.
std::uint64_t put_in_order(std::vector<RecordIndex>& records, const Log& log, const Names& names);

}  // namespace concordat
