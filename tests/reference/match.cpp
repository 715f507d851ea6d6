#include "reference/match.hpp"

#include <algorithm>

namespace concordat::reference {

namespace {

// "`same-as` works both ways"
bool same_office(const Scene& scene, Name a, Name b) {
    const Directory& directory = scene.log.directory;
    const Thing* one = directory.find(a);
    const Thing* other = directory.find(b);
    return one && other && one->kind == Kind::role && other->kind == Kind::role && office(scene, a) == office(scene, b);
}

// "A body is matched by its chair too …; a chair is not matched by the body."
bool chairs(const Scene& scene, Name role, Name body) {
    const Thing* thing = scene.log.directory.find(body);
    return thing && thing->kind == Kind::body && thing->chair != Name::none &&
           (role == thing->chair || same_office(scene, role, thing->chair));
}

// "these roles may be present or act through a delegate"
bool may_send_delegate(const Scene& scene, const Rule& rule, Name role) {
    for (const Name delegate : rule.delegates)
        if (delegate == role || same_office(scene, delegate, role)) return true;
    return false;
}

bool is(const Scene& scene, const Rule& rule, Field field, const Shown& shown, const Wanted& wanted) {
    if (shown.by_delegate && !may_send_delegate(scene, rule, shown.name)) return false;
    if (shown.text == wanted.text) return true;
    const bool holds_roles = names_parties(field) || field == Field::role || field == Field::about || field == Field::contains;
    if (holds_roles && same_office(scene, shown.name, wanted.name)) return true;
    // "`{itself: hhwb}` is the body alone"
    return names_parties(field) && !wanted.itself && chairs(scene, shown.name, wanted.name);
}

bool shows(const Scene& scene, const Rule& rule, Field field, const std::vector<Shown>& all, const Wanted& wanted) {
    for (const Shown& one : all)
        if (is(scene, rule, field, one, wanted)) return true;
    return false;
}

// "a list or a group = any of these; `{all: […]}` = the one record shows all of these"
bool shows_enough(const Scene& scene, const Rule& rule, Field field, const std::vector<Shown>& all,
                  const std::vector<Wanted>& wanted, bool every_one) {
    for (const Wanted& one : wanted)
        if (shows(scene, rule, field, all, one) != every_one) return !every_one;
    return every_one;
}

Match match_alternative(const Scene& scene, const Rule& rule, const Alternative& alternative, const Record& record,
                        const Bindings& bindings, bool as_witness) {
    Match result{Truth::yes, false, {}};
    for (const FieldPattern& pattern : alternative.fields) {
        Truth truth = match_field(scene, rule, pattern, record, bindings);
        if (pattern.field == Field::covering) {
            const auto wanted = bind(scene, pattern.values, bindings);
            if (wanted && scene.log.list(record, Part::covering).empty() && as_witness) {
                truth = Truth::yes;
                result.edition_not_stated = true;
            }
            if (wanted)
                for (const Shown& edition : shown(scene, record, Field::covering))
                    for (const Wanted& one : *wanted)
                        if (one.text == edition.text) result.editions.push_back(edition.text);
        }
        result.truth = std::min(result.truth, truth);
    }
    return result;
}

// "`{any: [PATTERN, PATTERN]}` = either pattern": the one that agrees best, without a flag if it can be.
Match match_best(const Scene& scene, const Rule& rule, const Pattern& pattern, const Record& record, const Bindings& bindings,
                 bool as_witness) {
    Match best;
    for (const Alternative& alternative : pattern.alternatives) {
        const Match one = match_alternative(scene, rule, alternative, record, bindings, as_witness);
        if (one.truth > best.truth || (one.truth == best.truth && best.edition_not_stated && !one.edition_not_stated)) best = one;
    }
    return best;
}

}  // namespace

std::optional<std::vector<Wanted>> bind(const Scene& scene, const Values& values, const Bindings& bindings) {
    std::vector<Wanted> result;
    for (const Value& value : values.values) {
        switch (value.kind) {
            case Value::Kind::name: result.push_back({std::string{scene.names.text(value.name)}, value.name}); break;
            case Value::Kind::itself: result.push_back({std::string{scene.names.text(value.name)}, value.name, true}); break;
            case Value::Kind::each:
                if (!bindings.each) return std::nullopt;
                result.push_back({std::string{scene.names.text(*bindings.each)}, *bindings.each});
                break;
            case Value::Kind::period: result.push_back({bindings.period}); break;
            case Value::Kind::previous_period: result.push_back({bindings.previous}); break;
            case Value::Kind::field: {
                // "A `$field` that the trigger does not state makes the field *not stated*."
                const auto stated = bindings.record ? shown(scene, *bindings.record, value.field) : std::vector<Shown>{};
                if (stated.empty()) return std::nullopt;
                for (const Shown& one : stated) result.push_back({one.text, one.name});
                break;
            }
        }
    }
    return result;
}

Truth match_field(const Scene& scene, const Rule& rule, const FieldPattern& pattern, const Record& record,
                  const Bindings& bindings) {
    const auto wanted = bind(scene, pattern.values, bindings);
    if (!wanted) return Truth::maybe;
    const auto all = shown(scene, record, pattern.field);
    if (shows_enough(scene, rule, pattern.field, all, *wanted, pattern.values.all)) return Truth::yes;
    // "There, a record that states it must agree; one that states none may match"
    if (pattern.field == Field::covering) return all.empty() ? Truth::maybe : Truth::no;
    return claims_all(scene, record, pattern.field) ? Truth::no : Truth::maybe;
}

Match match_witness(const Scene& scene, const Rule& rule, const Pattern& pattern, const Record& record,
                    const Bindings& bindings) {
    return match_best(scene, rule, pattern, record, bindings, true);
}

Truth match(const Scene& scene, const Rule& rule, const Pattern& pattern, const Record& record, const Bindings& bindings) {
    return match_best(scene, rule, pattern, record, bindings, false).truth;
}

}  // namespace concordat::reference
