#include "report/result.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <unordered_set>

#include "source/utf8.hpp"
#include "time/day.hpp"

namespace concordat {
namespace {

using Json = nlohmann::json;

/// The place of a byte.
Span place_of(std::string_view bytes, std::size_t offset, std::uint32_t file) {
    const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const auto line = static_cast<std::uint32_t>(count_lines(before) + 1);
    return {.file = file,
            .line = line,
            .column = static_cast<std::uint32_t>(count_code_points(before.substr(line_start)) + 1),
            .length = 0};
}

/// What is wrong with it, as a sentence; where is not known once the text is parsed.
struct Unfit : std::runtime_error {
    using std::runtime_error::runtime_error;
};

const Json& member(const Json& object, const char* key) {
    if (!object.is_object() || !object.contains(key)) throw Unfit(std::string("`") + key + "` is missing");
    return object[key];
}

std::string text(const Json& object, const char* key) {
    const Json& value = member(object, key);
    if (!value.is_string()) throw Unfit(std::string("`") + key + "` is no text");
    return value.get<std::string>();
}

Verdict verdict(const std::string& word) {
    const auto found = std::find(verdict_names.begin(), verdict_names.end(), word);
    if (found == verdict_names.end()) throw Unfit("there is no verdict `" + word + "`");
    return static_cast<Verdict>(found - verdict_names.begin());
}

Result result_of(const Json& json) {
    const Json& schema = member(json, "schema");
    if (!schema.is_number_integer() || schema != 1) throw Unfit("its `schema` is not 1");
    Result result{.protocol = text(json, "protocol"), .log = text(json, "log"), .as_of = text(json, "as_of"), .findings = {}};
    if (!parse_day(result.as_of)) throw Unfit("`as_of` is no day");
    const Json& findings = member(json, "findings");
    if (!findings.is_array()) throw Unfit("`findings` is no list");
    std::unordered_set<std::string> seen;
    for (const Json& finding : findings) {
        const Json& due = member(finding, "due");
        result.findings.push_back({.id = text(finding, "id"),
                                   .rule = text(finding, "rule"),
                                   .clause = text(finding, "clause"),
                                   .title = text(finding, "title"),
                                   .strength = text(finding, "strength"),
                                   .due = due.is_string() ? due.get<std::string>() : "",
                                   .verdict = verdict(text(finding, "verdict"))});
        const ResultFinding& last = result.findings.back();
        if (last.id.find('@') == std::string::npos) throw Unfit("`" + last.id + "` is no obligation's id");
        if (last.strength != "must" && last.strength != "should" && last.strength != "implied")
            throw Unfit("there is no strength `" + last.strength + "`");
        if (!seen.insert(result.findings.back().id).second) throw Unfit("it has `" + result.findings.back().id + "` twice");
    }
    return result;
}

}  // namespace

std::optional<Result> read_result(const Text& input, std::uint32_t file, Diagnostics& diagnostics) {
    const std::string remedy = "give what `concordat check --format json:FILE` wrote";
    try {
        return result_of(Json::parse(input.bytes));
    } catch (const Json::parse_error& error) {
        diagnostics.error(place_of(input.bytes, error.byte == 0 ? 0 : error.byte - 1, file), "not-a-result", "this is no JSON",
                          remedy);
    } catch (const Unfit& unfit) {
        diagnostics.error({.file = file}, "not-a-result", std::string("this is no result of an earlier check: ") + unfit.what(),
                          remedy);
    }
    return std::nullopt;
}

}  // namespace concordat
