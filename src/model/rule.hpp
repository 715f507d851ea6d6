#pragma once
// The whole rule language on one page. A rule has exactly one form; each form gives rise to obligations in its own way, and
// holds only the modifiers that make sense for it, so a rule that exists is a rule that can be run. How it was written in
// YAML is load's business, what it makes of a log is engine's. The sources are docs/protocol.md and docs/rules/.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/pattern.hpp"
#include "time/day.hpp"
#include "time/duration.hpp"
#include "time/period.hpp"

namespace concordat {

/// The periods of `every`: those of the protocol's year, or runs of one length from the day of agreement.
struct Rhythm {
    Cycle cycle = Cycle::year;
    std::optional<Duration> from_agreement;  // if set, `cycle` means nothing
};

/// When a duty falls due.
struct Deadline {
    enum class Kind : std::uint8_t {
        at_once,       // `within` left out: `every` is due at the period's end; `once` and `after` have no due day
        duration,      // `within: 3 months`
        next_meeting,  // `within: {next-meeting-of: hhwb}`
        next_edition,  // `within: {next-edition-of: cypp}`
        open           // `within: open`: no due day (`every` only)
    };
    Kind kind = Kind::at_once;
    Duration duration{};     // of `duration`
    Name name = Name::none;  // of `next_meeting` (a body or meeting) and `next_edition` (a document)
};

/// A fact that holds over time, fed by `standing` alone.
struct State {
    enum class Kind : std::uint8_t {
        member,            // {role: lead-member, of: hwb, as: member}, {body: halton-ccg, of: hhwb, as: member}
        held,              // {role: hscb-chair, held: true}
        current,           // {document: cypp, current: true}
        distinct_holders,  // {distinct-holders: [a, b]}
        same_holder        // {same-holder: [a, b]}
    };
    Kind kind = Kind::member;
    std::vector<Value> subjects;  // the role, body or document; the roles of the last two. A name or $each
    bool body = false;            // of `member`: the subject is written `body:`
    Value of;                     // of `member`: a name or $each
    Name as = Name::none;         // of `member`
    Span place;
};

struct Every {
    Rhythm rhythm;
    int times = 1;
    Pattern expect;
    std::optional<Duration> opens;  // so long before the period begins
    Deadline within;
    std::optional<Duration> remind_after;
    bool part_period_counts = false;
    bool late_counts = true;
    std::optional<Pattern> unless;
};

struct AtLeastEvery {
    Duration gap;
    bool from_agreed = false;
    Pattern expect;
};

struct Once {
    Pattern expect;
    Deadline within;  // at_once or duration
    std::optional<Duration> remind_after;
    bool late_counts = true;
    std::optional<Pattern> unless;
};

struct After {
    Pattern trigger;
    Pattern expect;
    Deadline within;
    std::optional<Duration> remind_after;
    bool late_counts = true;
    bool distinct = false;
    std::optional<Pattern> unless;
};

struct Before {
    Pattern guarded;
    Pattern expect;
    std::optional<Duration> within;    // how far back the match may lie
    std::optional<Duration> at_least;  // the notice that it must give
    std::optional<Pattern> since;      // the record that opens the time
    bool distinct = false;
    std::optional<Pattern> unless;
};

struct Each {
    Pattern pattern;
    Pattern has;
};

struct Never {
    Pattern pattern;
    std::optional<Pattern> excused_by;
};

struct Throughout {
    State state;
};

struct May {
    Pattern pattern;
    bool only = false;  // each use by anybody else is a breach; every alternative then names `by`
};

struct Attest {
    std::string text;
    Values by;
    Rhythm rhythm;
    bool part_period_counts = false;
};

using Form = std::variant<Every, AtLeastEvery, Once, After, Before, Each, Never, Throughout, May, Attest>;

/// The form's name as it is written: "every", "at-least-every" …
std::string_view form_name(const Form& form);

enum class Strength : std::uint8_t { must, should, implied };
std::string_view to_string(Strength strength);

/// The time in which a paper or a rule binds; an end that is not given is open.
struct InForce {
    std::optional<Day> from;
    std::optional<Day> to;
};

struct Rule {
    Name id = Name::none;
    std::string title;
    std::size_t clause = 0;  // index into Protocol::clauses
    Strength strength = Strength::must;
    Form form;
    /// A separate obligation for each of these, bound to $each; a `$field` stands for what the trigger shows.
    std::optional<std::vector<Value>> for_each;
    std::vector<Name> delegates;
    std::optional<Values> owed_by;
    std::optional<Values> owed_to;
    Name waivable_by = Name::none;
    InForce in_force;  // already narrowed by the protocol's
    std::vector<std::string> assumes;
    Span place;                  // the rule's id in the protocol file
    Name reading = Name::none;   // of a reading: its name; `id` is then still the rule's own
    std::vector<Rule> readings;  // other readings of the same words
};

/// Whether any log at all can break the rule: not a power, nor a duty that has no due day.
bool can_be_broken(const Rule& rule);

}  // namespace concordat
