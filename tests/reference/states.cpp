// `throughout`: does a state hold on every audited day?

#include <algorithm>
#include <set>

#include "reference/coverage.hpp"
#include "reference/dates.hpp"
#include "reference/forms.hpp"
#include "reference/owed.hpp"

namespace concordat::reference {

namespace {

bool holds_on(const Standing& standing, Day day) { return standing.from <= day && (!standing.to || day <= *standing.to); }

// "`same-as` works both ways, in states too."
bool same_subject(const Scene& scene, Name a, Name b) { return a == b || office(scene, a) == office(scene, b); }

// "a role's holder, a (role, of) pair or a document with at least one standing entry is complete on audited days; with none,
// not stated"
Truth holds(const Scene& scene, Standing::Kind kind, Name subject, Name of, Name as, Day day) {
    Truth truth = Truth::maybe;
    for (const Standing& standing : scene.log.standing) {
        if (standing.kind != kind || !same_subject(scene, standing.subject, subject) || standing.of != of) continue;
        if (truth == Truth::maybe) truth = Truth::no;
        if (standing.as == as && holds_on(standing, day)) truth = Truth::yes;
    }
    return truth;
}

/// Nothing if nobody says who held it, ever; empty if it was vacant on that day.
std::optional<std::set<std::string>> holders(const Scene& scene, Name role, Day day) {
    if (holds(scene, Standing::Kind::holder, role, Name::none, Name::none, day) == Truth::maybe) return std::nullopt;
    std::set<std::string> people;
    for (const Standing& standing : scene.log.standing)
        if (standing.kind == Standing::Kind::holder && same_subject(scene, standing.subject, role) && holds_on(standing, day))
            people.insert(standing.held_by);
    return people;
}

bool share_a_person(const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& person) { return b.count(person) != 0; });
}

// "`{distinct-holders: [a, b]}` (no two alike; a vacancy clashes with none)"
Truth are_distinct(const Scene& scene, const std::vector<Name>& roles, Day day) {
    Truth truth = Truth::yes;
    for (std::size_t i = 0; i < roles.size(); ++i) {
        for (std::size_t j = i + 1; j < roles.size(); ++j) {
            const auto one = holders(scene, roles[i], day), other = holders(scene, roles[j], day);
            if ((one && one->empty()) || (other && other->empty())) continue;
            if (!one || !other)
                truth = std::min(truth, Truth::maybe);
            else if (share_a_person(*one, *other))
                truth = Truth::no;
        }
    }
    return truth;
}

// "`{same-holder: [a, b]}` (a vacancy fails)"
Truth are_the_same(const Scene& scene, const std::vector<Name>& roles, Day day) {
    Truth truth = Truth::yes;
    std::optional<std::set<std::string>> common;
    for (const Name role : roles) {
        const auto people = holders(scene, role, day);
        if (!people) {
            truth = std::min(truth, Truth::maybe);
            continue;
        }
        if (!common) common = people;
        std::set<std::string> both;
        std::set_intersection(common->begin(), common->end(), people->begin(), people->end(), std::inserter(both, both.end()));
        common = both;
        if (common->empty()) truth = Truth::no;
    }
    return truth;
}

Truth holds(const Scene& scene, const State& state, const Bindings& bindings, Day day) {
    std::vector<Name> subjects;
    for (const Value& value : state.subjects)
        if (const auto wanted = bind(scene, Values{false, {value}}, bindings)) subjects.push_back(wanted->front().name);
    if (subjects.empty()) return Truth::maybe;
    switch (state.kind) {
        case State::Kind::member: {
            const auto of = bind(scene, Values{false, {state.of}}, bindings);
            return of ? holds(scene, Standing::Kind::membership, subjects.front(), of->front().name, state.as, day)
                      : Truth::maybe;
        }
        case State::Kind::held: {
            const auto people = holders(scene, subjects.front(), day);
            return !people ? Truth::maybe : people->empty() ? Truth::no : Truth::yes;
        }
        case State::Kind::current: return holds(scene, Standing::Kind::document, subjects.front(), Name::none, Name::none, day);
        case State::Kind::distinct_holders: return are_distinct(scene, subjects, day);
        case State::Kind::same_holder: return are_the_same(scene, subjects, day);
    }
    return Truth::maybe;
}

}  // namespace

std::vector<Judged> judge_states(const Scene& scene, const Rule& rule, const Throughout& form) {
    std::vector<Judged> result;
    for (const auto& member : members(scene, rule, nullptr)) {
        Bindings bindings;
        bindings.each = member;
        const auto conclude = [&](const std::string& key, Verdict verdict, Reason reason = Reason::none) {
            Judged judged = obligation(scene, rule, key, bindings);
            judged.verdict = verdict;
            judged.reason = reason;
            result.push_back(std::move(judged));
        };
        const auto runs = audited_runs(scene, rule, form.state, bindings);
        // "`window` if no day is audited"
        if (runs.empty()) conclude("window", Verdict::undetermined, Reason::not_covered);
        for (const DayRange& run : runs) {
            // "first day of each failing stretch; else of the run"
            bool failed = false, failing = false, stated = true;
            for (Day day = run.first; day <= run.last; day = next(day)) {
                const Truth truth = holds(scene, form.state, bindings, day);
                stated = stated && truth != Truth::maybe;
                if (truth == Truth::no && !failing) conclude(to_string(day), Verdict::breached);
                failing = truth == Truth::no;
                failed = failed || failing;
            }
            if (failed) continue;
            if (stated)
                conclude(to_string(run.first), Verdict::met);
            else
                conclude(to_string(run.first), Verdict::undetermined, Reason::not_stated);
        }
    }
    return result;
}

}  // namespace concordat::reference
