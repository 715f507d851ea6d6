#pragma once
// All records that match a pattern, found once. Patterns with the same names in them share one answer, whatever rule or
// obligation they come from; a pattern is looked up by the rarest thing that it names, so no rule walks the whole log for each
// trigger. Where that leaves few records, they are looked at anew each time and nothing is kept (engine/wanted.hpp). The answers
// are kept in the order of the timeline, exact days apart from dates known to the month, so that a question about a window is a
// binary search.

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "engine/match.hpp"

namespace concordat {

/// Records in order. Months neither overlap nor nest, so either list is sorted by its first and by its last days.
struct HitList {
    std::vector<RecordIndex> days;
    std::vector<RecordIndex> months;

    bool empty() const { return days.empty() && months.empty(); }
    void add(const Log& log, RecordIndex record);
    void clear() {
        days.clear();
        months.clear();
    }
};

struct HitSet {
    HitList sure;
    HitList maybe;  // does not say enough; or of a month that is not over on the day of the audit, so it may still lie ahead

    bool empty() const { return sure.empty() && maybe.empty(); }
    void clear() {
        sure.clear();
        maybe.clear();
    }
};

inline constexpr std::size_t few_candidates = 16;  // so many it costs less to look at again than to keep

/// The matches of one alternative of a pattern.
struct Hits {
    HitSet all;                                   // whatever their edition
    std::unordered_map<Name, HitSet> by_edition;  // only if the pattern names `covering`
    HitSet unstated;                              // likewise
};

/// Where the witnesses of an obligation may be found.
struct Query {
    struct Stated {
        const HitSet* hits;
        Name edition;  // none if the pattern names no edition
    };
    std::vector<Stated> stated;
    const HitSet* unstated = nullptr;  // those that state no edition, if the pattern names one
    const HitSet* open = nullptr;      // an edition that nobody knows: these only may match, sure or not
};
using Expectation = std::vector<Query>;  // one for each alternative

class Search {
public:
    Search(const Log& log, const Timeline& timeline, const Matcher& matcher, Day as_of)
        : log_(log), timeline_(timeline), matcher_(matcher), as_of_(as_of) {}

    const Hits& hits(const Bound& pattern);
    /// The same; where there are few candidates, nothing is kept, and the answer is in `few`.
    const Hits& hits(const Bound& pattern, Hits& few);
    /// The pattern's hits; says in `query` where those are that will do.
    const Hits& ask(const Bound& pattern, Query& query);
    Expectation expectation(const std::vector<Bound>& alternatives);

    /// Finds the places where candidates for the pattern are: all other records are surely no match. Says how many there are.
    std::size_t locate(const Bound& pattern);
    /// The candidates that were located last, in order; in `made` where no list of the timeline will do.
    std::span<const RecordIndex> candidates(std::vector<RecordIndex>& made) const;
    /// What a candidate is, whatever its edition: a match that may still lie ahead only may be one.
    Match match(const Bound& pattern, RecordIndex candidate, SharedList* shared = nullptr);

    /// Keeps what another search of the same log has found too.
    void take(Search&& other);

    /// How many candidates were looked at in all. For tests.
    std::uint64_t looked_at() const { return looked_at_; }

private:
    using Key = std::vector<std::uint32_t>;
    struct KeyHash {
        std::size_t operator()(const Key& key) const;
    };
    void find(const Bound& pattern, std::span<const RecordIndex> candidates, Hits& into);
    void narrow(const Bound& pattern, Name act);
    const HitSet* of_all_editions(const Editions& editions, const Hits& found);

    const Log& log_;
    const Timeline& timeline_;
    const Matcher& matcher_;
    Day as_of_;
    std::unordered_map<Key, std::unique_ptr<Hits>, KeyHash> hits_;
    std::map<std::pair<const Hits*, std::vector<Name>>, HitSet> of_all_editions_;
    std::uint64_t looked_at_ = 0;
    Key key_;                                           // of the pattern at hand
    std::vector<std::span<const RecordIndex>> places_;  // where its candidates are
};

/// The one that comes first in the order; none only if both are none.
RecordIndex earlier_of(const Timeline& timeline, RecordIndex a, RecordIndex b);
/// The earliest record, by rank, that lies wholly inside [from, to] and is not `except`; none if there is none.
RecordIndex first_inside(const Timeline& timeline, const HitList& list, Day from, Day to, RecordIndex except);
/// The earliest sure match that lies wholly inside [from, to] and states what edition is asked for, if one is.
RecordIndex first_stated(const Timeline& timeline, const Expectation& expectation, Day from, Day to, RecordIndex except);
/// The earliest record with at least one of its days in [from, to] that is not `except`; none if there is none.
RecordIndex first_touching(const Timeline& timeline, const HitList& list, Day from, Day to, RecordIndex except);
bool contains(const Timeline& timeline, const HitList& list, RecordIndex record);
/// How many records, other than `except`, have at least one of their days in [from, to].
std::size_t count_touching(const Timeline& timeline, const HitList& list, Day from, Day to, RecordIndex except);

}  // namespace concordat
