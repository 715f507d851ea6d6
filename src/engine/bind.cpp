#include "engine/bind.hpp"

#include <algorithm>

namespace concordat {

namespace {

void make_set(std::vector<Name>& names) {
    if (names.size() < 2) return;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

/// Everything that may stand in a record where the pattern says `wanted`.
void add_stand_ins(std::vector<Name>& into, Name wanted, Field field, bool itself, const Offices& offices) {
    const auto add = [&](Name name) { into.push_back(name); };
    offices.for_each_name_of(wanted, add);
    if (!names_parties(field) || itself) return;
    if (const Name chair = offices.chair(wanted); chair != Name::none) offices.for_each_name_of(chair, add);
}

bool any_of_kind(const Values& values, std::initializer_list<Value::Kind> kinds) {
    return std::any_of(values.values.begin(), values.values.end(),
                       [&](const Value& value) { return std::find(kinds.begin(), kinds.end(), value.kind) != kinds.end(); });
}

bool names_alone(const Values& values) {
    return !any_of_kind(values, {Value::Kind::each, Value::Kind::period, Value::Kind::previous_period, Value::Kind::field});
}

}  // namespace

Name mentioned(const Names& names, const std::string& label) {
    const Name name = names.find(label);
    return name == Name::none ? unmentioned : name;
}

std::vector<Name> resolve(const Value& value, const Binding& binding, const Log& log, const Names& names, bool& known) {
    std::vector<Name> result;
    if (!for_each_name(value, binding, log, names, [&](Name name) { result.push_back(name); })) known = false;
    return result;
}

Binder::Binder(const Pattern& pattern, const Log& log, const Names& names, const Offices& offices,
               const std::vector<Name>& delegates)
    : log_(log), names_(names), offices_(offices) {
    for (const Alternative& alternative : pattern.alternatives) {
        Bound& bound = bound_.emplace_back();
        bound.delegates = delegates;
        for (const FieldPattern& field : alternative.fields) {
            const bool of_record = any_of_kind(field.values, {Value::Kind::field});
            const Place place{&field, bound_.size() - 1, bound.fields.size(), of_record};
            if (field.field == Field::covering)
                bound.editions = {.named = true, .all = field.values.all};
            else
                bound.fields.push_back({.field = field.field, .all = field.values.all, .open = false, .accepted = {}});
            if (names_alone(field.values))
                fill(place, {});
            else
                places_.push_back(place);
            of_record_ = of_record_ || of_record;
        }
    }
}

const std::vector<Bound>& Binder::at(const Binding& binding) {
    const bool same_member = last_ && last_->member == binding.member && last_->period == binding.period;
    changed_ = !last_ || of_record_ || (!same_member && !places_.empty());
    for (const Place& place : places_)
        if (!same_member || place.of_record) fill(place, binding);
    last_ = binding;
    return bound_;
}

void Binder::fill(const Place& place, const Binding& binding) {
    Bound& bound = bound_[place.alternative];
    if (place.pattern->field == Field::covering)
        fill(bound.editions, place.pattern->values, binding);
    else
        fill(bound.fields[place.field], place.pattern->values, binding);
}

void Binder::fill(BoundField& bound, const Values& values, const Binding& binding) const {
    std::size_t lists = 0;
    const auto begin_list = [&] {
        if (lists == bound.accepted.size()) bound.accepted.emplace_back();
        bound.accepted[lists++].clear();
    };
    bound.open = false;
    if (!bound.all) begin_list();
    for (const Value& value : values.values) {
        const bool itself = value.kind == Value::Kind::itself;
        const bool known = for_each_name(value, binding, log_, names_, [&](Name name) {
            if (bound.all) begin_list();
            add_stand_ins(bound.accepted[lists - 1], name, bound.field, itself, offices_);
        });
        if (!known) bound.open = true;
    }
    bound.accepted.resize(lists);
    for (std::vector<Name>& list : bound.accepted) make_set(list);
}

void Binder::fill(Editions& editions, const Values& values, const Binding& binding) const {
    editions.wanted.clear();
    editions.open = false;
    for (const Value& value : values.values)
        if (!for_each_name(value, binding, log_, names_, [&](Name name) { editions.wanted.push_back(name); }))
            editions.open = true;
    make_set(editions.wanted);
}

}  // namespace concordat
