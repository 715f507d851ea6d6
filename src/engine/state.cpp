#include "engine/state.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "timeline/sort_by_number.hpp"

namespace concordat {

namespace {

DayRange days_of(const Standing& fact) { return {fact.from, fact.to.value_or(latest_day)}; }

StateDays split(DaySet holds, bool stated, const DaySet& audited) {
    if (!stated) return {.holds = {}, .fails = {}, .not_stated = audited};
    DaySet kept = both(audited, holds);
    DaySet failed = audited.without(kept);
    return {.holds = std::move(kept), .fails = std::move(failed), .not_stated = {}};
}

StateDays simple(const State& state, Name member, const DaySet& audited, const Job& job) {
    const Name subject = state_name(state.subjects.front(), member);
    const Name of = state_name(state.of, member);
    const auto kind = state.kind == State::Kind::member    ? Standing::Kind::membership
                      : state.kind == State::Kind::current ? Standing::Kind::document
                                                           : Standing::Kind::holder;
    std::vector<DayRange> runs;
    bool stated = false;
    for (const Standing* fact : facts_about(subject, kind, job)) {
        if (kind == Standing::Kind::membership && fact->of != of) continue;
        stated = true;
        if (kind != Standing::Kind::membership || fact->as == state.as) runs.push_back(days_of(*fact));
    }
    return split(DaySet{std::move(runs)}, stated, audited);
}

/// Who holds several offices, day by day: a sweep over the days on which anything changes, so a long list of holders costs no
/// more than its length.
class Holders {
public:
    explicit Holders(std::size_t roles) : sitting_(roles, 0) {}

    void change(std::size_t role, std::string_view holder, int by) {
        sitting_[role] += by;
        const auto at = rows_.try_emplace(holder, free_rows_.empty() ? rows_.size() : free_rows_.back()).first;
        const std::size_t row = at->second;
        if (!free_rows_.empty() && free_rows_.back() == row) free_rows_.pop_back();
        if (seats_.size() == row * sitting_.size()) seats_.resize((row + 1) * sitting_.size());
        const std::span seats = std::span(seats_).subspan(row * sitting_.size(), sitting_.size());
        const std::size_t before = offices(seats);
        seats[role] += by;
        const std::size_t after = offices(seats);
        if (before > 1) --in_two_;
        if (before == sitting_.size()) --in_all_;
        if (after > 1) ++in_two_;
        if (after == sitting_.size()) ++in_all_;
        if (after == 0) {
            rows_.erase(at);
            free_rows_.push_back(row);
        }
    }
    bool somebody_in_two() const { return in_two_ > 0; }
    bool somebody_in_all() const { return in_all_ > 0; }
    bool vacant(std::size_t role) const { return sitting_[role] == 0; }

private:
    static std::size_t offices(std::span<const int> seats) {
        return static_cast<std::size_t>(std::count_if(seats.begin(), seats.end(), [](int seat) { return seat > 0; }));
    }
    std::vector<int> sitting_;
    std::map<std::string_view, std::size_t> rows_;  // by holder, of those that hold any
    std::vector<std::size_t> free_rows_;
    std::vector<int> seats_;  // by row and role
    std::size_t in_two_ = 0;
    std::size_t in_all_ = 0;
};

Match compare_holders(const State& state, const Holders& known, std::size_t known_roles, std::size_t unknown_roles) {
    std::size_t vacant = 0;
    for (std::size_t role = 0; role < known_roles; ++role)
        if (known.vacant(role)) ++vacant;
    if (state.kind == State::Kind::distinct_holders) {
        if (known.somebody_in_two()) return Match::no;
        const bool nobody_to_clash_with = unknown_roles <= 1 && vacant == known_roles;
        return unknown_roles == 0 || nobody_to_clash_with ? Match::yes : Match::maybe;
    }
    if (vacant > 0) return Match::no;
    if (known_roles > 0 && !known.somebody_in_all()) return Match::no;
    return unknown_roles == 0 ? Match::yes : Match::maybe;
}

StateDays holders(const State& state, Name member, const DaySet& audited, const Job& job) {
    struct Change {
        Day day{};
        int by = 0;
        std::size_t role = 0;
        const std::string* holder = nullptr;
    };
    std::vector<Change> changes;
    std::size_t known_roles = 0;
    std::size_t unknown_roles = 0;
    for (const Value& value : state.subjects) {
        const auto facts = facts_about(state_name(value, member), Standing::Kind::holder, job);
        for (const Standing* fact : facts) {
            changes.push_back({fact->from, 1, known_roles, &fact->held_by});
            if (fact->to && *fact->to < latest_day) changes.push_back({*fact->to + one_day, -1, known_roles, &fact->held_by});
        }
        ++(facts.empty() ? unknown_roles : known_roles);
    }
    sort_by_number(changes, [](const Change& change) { return static_cast<std::uint32_t>((change.day - earliest_day).count()); });

    std::vector<DayRange> yes, no;
    Holders sitting(known_roles);
    Day from = earliest_day;
    std::size_t next = 0;
    while (true) {
        const Day until = next < changes.size() ? changes[next].day - one_day : latest_day;
        if (from <= until) {
            const Match match = compare_holders(state, sitting, known_roles, unknown_roles);
            if (match == Match::yes) yes.push_back({from, until});
            if (match == Match::no) no.push_back({from, until});
        }
        if (next == changes.size()) break;
        from = changes[next].day;
        for (; next < changes.size() && changes[next].day == from; ++next)
            sitting.change(changes[next].role, *changes[next].holder, changes[next].by);
    }
    StateDays result{
        .holds = both(audited, DaySet{std::move(yes)}), .fails = both(audited, DaySet{std::move(no)}), .not_stated = {}};
    result.not_stated = audited.without(result.holds).without(result.fails);
    return result;
}

}  // namespace

Name state_name(const Value& value, Name member) { return value.kind == Value::Kind::each ? member : value.name; }

std::vector<const Standing*> facts_about(Name subject, Standing::Kind kind, const Job& job) {
    const Name office = job.offices.office(subject);
    const auto before = [](const FactOfOffice& one, Name name) { return one.office < name; };
    std::vector<const Standing*> facts;
    std::uint64_t looked_at = 0;
    for (auto at = std::lower_bound(job.standing.begin(), job.standing.end(), office, before);
         at != job.standing.end() && at->office == office; ++at, ++looked_at)
        if (at->fact->kind == kind) facts.push_back(at->fact);
    job.facts_looked_at.fetch_add(looked_at, std::memory_order_relaxed);
    return facts;
}

StateDays days_of(const State& state, Name member, const DaySet& audited, const Job& job) {
    switch (state.kind) {
        case State::Kind::member:
        case State::Kind::held:
        case State::Kind::current: return simple(state, member, audited, job);
        case State::Kind::distinct_holders:
        case State::Kind::same_holder: break;
    }
    return holders(state, member, audited, job);
}

}  // namespace concordat
