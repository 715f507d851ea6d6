#pragma once
// What a rule asks of somebody in one case, and what became of it. An audit is a list of these; every command is a view of that
// list. An obligation is made by its rule's form (engine/FORM.cpp), gets its witnesses (engine/assign.cpp) and then one verdict
// (engine/judge.cpp). There may be as many as records, so it is small: keys are worked out when somebody asks for them. Its id,
// `rule@key/member`, holds no line number, so it survives edits of the log.

#include "engine/optional_day.hpp"
#include "engine/verdict.hpp"
#include "model/record.hpp"

namespace concordat {

/// A record that discharges an obligation.
struct Witness {
    RecordIndex record = RecordIndex::none;
    bool late = false;
    bool edition_not_stated = false;
};

/// What the key of an obligation is made of.
enum class KeyKind : std::uint8_t {
    period,  // the period's label
    record,  // the id of the trigger, of the guarded or judged record, or of the one that opens a gap
    start,   // the gap that no record opens
    once,
    window,  // all audited days together
    day      // of `throughout`: the first day of a stretch, which is `opens`
};

struct Obligation {
    std::uint32_t rule = 0;                  // index into Protocol::rules
    std::uint32_t period = 0;                // index into Audit::periods, of KeyKind::period
    Name member = Name::none;                // what $each is bound to
    RecordIndex record = RecordIndex::none;  // of KeyKind::record
    KeyKind key = KeyKind::once;
    Verdict verdict = Verdict::pending;
    Reason reason = Reason::none;
    bool unsure : 1 = false;          // the trigger matches only if a field that it does not state were so
    bool maybe_excepted : 1 = false;  // undetermined because of `unless`
    std::uint32_t witnesses = 0;      // where its witnesses begin in Audit::witnesses
    std::uint32_t witness_count = 0;
    OptionalDay opens{};                     // not given: nobody knows how far back the time is open, or the form has no window
    OptionalDay due{};                       // not given: no due day
    OptionalDay until{};                     // of a failing stretch: its last day
    RecordIndex due_by = RecordIndex::none;  // the meeting or edition on which the due day hangs
};
static_assert(sizeof(Obligation) <= 44);

}  // namespace concordat
