#pragma once
// One thing that happened, as a log tells it: a meeting, an item of its minutes, a report and where it went. Records are many, so
// they are small: words are Names, and what not every record has lies in pools that the Log owns (Log::name, Log::parties …). An
// item of a meeting is a record too, with what it takes from its meeting already filled in; the items stand right behind their
// meeting. What a meeting shows in `contains` through its items is not repeated here.

#include <array>
#include <cstdint>
#include <limits>

#include "model/name.hpp"
#include "source/text.hpp"
#include "time/day.hpp"

namespace concordat {

enum class RecordIndex : std::uint32_t { none = std::numeric_limits<std::uint32_t>::max() };

/// A list that the Log keeps; the same one wherever many records show the same one thing.
struct List {
    std::uint32_t index = 0;  // 0: there is none
    bool empty() const { return index == 0; }
    friend bool operator==(const List&, const List&) = default;
};

/// A body or role that a record shows; `delegate` names who came or acted in the role's place.
struct Party {
    Name who = Name::none;
    Name delegate = Name::none;
};

enum class Status : std::uint8_t { held, cancelled, inquorate, planned };
enum class Stated : std::uint8_t { not_stated, yes, no };

/// What a record may or may not have. Each stands in the Log's pool only where a record has it, so that a record costs what it
/// says.
enum class Part : std::uint8_t {
    recorded,  // a Day
    meeting,   // of an item: a RecordIndex
    of,        // from here, a Name each
    document,
    subject,
    re,
    role,
    rule,
    withdraws,
    by,  // from here, a list each
    to,
    present,
    with,
    covering,
    about,
    contains
};
inline constexpr std::size_t part_count = 16;

/// What every record has.
struct RecordCore {
    Name id = Name::none;
    Name act = Name::none;
    std::uint32_t line = 0;               // where it stands
    std::uint32_t dated : date_bits = 0;  // as number_of tells: a day, or a whole month where no more is known
    Status status : 2 = Status::held;
    Stated in_writing : 2 = Stated::not_stated;
    bool partial : 1 = false;          // its lists do not claim to be whole
    bool partial_present : 1 = false;  // nor does its `present`, which an item has from its meeting
    bool broken : 1 = false;           // of `attested`: finding: broken
    std::uint16_t file = 0;

    DayRange date() const { return date_of(dated); }
    void set_date(DayRange date) { set_dated(number_of(date)); }
    void set_dated(std::uint32_t number) { dated = number & ((1U << date_bits) - 1); }
};

struct Record : RecordCore {
    std::uint16_t has = 0;    // one bit for each Part
    std::uint32_t parts = 0;  // where its parts begin in the Log's pool

    bool shows(Part part) const { return ((has >> static_cast<unsigned>(part)) & 1U) != 0; }
    bool is_item() const { return shows(Part::meeting); }
};
static_assert(sizeof(Record) == 24);

/// The parts of a record that is being added, side by side.
class PartValues {
public:
    void add(Part part, std::uint32_t value) {
        values_[static_cast<std::size_t>(part)] = value;
        has_ |= 1U << static_cast<unsigned>(part);
    }
    /// Only if there is one.
    void add(Part part, Name name) {
        if (name != Name::none) add(part, static_cast<std::uint32_t>(name));
    }
    void add(Part part, List list) {
        if (!list.empty()) add(part, list.index);
    }
    /// One bit for each Part.
    std::uint16_t has() const { return static_cast<std::uint16_t>(has_); }
    std::uint32_t value(std::size_t part) const { return values_[part]; }

private:
    std::array<std::uint32_t, part_count> values_;  // those that it has
    unsigned has_ = 0;
};

/// A record with everything side by side, as it is read, compared and tested.
struct WholeRecord : RecordCore {
    Day recorded{};  // only if has_recorded
    Name of = Name::none;
    Name document = Name::none;
    Name subject = Name::none;
    Name re = Name::none;
    Name role = Name::none;
    Name rule = Name::none;
    Name withdraws = Name::none;
    List by, to, present, with;      // of Party
    List covering, about, contains;  // of Name
    RecordIndex meeting = RecordIndex::none;
    bool has_recorded = false;
};

}  // namespace concordat
