#include "report/json_text.hpp"

#include <nlohmann/json.hpp>

namespace concordat {

std::string json_text(const nlohmann::ordered_json& json, int indent) {
    std::string text = json.dump(indent, ' ', true, nlohmann::ordered_json::error_handler_t::replace);
    for (std::size_t at = text.find("##["); at != std::string::npos; at = text.find("##[", at)) text.replace(at, 2, "#\\u0023");
    return text;
}

}  // namespace concordat
