#include <nlohmann/json.hpp>

#include "report/changes.hpp"
#include "report/json_text.hpp"

namespace concordat {
namespace {

using Json = nlohmann::ordered_json;

Json verdict(const std::optional<Verdict>& verdict) { return verdict ? Json(to_string(*verdict)) : Json(); }

Json list(const std::vector<Change>& changes) {
    Json result = Json::array();
    for (const Change& change : changes)
        result.push_back({{"id", change.id},
                          {"clause", change.clause},
                          {"title", change.title},
                          {"strength", change.strength},
                          {"was", verdict(change.was)},
                          {"is", verdict(change.is)}});
    return result;
}

}  // namespace

std::string changes_json(const Changes& changes) {
    const Json object{{"schema", 1},
                      {"protocol", changes.protocol},
                      {"old", {{"log", changes.old_log}, {"as_of", changes.old_as_of}}},
                      {"new", {{"log", changes.new_log}, {"as_of", changes.new_as_of}}},
                      {"worse", list(changes.worse)},
                      {"mended", list(changes.mended)},
                      {"other", list(changes.other)},
                      {"unchanged", changes.unchanged}};
    return json_text(object, 1) + "\n";
}

}  // namespace concordat
