#include <nlohmann/json.hpp>

#include "report/json_file.hpp"
#include "report/rollup_print.hpp"

namespace concordat {
namespace {

using Json = nlohmann::ordered_json;

Json by_verdict(const Sums& sums) {
    Json object = Json::object();
    for (std::size_t i = 0; i < sums.size(); ++i) object[std::string(verdict_names[i])] = sums[i];
    return object;
}

Json totals(const Added& added) {
    Json object = by_verdict(added.verdicts);
    object["violations"] = added.violations;
    object["advisories"] = added.advisories;
    object["outstanding"] = added.outstanding;
    return object;
}

/// At how many places which verdict is the worst.
Json places(const Spread& spread) {
    Sums counts{};
    for (std::size_t i = 0; i < counts.size(); ++i) counts[i] = spread.at[i].size();
    Json object = by_verdict(counts);
    object["no-occasion"] = spread.no_occasion;
    return object;
}

/// The members that an overview gives to the whole and to each protocol.
void add_overview(Json& object, const Overview& overview) {
    object["days"] = {{"first", overview.first_day}, {"last", overview.last_day}};
    object["tools"] = overview.tools;
    Json outcomes = Json::object();
    for (std::size_t i = 0; i < outcome_names.size(); ++i) outcomes[std::string(outcome_names[i])] = overview.outcomes[i];
    object["outcomes"] = std::move(outcomes);
    object["totals"] = totals(overview.added);
}

Json clause_object(const ClauseTally& clause, const EditionTally& edition) {
    Json rules = Json::array();
    for (const std::size_t rule : clause.rules) rules.push_back(edition.rules[rule].rule->id);
    return {{"clause", clause.clause},
            {"rules", std::move(rules)},
            {"places", places(clause.spread)},
            {"violated_at", clause.violated},
            {"undetermined_at", clause.spread.of(Verdict::undetermined)}};
}

Json rule_object(const RuleTally& tally) {
    const RolledRule& rule = *tally.rule;
    return {{"rule", rule.id},
            {"clause", rule.clause},
            {"also", rule.also},
            {"form", rule.form},
            {"strength", rule.strength},
            {"title", rule.title},
            {"places", places(tally.spread)},
            {"obligations", by_verdict(tally.obligations)},
            {"breached_at", tally.spread.of(Verdict::breached)},
            {"late_at", tally.spread.of(Verdict::late)},
            {"undetermined_at", tally.spread.of(Verdict::undetermined)}};
}

/// What a place counts for one rule; nothing if it had no occasion.
Json count_object(const RolledRule& rule, const Counts& counts) {
    Json object = Json::object();
    object["rule"] = rule.id;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] > 0) object[std::string(verdict_names[i])] = counts[i];
    return object.size() == 1 ? Json() : object;
}

Json place_object(const PlaceTally& tally, const EditionTally& edition) {
    Json inputs = Json::array(), counts = Json::array();
    for (const Input& input : tally.place->inputs) inputs.push_back({{"path", input.path}, {"sha256", input.sha256}});
    for (std::size_t i = 0; i < edition.rules.size(); ++i)
        if (Json count = count_object(*edition.rules[i].rule, tally.place->counts[i]); !count.is_null())
            counts.push_back(std::move(count));
    return {{"log", tally.log},
            {"as_of", tally.place->as_of},
            {"tool", tally.place->tool},
            {"outcome", to_string(tally.outcome)},
            {"totals", totals(tally.added)},
            {"inputs", std::move(inputs)},
            {"counts", std::move(counts)}};
}

void add_members(JsonFile& lines, const Json& object) {
    for (const auto& [key, value] : object.items()) lines.member(key, value);
}

void add_edition(JsonFile& lines, const EditionTally& edition) {
    Json head{{"protocol", edition.key->protocol}, {"sha256", edition.key->sha256}};
    add_overview(head, edition.overview);
    lines.begin();
    add_members(lines, head);
    lines.list("clauses", edition.clauses, [&](const ClauseTally& clause) { lines.add(clause_object(clause, edition)); });
    lines.list("rules", edition.rules, [&](const RuleTally& rule) { lines.add(rule_object(rule)); });
    lines.list("places", edition.places, [&](const PlaceTally& place) { lines.add(place_object(place, edition)); });
    lines.end();
}

}  // namespace

std::string rollup_json(const RollupTally& tally, const std::string& version) {
    Json head{{"schema", 1}, {"kind", "rollup"}, {"tool", {{"name", "concordat"}, {"version", version}}}};
    add_overview(head, tally.overview);
    JsonFile lines;
    add_members(lines, head);
    lines.list("protocols", tally.editions, [&](const EditionTally& edition) { add_edition(lines, edition); });
    return lines.close();
}

}  // namespace concordat
