#include <algorithm>

#include "review/checks.hpp"
#include "review/walk.hpp"
#include "time/arithmetic.hpp"

namespace concordat {
namespace {

/// A record shows one thing in such a field.
bool holds_one(Field field) {
    return field == Field::act || field == Field::of || field == Field::document || field == Field::subject ||
           field == Field::re || field == Field::role || field == Field::rule || field == Field::in_writing;
}

bool all_names(const Values& values) {
    return std::all_of(values.values.begin(), values.values.end(),
                       [](const Value& value) { return value.kind == Value::Kind::name; });
}

bool share_a_value(const Values& a, const Values& b) {
    return std::any_of(a.values.begin(), a.values.end(),
                       [&](const Value& value) { return std::find(b.values.begin(), b.values.end(), value) != b.values.end(); });
}

/// No record can match both, because some field would have to show two things.
bool exclude(const Alternative& a, const Alternative& b) {
    return std::any_of(a.fields.begin(), a.fields.end(), [&](const FieldPattern& field) {
        const Values* other = b.find(field.field);
        return other && holds_one(field.field) && all_names(field.values) && all_names(*other) &&
               !share_a_value(field.values, *other);
    });
}

bool exclude(const Pattern& a, const Pattern& b) {
    return std::all_of(a.alternatives.begin(), a.alternatives.end(), [&](const Alternative& left) {
        return std::all_of(b.alternatives.begin(), b.alternatives.end(),
                           [&](const Alternative& right) { return exclude(left, right); });
    });
}

bool same(const Pattern& a, const Pattern& b) {
    const auto same_fields = [](const Alternative& left, const Alternative& right) {
        return std::equal(
            left.fields.begin(), left.fields.end(), right.fields.begin(), right.fields.end(),
            [](const FieldPattern& l, const FieldPattern& r) { return l.field == r.field && l.values == r.values; });
    };
    return std::equal(a.alternatives.begin(), a.alternatives.end(), b.alternatives.begin(), b.alternatives.end(), same_fields);
}

/// Whether a whole period lies in the time in force, if that has two ends.
bool has_whole_period(const Rhythm& rhythm, const Rule& rule, const Protocol& protocol) {
    if (!rule.in_force.from || !rule.in_force.to) return true;
    if (rhythm.from_agreement && !protocol.agreed) return true;
    const Periods periods =
        rhythm.from_agreement ? Periods(*protocol.agreed, *rhythm.from_agreement) : Periods(rhythm.cycle, protocol.year);
    const std::int64_t first =
        std::max<std::int64_t>(periods.index_of(*rule.in_force.from), rhythm.from_agreement ? 0 : -9999999);
    for (std::int64_t index = first; index <= first + 1; ++index) {
        const auto days = periods.days_at(index);
        if (days && days->first >= *rule.in_force.from && days->last <= *rule.in_force.to) return true;
    }
    return false;
}

/// All the names of one office.
Name office(const Protocol& protocol, Name role) {
    const Thing* thing = protocol.directory.find(role);
    return thing && thing->same_as != Name::none ? std::min(role, thing->same_as) : role;
}

/// The least number of days that a length can be.
long days_in(Duration length) {
    switch (length.unit) {
        case Unit::days:
        case Unit::working_days: return length.count;
        case Unit::weeks: return 7L * length.count;
        case Unit::months: return 28L * length.count;
        case Unit::years: return 365L * length.count;
    }
    return 0;
}

long most_days_in(Duration length) {
    switch (length.unit) {
        case Unit::days: return length.count;
        case Unit::working_days:
        case Unit::weeks: return 7L * length.count;
        case Unit::months: return 31L * length.count;
        case Unit::years: return 366L * length.count;
    }
    return 0;
}

/// Why no log can meet the rule; empty if one can.
std::string why_never_met(const Rule& rule, const Protocol& protocol) {
    if (const auto* form = std::get_if<Every>(&rule.form)) {
        if (!form->part_period_counts && !has_whole_period(form->rhythm, rule, protocol))
            return "no whole period lies in the time in which it is in force";
        if (form->unless && same(form->expect, *form->unless)) return "whatever would meet it is also its exception";
    }
    if (const auto* form = std::get_if<Attest>(&rule.form))
        if (!form->part_period_counts && !has_whole_period(form->rhythm, rule, protocol))
            return "no whole period lies in the time in which it is in force";
    if (const auto* form = std::get_if<Once>(&rule.form))
        if (form->unless && same(form->expect, *form->unless)) return "whatever would meet it is also its exception";
    if (const auto* form = std::get_if<After>(&rule.form))
        if (form->unless && same(form->expect, *form->unless)) return "whatever would meet it is also its exception";
    if (const auto* form = std::get_if<Before>(&rule.form)) {
        if (form->within && form->at_least && days_in(*form->at_least) > most_days_in(*form->within))
            return "the notice that it asks for is longer than the time that it looks back";
        if (form->unless && same(form->expect, *form->unless)) return "whatever would meet it is also its exception";
    }
    if (const auto* form = std::get_if<Each>(&rule.form))
        if (exclude(form->pattern, form->has)) return "no record that it judges can show what it asks for";
    if (const auto* form = std::get_if<Throughout>(&rule.form))
        if (form->state.kind == State::Kind::distinct_holders)
            for (std::size_t i = 0; i < form->state.subjects.size(); ++i)
                for (std::size_t j = 0; j < i; ++j)
                    if (office(protocol, form->state.subjects[i].name) == office(protocol, form->state.subjects[j].name) &&
                        form->state.subjects[i].kind == Value::Kind::name && form->state.subjects[j].kind == Value::Kind::name)
                        return "two of the offices that must have different holders are one";
    return {};
}

std::optional<Duration> reminder(const Rule& rule) {
    if (const auto* form = std::get_if<Every>(&rule.form)) return form->remind_after;
    if (const auto* form = std::get_if<Once>(&rule.form)) return form->remind_after;
    if (const auto* form = std::get_if<After>(&rule.form)) return form->remind_after;
    return std::nullopt;
}

}  // namespace

void check_possible(const Reviewed& reviewed) {
    const auto& [protocol, names, diagnostics] = reviewed;
    for (const Rule& rule : protocol.rules) {
        const std::string id = "`" + names.text(rule.id) + "`";
        if (const std::string why = why_never_met(rule, protocol); !why.empty())
            diagnostics.warning(rule.place, "never-met", std::string("no log can meet ").append(id).append(": ").append(why));
        if (can_be_broken(rule) || std::holds_alternative<May>(rule.form)) continue;
        const auto after = reminder(rule);
        diagnostics.warning(
            rule.place, "never-broken", "no log can break " + id + ": it has no due day",
            after ? "it is listed as outstanding after " + to_string(*after)
                  : "nothing tells when it has been open for long; `remind-after`, with a sentence under `assumes`, would");
    }
}

}  // namespace concordat
