#pragma once
// An outcome with all its reasons, in words: what a report prints and nothing that it would have to work out. Texts are plain
// (no markup, no colour); ids and texts that come from a log are as the log has them, so each format escapes them in its own way.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/outcome.hpp"
#include "time/day.hpp"

namespace concordat {

/// A record that a finding points at.
struct Sighting {
    std::string id;
    std::string date;        // 2014-06-30, or 2014-06
    std::uint32_t file = 0;  // index into Sources
    std::uint32_t line = 0;
    bool late = false;  // of a witness: it came after the due day
    std::string why{};  // nearest misses: the one thing that failed, as a clause: "sent to hhwb, not to hscb"
};

struct Finding : Outcome {
    std::string id;                    // rule@key/member
    std::string key;                   // with the member: `2014-15/hwb-chair`
    std::string because;               // one sentence: why this verdict, for undetermined what the log would have to say
    std::vector<std::string> owed_by;  // ids; more than one means one of them
    std::vector<std::string> owed_to;
    std::string owed;  // "HCT owed it to HSCB by 2014-09-30": the whole sentence, in names
    std::optional<Day> opens;
    std::optional<Day> due;
    std::string due_because;        // "published 2014-06-30 + 1 month = 2014-07-30"
    std::optional<Sighting> about;  // the trigger, guarded or judged record
    std::vector<Sighting> witnesses;
    std::vector<Sighting> nearest;
    std::string mend;                // the record that would mend it, as a YAML flow mapping; empty if none can
    std::vector<std::string> flags;  // "edition not stated (r7)"
    std::optional<int> age_days;     // of a pending one without a due day: days since it opened
};

/// The days of a finding without its texts, for what is drawn and sorted.
struct FindingDays {
    std::optional<Day> opens;
    std::optional<Day> due;
    std::optional<Day> about;  // the first day of the record that it is about
    std::optional<Day> done;   // the first day of its last witness
};

}  // namespace concordat
