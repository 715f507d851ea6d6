#pragma once
// One thing that happened, as a log tells it: a meeting, an item of its minutes, a report and where it went. Records are many, so
// they are small: words are Names, and lists lie one after the other in pools that the Log owns; a record holds where its own
// begin and end. An item of a meeting is a record too, with what it takes from its meeting already filled in; the items stand
// right behind their meeting. What a meeting shows in `contains` through its items is not repeated here.

#include <cstdint>
#include <limits>

#include "model/name.hpp"
#include "source/text.hpp"
#include "time/day.hpp"

namespace concordat {

enum class RecordIndex : std::uint32_t { none = std::numeric_limits<std::uint32_t>::max() };

/// A run of entries in one of the Log's pools.
struct Slice {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    bool empty() const { return size == 0; }
};

/// A body or role that a record shows; `delegate` names who came or acted in the role's place.
struct Party {
    Name who = Name::none;
    Name delegate = Name::none;
};

enum class Status : std::uint8_t { held, cancelled, inquorate, planned };
enum class Stated : std::uint8_t { not_stated, yes, no };

struct Record {
    Name id = Name::none;
    Name act = Name::none;
    DayRange date{};  // first == last unless only the month is known
    Day recorded{};   // only if has_recorded
    Name of = Name::none;
    Name document = Name::none;
    Name subject = Name::none;
    Name re = Name::none;
    Name role = Name::none;
    Name rule = Name::none;
    Name withdraws = Name::none;
    Slice by, to, present, with;              // into Log::parties
    Slice covering, about, contains;          // into Log::words
    RecordIndex meeting = RecordIndex::none;  // of an item
    std::uint32_t line = 0;                   // where it stands
    std::uint16_t file = 0;
    Status status = Status::held;
    Stated in_writing = Stated::not_stated;
    bool has_recorded : 1 = false;
    bool partial : 1 = false;          // its lists do not claim to be whole
    bool partial_present : 1 = false;  // nor does its `present`, which an item has from its meeting
    bool broken : 1 = false;           // of `attested`: finding: broken
};

}  // namespace concordat
