#include "reference/owed.hpp"

#include <algorithm>

namespace concordat::reference {

namespace {

using Ids = std::vector<std::string>;

void add(Ids& ids, const Ids& more) {
    for (const std::string& id : more)
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

// A list as it is; `{itself: b}` is b; a `$field` that is not stated is nobody.
Ids ids(const Scene& scene, const Values& values, const Bindings& bindings) {
    Ids result;
    for (const Value& value : values.values)
        if (const auto wanted = bind(scene, Values{false, {value}}, bindings))
            for (const Wanted& one : *wanted) add(result, {one.text});
    return result;
}

// "else `by`, else `of`, else `present`": the first of them that the pattern names
Ids who_acts(const Scene& scene, const Alternative& alternative, const Bindings& bindings) {
    for (const Field field : {Field::by, Field::of, Field::present})
        if (const Values* values = alternative.find(field)) return ids(scene, *values, bindings);
    return {};
}

bool names(const Pattern& pattern, Field field) {
    return std::any_of(pattern.alternatives.begin(), pattern.alternatives.end(),
                       [&](const Alternative& alternative) { return alternative.find(field) != nullptr; });
}

Ids in_field(const Scene& scene, const Pattern& pattern, Field field, const Bindings& bindings) {
    Ids result;
    for (const Alternative& alternative : pattern.alternatives)
        if (const Values* values = alternative.find(field)) add(result, ids(scene, *values, bindings));
    return result;
}

/// The patterns that show who owes: what the rule wants to see (of `each`: `has`, then the pattern, field by field).
std::vector<const Pattern*> wanted_patterns(const Rule& rule) {
    struct Visitor {
        std::vector<const Pattern*> operator()(const Every& form) const { return {&form.expect}; }
        std::vector<const Pattern*> operator()(const AtLeastEvery& form) const { return {&form.expect}; }
        std::vector<const Pattern*> operator()(const Once& form) const { return {&form.expect}; }
        std::vector<const Pattern*> operator()(const After& form) const { return {&form.expect}; }
        std::vector<const Pattern*> operator()(const Before& form) const { return {&form.expect}; }
        std::vector<const Pattern*> operator()(const Each& form) const { return {&form.has, &form.pattern}; }
        std::vector<const Pattern*> operator()(const Never& form) const { return {&form.pattern}; }
        std::vector<const Pattern*> operator()(const May& form) const { return {&form.pattern}; }
        std::vector<const Pattern*> operator()(const Throughout&) const { return {}; }
        std::vector<const Pattern*> operator()(const Attest&) const { return {}; }
    };
    return std::visit(Visitor{}, rule.form);
}

// "who owed what to whom (`owed-by`, else `by`, else `of`, else `present`; a list is "one of"; …)"
Ids owed_by(const Scene& scene, const Rule& rule, const Bindings& bindings) {
    if (rule.owed_by) return ids(scene, *rule.owed_by, bindings);
    if (const auto* form = std::get_if<Attest>(&rule.form)) return ids(scene, form->by, bindings);
    if (const auto* form = std::get_if<Throughout>(&rule.form))
        return form->state.kind == State::Kind::member ? ids(scene, Values{false, {form->state.of}}, bindings) : Ids{};
    const auto patterns = wanted_patterns(rule);
    if (patterns.size() == 1) {  // the alternatives of `any`: each one's, in order
        Ids result;
        for (const Alternative& alternative : patterns.front()->alternatives)
            add(result, who_acts(scene, alternative, bindings));
        return result;
    }
    for (const Field field : {Field::by, Field::of, Field::present})
        for (const Pattern* pattern : patterns)
            if (names(*pattern, field)) return in_field(scene, *pattern, field, bindings);
    return {};
}

Ids owed_to(const Scene& scene, const Rule& rule, const Bindings& bindings) {
    if (rule.owed_to) return ids(scene, *rule.owed_to, bindings);
    for (const Pattern* pattern : wanted_patterns(rule))
        if (names(*pattern, Field::to)) return in_field(scene, *pattern, Field::to, bindings);
    return {};
}

}  // namespace

Judged obligation(const Scene& scene, const Rule& rule, const std::string& key, const Bindings& bindings) {
    Judged judged;
    judged.id = scene.names.text(rule.id);
    if (rule.reading != Name::none) judged.id += "~" + scene.names.text(rule.reading);
    judged.id += "@" + key;
    if (bindings.each) judged.id += "/" + scene.names.text(*bindings.each);
    judged.owed_by = owed_by(scene, rule, bindings);
    judged.owed_to = owed_to(scene, rule, bindings);
    return judged;
}

std::vector<std::optional<Name>> members(const Scene& scene, const Rule& rule, const Record* record) {
    if (!rule.for_each) return {std::nullopt};
    std::vector<std::optional<Name>> result;
    for (const Value& value : *rule.for_each)
        if (const auto wanted = bind(scene, Values{false, {value}}, Bindings{record, std::nullopt, "", ""}))
            for (const Wanted& one : *wanted)
                if (std::find(result.begin(), result.end(), one.name) == result.end()) result.emplace_back(one.name);
    if (result.empty()) result.emplace_back(std::nullopt);
    return result;
}

}  // namespace concordat::reference
