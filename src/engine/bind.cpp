#include "engine/bind.hpp"

#include <algorithm>

#include "timeline/timeline.hpp"

namespace concordat {

namespace {

void make_set(std::vector<Name>& names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

/// Everything that may stand in a record where the pattern says `wanted`.
void add_stand_ins(std::vector<Name>& into, Name wanted, Field field, bool itself, const Offices& offices) {
    for (Name name : offices.names_of(wanted)) into.push_back(name);
    if (!names_parties(field) || itself) return;
    if (const Name chair = offices.chair(wanted); chair != Name::none)
        for (Name name : offices.names_of(chair)) into.push_back(name);
}

BoundField bind_field(const FieldPattern& pattern, const Binding& binding, const Log& log, const Names& names,
                      const Offices& offices) {
    BoundField bound;
    bound.field = pattern.field;
    bound.all = pattern.values.all;
    if (!bound.all) bound.accepted.emplace_back();
    for (const Value& value : pattern.values.values) {
        bool known = true;
        for (Name name : resolve(value, binding, log, names, known)) {
            if (bound.all) bound.accepted.emplace_back();
            add_stand_ins(bound.accepted.back(), name, pattern.field, value.kind == Value::Kind::itself, offices);
        }
        if (!known) bound.open = true;
    }
    for (std::vector<Name>& list : bound.accepted) make_set(list);
    return bound;
}

Editions bind_editions(const Values& values, const Binding& binding, const Log& log, const Names& names) {
    Editions editions{.named = true, .all = values.all};
    for (const Value& value : values.values) {
        bool known = true;
        for (Name name : resolve(value, binding, log, names, known)) editions.wanted.push_back(name);
        if (!known) editions.open = true;
    }
    make_set(editions.wanted);
    return editions;
}

Name mentioned(const Names& names, const std::string& label) {
    const Name name = names.find(label);
    return name == Name::none ? unmentioned : name;
}

}  // namespace

std::vector<Name> resolve(const Value& value, const Binding& binding, const Log& log, const Names& names, bool& known) {
    std::vector<Name> result;
    switch (value.kind) {
        case Value::Kind::name:
        case Value::Kind::itself: result.push_back(value.name); break;
        case Value::Kind::each:
            if (binding.member != Name::none) result.push_back(binding.member);
            break;
        case Value::Kind::period:
            if (binding.period) result.push_back(mentioned(names, binding.period->label));
            break;
        case Value::Kind::previous_period:
            if (binding.period) result.push_back(mentioned(names, binding.period->previous_label));
            break;
        case Value::Kind::field:
            if (binding.record != RecordIndex::none)
                for_each_shown(log, log.at(binding.record), value.field, [&](Name name) { result.push_back(name); });
            break;
    }
    if (result.empty()) known = false;
    return result;
}

std::vector<Bound> bind(const Pattern& pattern, const Binding& binding, const Log& log, const Names& names,
                        const Offices& offices, const std::vector<Name>& delegates) {
    std::vector<Bound> alternatives;
    for (const Alternative& alternative : pattern.alternatives) {
        Bound& bound = alternatives.emplace_back();
        bound.delegates = delegates;
        for (const FieldPattern& field : alternative.fields) {
            if (field.field == Field::covering)
                bound.editions = bind_editions(field.values, binding, log, names);
            else
                bound.fields.push_back(bind_field(field, binding, log, names, offices));
        }
    }
    return alternatives;
}

}  // namespace concordat
