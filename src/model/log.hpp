#pragma once
// A log: what happened, what held over time, and for which days it claims to be complete. Several log files of one run are
// joined into one Log, so there is always exactly one. A Log that exists is valid: ids are known, each record's id is its own,
// and nothing that it withdraws or answers is missing.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/directory.hpp"
#include "model/pool.hpp"
#include "model/record.hpp"
#include "source/great_pages.hpp"

namespace concordat {

/// Days for which a log claims to tell everything, or everything about some bodies or some acts.
struct CoveredSpan {
    DayRange days{};
    std::vector<Name> bodies;  // empty: all
    std::vector<Name> acts;    // empty: all
};

/// One line of `standing`.
struct Standing {
    enum class Kind : std::uint8_t { holder, membership, document };
    Kind kind = Kind::holder;
    Name subject = Name::none;   // the role; the role or body; the document
    std::string held_by;         // of `holder`
    Name of = Name::none;        // of `membership`
    Name as = Name::none;        // of `membership`
    std::vector<Name> covering;  // of `document`
    Day from{};
    std::optional<Day> to;  // the last day; open if not given
    Span place;
};

using Facts = std::vector<Standing, GreatPages<Standing>>;
using Records = std::vector<Record, GreatPages<Record>>;

struct Log {
    std::string title;
    Directory directory;  // the protocol's and the log's own
    std::vector<CoveredSpan> covers;
    bool covers_none = false;   // `covers: none`, and no other log of the run covers anything
    bool covers_taken = false;  // some log states no `covers`: its first to last record date was taken
    std::optional<Day> as_of;   // the latest that a log states
    Facts standing;
    Records records;  // a meeting, then its items; else in the order of the files

    const Record& at(RecordIndex index) const { return records[static_cast<std::size_t>(index)]; }
    std::optional<Day> recorded(const Record& record) const;
    /// The meeting of an item; of anything else none.
    RecordIndex meeting(const Record& record) const;
    /// What it shows in a part that holds one name; none if it shows nothing.
    Name name(const Record& record, Part part) const { return Name{pool_.part(record, part)}; }
    List list(const Record& record, Part part) const { return {pool_.part(record, part)}; }
    std::span<const Party> parties_of(List list) const { return pool_.parties(list); }
    std::span<const Name> words_of(List list) const { return pool_.words(list); }
    std::span<const Party> parties(const Record& record, Part part) const { return parties_of(list(record, part)); }
    std::span<const Name> words(const Record& record, Part part) const { return words_of(list(record, part)); }

    List keep(std::span<const Party> parties) { return pool_.keep(parties); }
    List keep(std::span<const Name> words) { return pool_.keep(words); }
    void reserve(std::size_t count) {
        records.reserve(count);
        pool_.reserve(count);
    }
    /// A record that has these parts; what else it has is to be filled in where it stands.
    Record& add(const PartValues& parts) {
        Record& record = records.emplace_back();
        pool_.add(parts, record);
        return record;
    }
    void add(const WholeRecord& record);
    WholeRecord whole(const Record& record) const;
    /// Changes a part that the record has; an item has `meeting`, `by` and `to`, be they empty.
    void set(const Record& record, Part part, std::uint32_t value) { pool_.set(record, part, value); }

private:
    Pool pool_;
};

std::optional<Day> last_covered_day(const Log& log);
/// The last day on which any of its records may have happened.
std::optional<Day> last_recorded_day(const Log& log);

/// The day on which an audit of the log stands if nobody says otherwise: what it says itself, else its last covered day, else its
/// last record's.
std::optional<Day> own_as_of(const Log& log);

}  // namespace concordat
