#include "report/sample.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace concordat {
namespace {

/// As it would stand in a flow mapping; a word that YAML could misread stands in quotes.
std::string scalar(const std::string& word) {
    const bool plain = std::all_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ' ' ||
               c == '_';
    });
    if (plain && !word.empty() && word.front() != '-' && word.front() != ' ' && word.back() != ' ') return word;
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? "''" : std::string(1, c);
    return quoted + "'";
}

std::string first_of(const Directory& directory, const Names& names, Kind kind, const std::vector<std::string>& but) {
    for (const Thing& thing : directory.things())
        if (thing.kind == kind && std::find(but.begin(), but.end(), names.text(thing.id)) == but.end())
            return std::string{names.text(thing.id)};
    return {};
}

}  // namespace

std::string to_flow(const Sample& sample) {
    std::string text = "{id: " + scalar(sample.id) + ", date: " + to_string(sample.date);
    for (const auto& [field, values] : sample.fields) {
        std::vector<std::string> parts;
        for (const std::string& value : values) parts.push_back(scalar(value));
        text += parts.size() == 1 ? fmt::format(", {}: {}", to_string(field), parts[0])
                                  : fmt::format(", {}: [{}]", to_string(field), fmt::join(parts, ", "));
    }
    return text + "}";
}

std::string Sampler::another(Field field, const std::vector<std::string>& but) const {
    switch (field) {
        case Field::document: return first_of(protocol_.directory, names_, Kind::document, but);
        case Field::about:
        case Field::contains: return first_of(protocol_.directory, names_, Kind::topic, but);
        case Field::role: return first_of(protocol_.directory, names_, Kind::role, but);
        case Field::by:
        case Field::to:
        case Field::present:
        case Field::with:
        case Field::of: {
            const std::string body = first_of(protocol_.directory, names_, Kind::body, but);
            return body.empty() ? first_of(protocol_.directory, names_, Kind::role, but) : body;
        }
        case Field::covering: return "2014-15";
        case Field::subject: return "matter-1";
        case Field::in_writing: return but.empty() ? "true" : "false";
        case Field::re:
        case Field::rule:
        case Field::act:
        case Field::id: return std::string(referred_to);
    }
    return {};
}

/// What the trigger could well show in a field that its own pattern does not ask for: no party twice.
std::string Sampler::placeholder(Field field, const Sample& sample) const {
    std::vector<std::string> taken;
    for (const Field party : {Field::by, Field::to, Field::of})
        if (const auto found = sample.fields.find(party); found != sample.fields.end())
            taken.insert(taken.end(), found->second.begin(), found->second.end());
    return another(field, names_parties(field) ? taken : std::vector<std::string>{});
}

std::vector<std::string> Sampler::words(const Value& value, const SampleBindings& bindings) const {
    switch (value.kind) {
        case Value::Kind::name:
        case Value::Kind::itself: return {std::string{names_.text(value.name)}};
        case Value::Kind::each: return {bindings.each};
        case Value::Kind::period: return {bindings.period};
        case Value::Kind::previous_period: return {bindings.previous_period};
        case Value::Kind::field: break;
    }
    if (!bindings.trigger) return {std::string(referred_to)};
    if (value.field == Field::id) return {bindings.trigger->id};
    auto& shown = bindings.trigger->fields[value.field];
    if (shown.empty()) shown.push_back(placeholder(value.field, *bindings.trigger));
    return shown;
}

std::string Sampler::word(const Value& value, const SampleBindings& bindings) const { return words(value, bindings).front(); }

void Sampler::extend(Sample& sample, const Pattern& pattern, const SampleBindings& bindings) const {
    for (const FieldPattern& asked : pattern.alternatives.front().fields) {
        std::vector<std::string>& shown = sample.fields[asked.field];
        for (const Value& value : asked.values.values) {
            for (const std::string& word : words(value, bindings))
                if (std::find(shown.begin(), shown.end(), word) == shown.end()) shown.push_back(word);
            if (!asked.values.all) break;
        }
    }
}

Sample Sampler::make(std::string id, Day date, const Pattern& pattern, const SampleBindings& bindings) const {
    Sample sample{.id = std::move(id), .date = date, .fields = {}};
    extend(sample, pattern, bindings);
    return sample;
}

}  // namespace concordat
