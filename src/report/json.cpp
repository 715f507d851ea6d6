#include "report/json.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "report/json_file.hpp"

namespace concordat {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::optional<Day>& day) { return day ? Json(to_string(*day)) : Json(); }
Json or_null(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json texts(const std::vector<Name>& names, const Report& report) {
    Json list = Json::array();
    for (const Name name : names) list.push_back(report.names->text(name));
    return list;
}

Json covers(const Report& report) {
    if (report.covers_none) return "none";
    Json list = Json::array();
    for (const CoveredSpan& span : report.covers) {
        Json entry{{"from", to_string(span.days.first)}, {"to", to_string(span.days.last)}};
        if (!span.bodies.empty()) entry["bodies"] = texts(span.bodies, report);
        if (!span.acts.empty()) entry["acts"] = texts(span.acts, report);
        list.push_back(std::move(entry));
    }
    return list;
}

Json totals(const Totals& totals) {
    Json object = Json::object();
    for (std::size_t i = 0; i < verdict_names.size(); ++i) object[std::string(verdict_names[i])] = totals.verdicts[i];
    object["violations"] = totals.violations;
    object["advisories"] = totals.advisories;
    object["outstanding"] = totals.outstanding;
    return object;
}

Json rule_object(const Rule& rule, const Report& report) {
    return {{"rule", report.names->text(rule.id)},
            {"clause", report.protocol->clauses[rule.clause].number},
            {"form", form_name(rule.form)},
            {"strength", to_string(rule.strength)},
            {"title", rule.title}};
}

Json sightings(const std::vector<Sighting>& sightings, const Report& report, bool with_why) {
    Json list = Json::array();
    for (const Sighting& sighting : sightings) {
        Json entry{{"id", sighting.id},
                   {"date", sighting.date},
                   {"file", report.sources->at(sighting.file).name},
                   {"line", sighting.line}};
        if (with_why) entry["why"] = sighting.why;
        list.push_back(std::move(entry));
    }
    return list;
}

Json power_object(const PowerUsed& power, const Report& report) {
    std::vector<Sighting> uses;
    for (const RecordIndex record : power.uses) uses.push_back(report.sighting(record));
    return {{"rule", report.names->text(report.protocol->rules[power.rule].id)}, {"uses", sightings(uses, report, false)}};
}

std::string_view word(const std::optional<Verdict>& verdict) { return verdict ? to_string(*verdict) : "none"; }

Json contrast_object(const Contrast& contrast, const Report& report) {
    const bool has_member = contrast.member != Name::none;
    return {{"rule", report.names->text(report.protocol->rules[contrast.rule].id)},
            {"member", has_member ? Json(report.names->text(contrast.member)) : Json()},
            {"name", report.names->text(contrast.reading)},
            {"verdict", word(contrast.verdict)},
            {"otherwise", word(contrast.otherwise)},
            {"keys", contrast.keys}};
}

std::string written(const Json& value) { return json_text(value, -1); }

/// Writes findings. What all of a rule share is written out once.
class FindingWriter {
public:
    explicit FindingWriter(const Report& report) : report_(report) {}

    std::string write(const Outcome& outcome) {
        if (!shared_ || rule_ != outcome.rule) share(outcome);
        const Finding finding = report_.tell(outcome);
        std::string line;
        const auto member = [&](std::string_view key, const Json& value) {
            line.append(line.empty() ? "{\"" : ",\"").append(key).append("\":").append(written(value));
        };
        member("id", finding.id);
        member("rule", report_.names->text(report_.rule(finding).id));
        member("key", finding.key);
        line += shared_->first;
        member("verdict", to_string(finding.verdict));
        member("reason", or_null(to_string(finding.reason)));
        member("owed_by", finding.owed_by);
        member("owed_to", finding.owed_to);
        member("opens", or_null(finding.opens));
        member("due", or_null(finding.due));
        member("due_because", or_null(finding.due_because));
        member("witnesses", sightings(finding.witnesses, report_, false));
        member("nearest", sightings(finding.nearest, report_, true));
        member("mend", or_null(finding.mend));
        line += shared_->second;
        member("flags", finding.flags);
        member("age_days", finding.age_days ? Json(*finding.age_days) : Json());
        member("outstanding", finding.outstanding);
        return line + "}";
    }

private:
    void share(const Outcome& finding) {
        const Rule& rule = report_.rule(finding);
        const auto inside = [](const Json& object) {
            const std::string text = written(object);
            return "," + text.substr(1, text.size() - 2);
        };
        rule_ = finding.rule;
        shared_.emplace(inside({{"clause", report_.clause(finding).number},
                                {"also", also(report_, finding.rule)},
                                {"title", rule.title},
                                {"strength", to_string(rule.strength)}}),
                        inside({{"assumes", assumptions(report_, finding.rule)}}));
    }

    const Report& report_;
    std::size_t rule_ = 0;
    std::optional<std::pair<std::string, std::string>> shared_;
};

}  // namespace

std::string json(const Report& report) {
    JsonFile lines;
    const auto id = [&](std::size_t rule) { lines.add(report.names->text(report.protocol->rules[rule].id)); };
    lines.member("schema", 1);
    lines.member("tool", {{"name", "concordat"}, {"version", report.version}});
    lines.member("protocol", report.names->text(report.protocol->id));
    lines.member("log", report.log_title);
    lines.member("as_of", to_string(report.standpoint.as_of));
    lines.member("covers", covers(report));
    lines.list("inputs", report.inputs, [&](const Input& i) { lines.add({{"path", i.path}, {"sha256", i.sha256}}); });
    lines.member("totals", totals(report.totals));
    lines.list("rules", report.protocol->rules, [&](const Rule& rule) { lines.add(rule_object(rule, report)); });
    FindingWriter findings(report);
    lines.list("findings", report.findings, [&](const Outcome& outcome) { lines.add_written(findings.write(outcome)); });
    lines.list("never_exercised", report.never_exercised, id);
    lines.list("powers", report.powers, [&](const PowerUsed& power) { lines.add(power_object(power, report)); });
    lines.list("readings", report.readings ? report.readings->contrasts : std::vector<Contrast>{},
               [&](const Contrast& contrast) { lines.add(contrast_object(contrast, report)); });
    return lines.close();
}

}  // namespace concordat
