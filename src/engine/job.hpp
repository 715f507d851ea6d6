#pragma once
// All that the forms work with: the protocol, the log as it stands on the day of the audit, and the ways to ask it something. A
// Job is made once for an audit; a RuleJob is the same job while one rule is run. Several rules may be run at once: all that a
// Job has is only read then, but for what has been asked of it already (Asked), of which each thread has its own.

#include <atomic>
#include <functional>
#include <span>

#include "engine/audit.hpp"
#include "engine/coverage.hpp"
#include "engine/search.hpp"
#include "engine/view.hpp"

namespace concordat {

/// What has been asked of the log, each answer kept for whoever asks the same.
struct Asked {
    Search search;
    Coverage coverage;
};

/// One line of `standing`, and whose it is by the one name of its office.
struct FactOfOffice {
    Name office = Name::none;
    const Standing* fact = nullptr;
};

struct Job {
    Job(const Protocol& protocol, const Log& log, const Names& names, const Standpoint& standpoint);
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    /// Nothing asked yet.
    Asked nothing_asked() const { return {Search(log, timeline, matcher, standpoint.as_of), Coverage(log, offices)}; }

    const Protocol& protocol;
    const Log& log;
    const Names& names;
    Standpoint standpoint;
    Offices offices;
    View view;
    Timeline timeline;
    Matcher matcher;
    Asked asked;
    std::vector<FactOfOffice> standing;                      // by office, those of one in the log's order
    std::vector<Name> acts;                                  // all that the log shows, in the order of their words
    mutable std::atomic<std::uint64_t> facts_looked_at = 0;  // of `standing`; for tests
};

/// A record that a trigger's pattern found; not sure if a field that it does not state would have to be so.
struct Found {
    RecordIndex record = RecordIndex::none;
    bool sure = true;
};

enum class InTime : std::uint8_t { no, partly, wholly };

struct RuleJob {
    RuleJob(Job& job_, std::size_t index_, Audit& out_) : RuleJob(job_, job_.asked, index_, out_) {}
    RuleJob(const Job& job, Asked& asked, std::size_t index, Audit& out);

    const Job& job;
    Search& search;
    Coverage& coverage;
    const Rule& rule;
    std::uint32_t index;
    Audit& out;
    std::vector<Name> delegates;  // all names of the offices that may act through a delegate, sorted

    /// The members that `for-each` names; one, none, if there is no `for-each`. `record` gives a `$field` its values.
    std::vector<Name> members(RecordIndex record = RecordIndex::none) const;
    /// Whether the members hang on the trigger.
    bool members_of_trigger() const;

    /// As members(), but for one, none, if they hang on the trigger.
    std::vector<Name> own_members() const { return members_of_trigger() ? std::vector<Name>{Name::none} : members(); }

    std::vector<Bound> bind(const Pattern& pattern, const Binding& binding) const;
    Expectation expectation(const Pattern& pattern, const Binding& binding);
    /// Every record that matches, in order; one that does not state an edition that the pattern names only may match.
    std::vector<Found> found(const Pattern& pattern, const Binding& binding);
    /// The members for whom a record counts that was found for `member`: `visit(found, member)`.
    template <typename Visit>
    void for_each_member(const Found& found, Name member, Visit visit) const {
        if (!members_of_trigger()) return visit(found, member);
        for (Name each : members(found.record)) visit(found, each);
    }
    /// All that a pattern finds, with the members for whom it counts: `visit(found, member)`.
    template <typename Visit>
    void for_each_found(const Pattern& pattern, Visit visit) {
        for (Name member : own_members())
            for (const Found& one : found(pattern, {.member = member})) for_each_member(one, member, visit);
    }

    DayRange force() const;
    InTime in_force(DayRange days) const;
    /// The day on which absence begins to be looked at: the later of the first covered day and the start in force.
    std::optional<Day> start() const;

    /// The holiday table has no answer: the audit cannot be finished.
    void fault(Day from, RecordIndex record);
    /// A day counted from another; after the last year that dates have, the last day. A fault where the table ends.
    Day later(Day from, Duration duration, RecordIndex record);
    Day earlier(Day from, Duration duration, RecordIndex record);
    Day notice(Day end, Duration duration, RecordIndex record);

    /// Goes through so many things: `run(begin, end, job)`. If they `may_be_cut`, since what comes of each hangs on no other, and
    /// they are very many, then in stretches side by side, all but the first with a job of their own; else all at once with this
    /// one.
    void in_stretches(std::size_t count, bool may_be_cut,
                      const std::function<void(std::size_t begin, std::size_t end, RuleJob& job)>& run);

    void add(Obligation obligation, std::span<const Witness> witnesses = {});
    /// Makes room for so many more obligations, and no more.
    void expect_more(std::size_t count);
    /// In the place of one that was added.
    void put(std::size_t place, Obligation obligation, std::span<const Witness> witnesses);
};

/// Whether a pattern uses any `$field`: its binding then differs from trigger to trigger.
bool uses_fields(const Pattern& pattern);

}  // namespace concordat
