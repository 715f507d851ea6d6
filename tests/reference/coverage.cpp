#include "reference/coverage.hpp"

#include <algorithm>

#include "reference/dates.hpp"
#include "reference/periods.hpp"

namespace concordat::reference {

namespace {

// "a role belongs to its `of`, a chair to its body": under any name of the office
bool belongs_to(const Scene& scene, Name party, Name body) {
    if (party == body) return true;
    const Directory& directory = scene.log.directory;
    for (const Thing& thing : directory.things()) {
        const bool theirs =
            (thing.kind == Kind::role && thing.of == body) || (directory.find(body) && directory.find(body)->chair == thing.id);
        if (theirs && office(scene, thing.id) == office(scene, party)) return true;
    }
    return false;
}

bool belongs_to_any(const Scene& scene, Name party, const std::vector<Name>& bodies) {
    for (const Name body : bodies)
        if (belongs_to(scene, party, body)) return true;
    return false;
}

// "A span with `bodies` covers a pattern whose `of`, else `by`, else `to` belongs to them (…; a list needs one span that names
// all)"
bool covers_bodies(const Scene& scene, const CoveredSpan& span, const Alternative& alternative, const Bindings& bindings) {
    if (span.bodies.empty()) return true;
    for (const Field field : {Field::of, Field::by, Field::to}) {
        const Values* values = alternative.find(field);
        if (!values) continue;
        const auto wanted = bind(scene, *values, bindings);
        if (!wanted) return false;
        for (const Wanted& one : *wanted)
            if (!belongs_to_any(scene, one.name, span.bodies)) return false;
        return true;
    }
    return false;
}

// "with `acts`, a pattern whose acts are among them"
bool covers_acts(const Scene& scene, const CoveredSpan& span, const Alternative& alternative, const Bindings& bindings) {
    if (span.acts.empty()) return true;
    const Values* acts = alternative.find(Field::act);
    const auto wanted = acts ? bind(scene, *acts, bindings) : std::nullopt;
    if (!wanted) return false;
    for (const Wanted& one : *wanted)
        if (std::find(span.acts.begin(), span.acts.end(), one.name) == span.acts.end()) return false;
    return true;
}

bool covered(const Scene& scene, const Alternative& alternative, const Bindings& bindings, Day day) {
    for (const CoveredSpan& span : scene.log.covers)
        if (span.days.first <= day && day <= span.days.last && covers_bodies(scene, span, alternative, bindings) &&
            covers_acts(scene, span, alternative, bindings))
            return true;
    return false;
}

}  // namespace

// Nothing is known to be absent unless every alternative is.
bool covered(const Scene& scene, const Pattern& pattern, const Bindings& bindings, Day day) {
    for (const Alternative& alternative : pattern.alternatives)
        if (!covered(scene, alternative, bindings, day)) return false;
    return true;
}

// "… and a state with that `of`; with `acts`, … no state"
bool covered(const Scene& scene, const State& state, const Bindings& bindings, Day day) {
    for (const CoveredSpan& span : scene.log.covers) {
        if (day < span.days.first || day > span.days.last || !span.acts.empty()) continue;
        if (span.bodies.empty()) return true;
        if (state.kind != State::Kind::member) continue;
        const auto of = bind(scene, Values{false, {state.of}}, bindings);
        if (of && belongs_to_any(scene, of->front().name, span.bodies)) return true;
    }
    return false;
}

bool covered_throughout(const Scene& scene, const Pattern& pattern, const Bindings& bindings, Day first, Day last) {
    for (Day day = first; day <= last; day = next(day))
        if (!covered(scene, pattern, bindings, day)) return false;
    return true;
}

template <class Asked>
std::vector<DayRange> audited_runs(const Scene& scene, const Rule& rule, const Asked& asked, const Bindings& bindings) {
    std::vector<DayRange> runs;
    if (scene.log.covers.empty()) return runs;
    Day last = scene.log.covers.front().days.last;
    for (const CoveredSpan& span : scene.log.covers) last = std::max(last, span.days.last);
    for (Day day = *first_covered_day(scene); day <= last && day <= scene.standpoint.as_of; day = next(day)) {
        if (force(rule, day, day) != Force::in || !covered(scene, asked, bindings, day)) continue;
        if (!runs.empty() && next(runs.back().last) == day)
            runs.back().last = day;
        else
            runs.push_back({day, day});
    }
    return runs;
}

template std::vector<DayRange> audited_runs(const Scene&, const Rule&, const Pattern&, const Bindings&);
template std::vector<DayRange> audited_runs(const Scene&, const Rule&, const State&, const Bindings&);

}  // namespace concordat::reference
