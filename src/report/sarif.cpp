#include "report/sarif.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/exit_status.hpp"
#include "report/json_text.hpp"
#include "report/one_line.hpp"
#include "report/sentences.hpp"
#include "report/summary.hpp"
#include "source/utf8.hpp"

namespace concordat {
namespace {

using Json = nlohmann::ordered_json;

/// At most so many characters, with an ellipsis where something is left out.
std::string shortened(const std::string& text, std::size_t most) {
    if (count_code_points(text) <= most) return text;
    std::size_t end = 0;
    for (std::size_t i = 0; i + 1 < most; ++i) end += std::max<std::size_t>(decode(std::string_view(text).substr(end)).size, 1);
    return text.substr(0, end) + "…";
}

/// A path as a URI: forward slashes, everything unusual percent-encoded; relative unless the path is not.
std::string uri(std::string_view path) {
    while (path.starts_with("./")) path.remove_prefix(2);
    std::string result = path.starts_with("/") ? "file://" : "";
    for (const char c : path) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("/-._~").find(c) != std::string_view::npos;
        result += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return result;
}

Json message(const std::string& text) { return {{"text", printable(text)}}; }

/// A sentence of its own, whatever it ends with.
std::string stopped(std::string text) {
    if (!text.empty() && !text.ends_with('.') && !text.ends_with('?')) text += '.';
    return text;
}

Json location(const Sources& sources, Span span) {
    const Text& source = sources.at(span.file);
    Json physical{{"artifactLocation", {{"uri", uri(source.name)}}}};
    if (span.line > 0) {
        const auto width = static_cast<std::uint32_t>(count_code_points(source.line(span.line)));
        const std::uint32_t first = std::max<std::uint32_t>(span.column, 1);
        const std::uint32_t last = span.length > 0 ? first + span.length : std::max(width + 1, first + 1);
        physical["region"] = {{"startLine", span.line}, {"startColumn", first}, {"endLine", span.line}, {"endColumn", last}};
    }
    return {{"physicalLocation", std::move(physical)}};
}

Json rule_entry(const Report& report, const Rule& rule) {
    constexpr std::size_t longest = 1024;
    const std::vector<std::string> all = sentences(*report.protocol, *report.names, rule);
    std::string help =
        fmt::format("Clause {}: {}", report.protocol->clauses[rule.clause].number, report.protocol->clauses[rule.clause].says);
    for (const std::string& assumption : rule.assumes) help += " The protocol leaves open: " + assumption;
    return {{"id", report.names->text(rule.id)},
            {"shortDescription", message(shortened(rule.title + ".", longest))},
            {"fullDescription", message(shortened(fmt::format("{}", fmt::join(all, " ")), longest))},
            {"help", message(help)},
            {"defaultConfiguration", {{"level", rule.strength == Strength::implied ? "note" : "error"}}},
            {"properties",
             {{"clause", printable(report.protocol->clauses[rule.clause].number)}, {"strength", to_string(rule.strength)}}}};
}

std::string_view baseline_state(const Report& report, const Finding& finding) {
    switch (against(report, finding).value_or(Against::is_new)) {
        case Against::known: return "unchanged";
        case Against::worse: return "updated";
        case Against::is_new: return "new";
    }
    return "new";
}

/// A check in which nothing could be decided did not succeed: no result is not a clean one.
Json invocation(const Report& report) {
    if (!nothing_decided(report.totals)) return {{"executionSuccessful", true}};
    const Json notification{
        {"descriptor", {{"id", "nothing-decided"}}}, {"level", "error"}, {"message", message(why_not_checked(report.totals))}};
    return {{"executionSuccessful", false}, {"toolExecutionNotifications", Json::array({notification})}};
}

Json result_entry(const Report& report, const Finding& finding) {
    const Rule& rule = report.rule(finding);
    Json related = Json::array();
    for (const Sighting& miss : finding.nearest) {
        Json entry = location(*report.sources, {.file = miss.file, .line = miss.line});
        entry["id"] = related.size() + 1;
        entry["message"] = message(fmt::format("{}, {}: {}.", miss.id, miss.date, miss.why));
        related.push_back(std::move(entry));
    }
    const std::string_view level = is_advisory(rule, finding) ? "note" : finding.verdict == Verdict::late ? "warning" : "error";
    Json entry{{"ruleId", report.names->text(rule.id)},
               {"ruleIndex", finding.rule},
               {"level", level},
               {"message", message(fmt::format("{} ('{}'). {}", rule.title, finding.key, in_one_line(finding)))},
               {"locations", Json::array({location(*report.sources, rule.place)})},
               {"partialFingerprints", {{"concordatObligation/v1", finding.id}}}};
    if (report.baseline) entry["baselineState"] = baseline_state(report, finding);
    if (!related.empty()) entry["relatedLocations"] = std::move(related);
    return entry;
}

Json whole(Json driver_rules, Json results, Json invocation, const std::string& version) {
    Json driver{{"name", "Concordat"},
                {"semanticVersion", version},
                {"version", version},
                {"informationUri", CONCORDAT_HOME},
                {"rules", std::move(driver_rules)}};
    return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
            {"version", "2.1.0"},
            {"runs", Json::array({{{"tool", {{"driver", std::move(driver)}}},
                                   {"invocations", Json::array({std::move(invocation)})},
                                   {"columnKind", "unicodeCodePoints"},
                                   {"results", std::move(results)}}})}};
}

std::string written(const Json& json) { return json_text(json, 1) + "\n"; }

}  // namespace

std::string sarif(const Report& report) {
    Json rules = Json::array();
    for (const Rule& rule : report.protocol->rules) rules.push_back(rule_entry(report, rule));
    Json results = Json::array();
    for (const Outcome* finding : worst_first(report)) results.push_back(result_entry(report, report.tell(*finding)));
    return written(whole(std::move(rules), std::move(results), invocation(report), report.version));
}

std::string sarif_of_faults(const Diagnostics& diagnostics, const Sources& sources, const std::string& version) {
    Json notifications = Json::array();
    for (const Diagnostic& diagnostic : diagnostics.items()) {
        std::string text = stopped(diagnostic.message);
        if (!diagnostic.help.empty()) text += " " + stopped(diagnostic.help);
        notifications.push_back({{"descriptor", {{"id", diagnostic.code}}},
                                 {"level", diagnostic.severity == Severity::error ? "error" : "warning"},
                                 {"message", message(text)},
                                 {"locations", Json::array({location(sources, diagnostic.span)})}});
    }
    Json invocation{{"executionSuccessful", false}, {"toolExecutionNotifications", std::move(notifications)}};
    return written(whole(Json::array(), Json::array(), std::move(invocation), version));
}

}  // namespace concordat
