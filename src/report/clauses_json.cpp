#include <nlohmann/json.hpp>

#include "report/clauses.hpp"
#include "report/json_text.hpp"

namespace concordat {
namespace {

using Json = nlohmann::ordered_json;

Json clause_object(const Clause& clause, const Protocol& protocol, const Names& names) {
    Json rules = Json::array();
    for (const std::size_t index : clause.rules) {
        const Rule& rule = protocol.rules[index];
        rules.push_back({{"rule", names.text(rule.id)}, {"form", form_name(rule.form)}, {"strength", to_string(rule.strength)}});
    }
    Json checked_by = Json::array();
    for (const std::size_t index : clause.checked_by) checked_by.push_back(names.text(protocol.rules[index].id));
    return {{"clause", clause.number},
            {"says", clause.says},
            {"rules", std::move(rules)},
            {"checked_by", std::move(checked_by)},
            {"unchecked", clause.unchecked ? Json(clause.unchecked->kind) : Json()},
            {"because", clause.unchecked ? Json(clause.unchecked->because) : Json()},
            {"defects", clause.defects}};
}

}  // namespace

std::string clauses_json(const Protocol& protocol, const Names& names) {
    Json clauses = Json::array();
    for (const Clause& clause : protocol.clauses) clauses.push_back(clause_object(clause, protocol, names));
    const ClauseTotals totals = count_clauses(protocol);
    const Json object{{"protocol", names.text(protocol.id)},
                      {"clauses", std::move(clauses)},
                      {"totals",
                       {{"clauses", totals.clauses},
                        {"with_rules", totals.with_rules},
                        {"checked_by", totals.checked_by},
                        {"unchecked", totals.unchecked},
                        {"rules", totals.rules},
                        {"assumptions", totals.assumptions},
                        {"defects", totals.defects}}}};
    return json_text(object, 2) + "\n";
}

}  // namespace concordat
