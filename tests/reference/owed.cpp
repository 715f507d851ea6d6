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

/// What an alternative shows in a field, and behind it (of `each`) another pattern; nothing if none of them names the field.
std::optional<Ids> in_field(const Scene& scene, const Alternative& alternative, const Pattern* behind, Field field,
                            const Bindings& bindings) {
    if (const Values* values = alternative.find(field)) return ids(scene, *values, bindings);
    std::optional<Ids> result;
    if (!behind) return result;
    for (const Alternative& other : behind->alternatives)
        if (const Values* values = other.find(field)) {
            if (!result) result = Ids{};
            add(*result, ids(scene, *values, bindings));
        }
    return result;
}

/// The first of the fields that is named; of `any` the alternatives one after the other.
Ids in_first_of(const Scene& scene, const Pattern& pattern, const Pattern* behind, std::initializer_list<Field> fields,
                const Bindings& bindings) {
    Ids result;
    for (const Alternative& alternative : pattern.alternatives)
        for (const Field field : fields)
            if (const auto found = in_field(scene, alternative, behind, field, bindings)) {
                add(result, *found);
                break;
            }
    return result;
}

/// What the rule wants to see, and (of `each`) what it looks at.
struct Wants {
    const Pattern* pattern = nullptr;
    const Pattern* behind = nullptr;
};

Wants wants(const Rule& rule) {
    struct Visitor {
        Wants operator()(const Every& form) const { return {&form.expect}; }
        Wants operator()(const AtLeastEvery& form) const { return {&form.expect}; }
        Wants operator()(const Once& form) const { return {&form.expect}; }
        Wants operator()(const After& form) const { return {&form.expect}; }
        Wants operator()(const Before& form) const { return {&form.expect}; }
        Wants operator()(const Each& form) const { return {&form.has, &form.pattern}; }
        Wants operator()(const Never& form) const { return {&form.pattern}; }
        Wants operator()(const May& form) const { return {&form.pattern}; }
        Wants operator()(const Throughout&) const { return {}; }
        Wants operator()(const Attest&) const { return {}; }
    };
    return std::visit(Visitor{}, rule.form);
}

// "who owed what to whom (`owed-by`, else `by`, else `of`, else `present`; a list is "one of"; …)"
Ids owed_by(const Scene& scene, const Rule& rule, const Bindings& bindings) {
    if (rule.owed_by) return ids(scene, *rule.owed_by, bindings);
    if (const auto* form = std::get_if<Attest>(&rule.form)) return ids(scene, form->by, bindings);
    if (const auto* form = std::get_if<Throughout>(&rule.form))
        return form->state.kind == State::Kind::member ? ids(scene, Values{false, {form->state.of}}, bindings) : Ids{};
    const Wants wanted = wants(rule);
    return in_first_of(scene, *wanted.pattern, wanted.behind, {Field::by, Field::of, Field::present}, bindings);
}

Ids owed_to(const Scene& scene, const Rule& rule, const Bindings& bindings) {
    if (rule.owed_to) return ids(scene, *rule.owed_to, bindings);
    const Wants wanted = wants(rule);
    return wanted.pattern ? in_first_of(scene, *wanted.pattern, wanted.behind, {Field::to}, bindings) : Ids{};
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
