// A log while it is being loaded: the Log itself, and what is still owed to it.
//
// In a log the records may come before the names that they use, and before the records that they answer. So a word that is not
// the protocol's is noted and looked up when all files have been read, and so is every record that another one names. Words of
// the protocol, which are nearly all, are checked at once and leave nothing behind.
#pragma once

#include <cstdint>
#include <vector>

#include "load/record_key.hpp"
#include "model/log.hpp"

namespace concordat {

/// A word that the protocol does not have, or not for this key.
struct Use {
    Name word = Name::none;
    RecordKey key = RecordKey::act;
    Span place;
};

/// A record that another one names and that has not come yet, or that it withdraws.
struct Reference {
    Name from = Name::none;
    Name target = Name::none;
    RecordKey key = RecordKey::re;
    Span place;
};

/// Where a record's id stands, of an item its first key; the file is the record's own.
struct IdPlace {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint16_t length = 0;
};

struct Draft {
    Log log;
    std::vector<IdPlace, GreatPages<IdPlace>> places;  // by record
    std::vector<Use> uses;
    std::vector<Reference> references;
    bool has_doubles = false;  // some id has come twice
    bool has_items = false;    // of a meeting
};

}  // namespace concordat
