#include <nlohmann/json.hpp>

#include "report/due.hpp"
#include "report/json_text.hpp"

namespace concordat {
namespace {

using Json = nlohmann::ordered_json;

Json item_object(const DueItem& item, const Report& report) {
    const Finding finding = report.tell(*item.outcome);
    const Rule& rule = report.rule(finding);
    Json signs = Json::array();
    for (const Sighting& sign : item.signs)
        signs.push_back({{"id", sign.id},
                         {"date", sign.date},
                         {"file", report.sources->at(sign.file).name},
                         {"line", sign.line},
                         {"why", sign.why}});
    return {{"id", finding.id},
            {"clause", report.clause(finding).number},
            {"title", rule.title},
            {"strength", to_string(rule.strength)},
            {"owed_by", finding.owed_by},
            {"owed_to", finding.owed_to},
            {"due", finding.due ? Json(to_string(*finding.due)) : Json()},
            {"days_left", finding.due ? Json(item.days_left) : Json()},
            {"age_days", finding.age_days ? Json(*finding.age_days) : Json()},
            {"outstanding", finding.outstanding},
            {"signs", std::move(signs)},
            {"mend", finding.mend.empty() ? Json() : Json(finding.mend)}};
}

Json list(const std::vector<DueItem>& items, const Report& report) {
    Json result = Json::array();
    for (const DueItem& item : items) result.push_back(item_object(item, report));
    return result;
}

}  // namespace

std::string due_json(const Due& due) {
    const Report& report = *due.report;
    const Json object{{"schema", 1},
                      {"protocol", report.names->text(report.protocol->id)},
                      {"log", report.log_title},
                      {"as_of", to_string(report.standpoint.as_of)},
                      {"horizon", to_string(due.horizon)},
                      {"at_risk", list(due.at_risk, report)},
                      {"due", list(due.coming, report)},
                      {"open", list(due.open, report)}};
    return json_text(object, 1) + "\n";
}

}  // namespace concordat
