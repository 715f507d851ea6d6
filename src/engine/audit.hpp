#pragma once
// The audit: a protocol's rules turn a log into obligations, and each obligation gets one verdict, as the log stands on one day.
// Nothing here reads a clock or knows how a verdict is printed. The rules are those of docs/verdicts.md; a slow reference
// evaluator in tests/reference agrees with this one.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/obligation.hpp"
#include "model/log.hpp"
#include "model/protocol.hpp"
#include "model/waiver.hpp"

namespace concordat {

/// The day on which the audit stands, and, if given, the day after which nothing written down is known yet.
struct Standpoint {
    Day as_of{};
    std::optional<Day> known_at;
};

/// A power and the records that used it.
struct Power {
    std::size_t rule = 0;
    std::vector<RecordIndex> uses;
};

/// A due day that needs a holiday table where there is none: the audit cannot be finished, and says so instead of guessing.
struct CalendarFault {
    std::size_t rule = 0;
    RecordIndex record = RecordIndex::none;  // none: a period
    Day day{};                               // the day from which the working days are counted
    Name reading = Name::none;               // of a reading of the rule: its name
};

struct Job;

/// The protocol, the log and the names that it was made from must outlive it.
struct Audit {
    Standpoint standpoint;
    std::vector<Obligation> obligations;  // by rule, in the order in which the rule's form makes them
    std::vector<Witness> witnesses;
    std::vector<Period> periods;
    std::vector<Power> powers;                                // one for each `may`
    std::vector<std::size_t> never_exercised;                 // rules without an obligation (powers without a use)
    std::size_t later_records = 0;                            // set aside: dated after as-of (an item counts with its meeting)
    std::size_t unknown_records = 0;                          // set aside: written down after known-at
    std::vector<Waiver> waivers;                              // those that were applied (engine/waive.hpp)
    std::unordered_map<std::uint32_t, std::uint32_t> waived;  // by obligation: the waiver that waives or excuses it
    std::vector<CalendarFault> faults;                        // if any, the rest is not to be used
    std::shared_ptr<Job> job;                                 // the log as it stood, indexed: the reasons are looked up in it
};

/// `protocol` and `log` must have been loaded with the same `names`.
Audit audit(const Protocol& protocol, const Log& log, const Names& names, const Standpoint& standpoint);

/// Adds what came of another rule, or of more triggers of the same one, that was run by itself.
void append(Audit& all, Audit part);

/// Those of one rule.
std::span<const Obligation> obligations_of(const Audit& audit, std::size_t rule);

/// The key, with the member: `2014-15/hwb-chair`.
std::string obligation_key(const Audit& audit, const Obligation& obligation);

/// The obligation's id: `rule@key/member`, for a reading `rule~name@key/member`.
std::string obligation_id(const Audit& audit, const Obligation& obligation);

/// Where the obligations of these ids stand in the audit, by id. Only the rules that an id names are looked through.
std::unordered_map<std::string_view, std::uint32_t> find_obligations(const Audit& audit, std::vector<std::string_view> ids);

}  // namespace concordat
