#include "report/rollup_tally.hpp"

#include <algorithm>

namespace concordat {
namespace {

bool is_broken(std::size_t verdict) {
    return verdict == static_cast<std::size_t>(Verdict::breached) || verdict == static_cast<std::size_t>(Verdict::late);
}

void add(Added& sum, const Added& part) {
    for (std::size_t i = 0; i < sum.verdicts.size(); ++i) sum.verdicts[i] += part.verdicts[i];
    sum.violations += part.violations;
    sum.advisories += part.advisories;
    sum.outstanding += part.outstanding;
}

Added add_up(const Place& place, const std::vector<RolledRule>& rules) {
    Added added{.outstanding = place.outstanding};
    for (std::size_t rule = 0; rule < rules.size(); ++rule)
        for (std::size_t i = 0; i < verdict_names.size(); ++i) {
            const std::uint32_t count = place.counts[rule][i];
            added.verdicts[i] += count;
            if (is_broken(i)) (rules[rule].is_binding() ? added.violations : added.advisories) += count;
        }
    return added;
}

/// A place that `check` would not let pass is not checked here either.
PlaceOutcome outcome(const Added& added) {
    if (added.violations > 0) return PlaceOutcome::violated;
    return nothing_decided(added) ? PlaceOutcome::unchecked : PlaceOutcome::clean;
}

void include(Overview& overview, const PlaceTally& place) {
    const std::string& day = place.place->as_of;
    if (overview.first_day.empty() || day < overview.first_day) overview.first_day = day;
    if (day > overview.last_day) overview.last_day = day;
    overview.tools.insert(place.place->tool);
    ++overview.outcomes[static_cast<std::size_t>(place.outcome)];
    if (place.is_in_part()) ++overview.in_part;
    add(overview.added, place.added);
}

/// What is still to come says nothing against what has come of the rest.
constexpr std::array<Verdict, 7> worst_first = {Verdict::breached, Verdict::late,    Verdict::undetermined,  Verdict::waived,
                                                Verdict::met,      Verdict::pending, Verdict::not_applicable};

void include(Spread& spread, std::string_view log, const Sums& counts) {
    const auto worst = std::find_if(worst_first.begin(), worst_first.end(),
                                    [&](Verdict verdict) { return counts[static_cast<std::size_t>(verdict)] > 0; });
    if (worst == worst_first.end())
        ++spread.no_occasion;
    else
        spread.at[static_cast<std::size_t>(*worst)].push_back(log);
}

std::vector<ClauseTally> clauses_of(const std::vector<RolledRule>& rules) {
    std::vector<ClauseTally> clauses;
    const auto add_rule = [&](const std::string& clause, std::size_t rule) {
        const auto same = [&](const ClauseTally& other) { return other.clause == clause; };
        auto found = std::find_if(clauses.begin(), clauses.end(), same);
        if (found == clauses.end()) found = clauses.insert(found, ClauseTally{.clause = clause, .spread = {}});
        found->rules.push_back(rule);
    };
    for (std::size_t i = 0; i < rules.size(); ++i) add_rule(rules[i].clause, i);
    for (std::size_t i = 0; i < rules.size(); ++i)
        for (const std::string& clause : rules[i].also) add_rule(clause, i);
    return clauses;
}

void include_place(EditionTally& tally, const Edition& edition, const PlaceTally& place) {
    include(tally.overview, place);
    for (std::size_t rule = 0; rule < edition.rules.size(); ++rule) {
        Sums counts{};
        for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = place.place->counts[rule][i];
        for (std::size_t i = 0; i < counts.size(); ++i) tally.rules[rule].obligations[i] += counts[i];
        include(tally.rules[rule].spread, place.log, counts);
    }
    for (ClauseTally& clause : tally.clauses) {
        Sums counts{};
        bool violated = false;
        for (const std::size_t rule : clause.rules)
            for (std::size_t i = 0; i < counts.size(); ++i) {
                counts[i] += place.place->counts[rule][i];
                violated |= is_broken(i) && place.place->counts[rule][i] > 0 && edition.rules[rule].is_binding();
            }
        include(clause.spread, place.log, counts);
        if (violated) clause.violated.push_back(place.log);
    }
}

EditionTally tally(const EditionKey& key, const Edition& edition) {
    EditionTally tally{.key = &key, .rules = {}, .clauses = clauses_of(edition.rules), .places = {}, .overview = {}};
    for (const RolledRule& rule : edition.rules) tally.rules.push_back({.rule = &rule, .spread = {}});
    for (const auto& [log, place] : edition.places) {
        const Added added = add_up(place, edition.rules);
        tally.places.push_back({.log = log, .place = &place, .outcome = outcome(added), .added = added});
        include_place(tally, edition, tally.places.back());
    }
    return tally;
}

}  // namespace

RollupTally tally(const Rollup& rollup) {
    RollupTally all;
    for (const auto& [key, edition] : rollup.editions) {
        all.editions.push_back(tally(key, edition));
        for (const PlaceTally& place : all.editions.back().places) include(all.overview, place);
    }
    return all;
}

ExitStatus exit_status(const RollupTally& tally) {
    if (tally.overview.of(PlaceOutcome::violated) > 0) return ExitStatus::violated;
    return tally.overview.of(PlaceOutcome::unchecked) > 0 ? ExitStatus::unchecked : ExitStatus::clean;
}

}  // namespace concordat
