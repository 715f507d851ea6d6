#include "engine/coverage.hpp"

#include <algorithm>

namespace concordat {

namespace {

/// All of `wanted` are among `sorted`.
bool all_among(const std::vector<Name>& wanted, const std::vector<Name>& sorted) {
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](Name name) { return std::binary_search(sorted.begin(), sorted.end(), name); });
}

}  // namespace

Coverage::Coverage(const Log& log, const Offices& offices) : log_(log) {
    std::vector<DayRange> runs;
    for (const CoveredSpan& span : log.covers) {
        runs.push_back(span.days);
        speaks_of_all_ = speaks_of_all_ && span.bodies.empty() && span.acts.empty();
        std::vector<Name>& members = members_.emplace_back();
        for (Name body : span.bodies)
            for (Name member : offices.members_of(body)) members.push_back(member);
        std::sort(members.begin(), members.end());
        if (!start_ || span.days.first < *start_) start_ = span.days.first;
    }
    all_ = DaySet{std::move(runs)};
    if (!log.covers.empty()) return;
    for (const Record& record : log.records)
        if (!start_ || record.date().first < *start_) start_ = record.date().first;
}

const DaySet& Coverage::of(const Pattern& pattern, const Binding& binding, const Names& names) {
    if (speaks_of_all_) return all_;
    std::vector<const DaySet*> sets;
    for (const Alternative& alternative : pattern.alternatives) {
        Asked asked;
        const auto resolve_all = [&](const Values& values, std::vector<Name>& into) {
            bool known = true;
            for (const Value& value : values.values)
                for (Name name : resolve(value, binding, log_, names, known)) into.push_back(name);
            if (!known) into.push_back(unmentioned);  // nobody knows who: no span can speak for them
        };
        for (Field field : {Field::of, Field::by, Field::to}) {
            if (const Values* values = alternative.find(field)) {
                resolve_all(*values, asked.parties);
                break;
            }
        }
        if (const Values* acts = alternative.find(Field::act)) resolve_all(*acts, asked.acts);
        std::sort(asked.parties.begin(), asked.parties.end());
        std::sort(asked.acts.begin(), asked.acts.end());
        sets.push_back(&of(asked));
    }
    std::sort(sets.begin(), sets.end());
    sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
    if (sets.size() == 1) return *sets.front();
    // Either alternative would do, so absence shows only where both would have been seen.
    const auto [place, fresh] = common_.try_emplace(sets);
    if (fresh) {
        place->second = *sets.front();
        for (const DaySet* set : sets) place->second = both(place->second, *set);
    }
    return place->second;
}

const DaySet& Coverage::of(const Asked& asked) {
    const auto [place, fresh] = known_.try_emplace(asked);
    if (!fresh) return place->second;
    std::vector<DayRange> runs;
    for (std::size_t i = 0; i < log_.covers.size(); ++i) {
        const CoveredSpan& span = log_.covers[i];
        const bool who = span.bodies.empty() || (!asked.parties.empty() && all_among(asked.parties, members_[i]));
        const bool what =
            span.acts.empty() || (!asked.acts.empty() && std::all_of(asked.acts.begin(), asked.acts.end(), [&](Name act) {
                return std::find(span.acts.begin(), span.acts.end(), act) != span.acts.end();
            }));
        if (who && what) runs.push_back(span.days);
    }
    return place->second = DaySet{std::move(runs)};
}

const DaySet& Coverage::of_state(Name body) {
    const auto [place, fresh] = states_.try_emplace(body);
    if (!fresh) return place->second;
    std::vector<DayRange> runs;
    for (std::size_t i = 0; i < log_.covers.size(); ++i) {
        const CoveredSpan& span = log_.covers[i];
        const bool who = span.bodies.empty() || (body != Name::none && all_among({body}, members_[i]));
        if (who && span.acts.empty()) runs.push_back(span.days);
    }
    return place->second = DaySet{std::move(runs)};
}

}  // namespace concordat
