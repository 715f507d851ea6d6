#pragma once
// Ways through a rule: every pattern that it has, and every word that it uses.

#include <type_traits>
#include <variant>

#include "model/rule.hpp"

namespace concordat {

/// What a pattern is for: what starts the duty, what discharges it, or what lifts it.
enum class RulePart : std::uint8_t { trigger, expectation, exception };

/// `visit(const Pattern&, RulePart)` for each pattern of the rule's form.
template <typename Visit>
void for_each_pattern(const Rule& rule, Visit visit) {
    const auto optional = [&](const std::optional<Pattern>& pattern, RulePart part) {
        if (pattern) visit(*pattern, part);
    };
    std::visit(
        [&](const auto& form) {
            using F = std::decay_t<decltype(form)>;
            if constexpr (std::is_same_v<F, Every> || std::is_same_v<F, Once>) {
                visit(form.expect, RulePart::expectation);
                optional(form.unless, RulePart::exception);
            } else if constexpr (std::is_same_v<F, AtLeastEvery>) {
                visit(form.expect, RulePart::expectation);
            } else if constexpr (std::is_same_v<F, After>) {
                visit(form.trigger, RulePart::trigger);
                visit(form.expect, RulePart::expectation);
                optional(form.unless, RulePart::exception);
            } else if constexpr (std::is_same_v<F, Before>) {
                visit(form.guarded, RulePart::trigger);
                visit(form.expect, RulePart::expectation);
                optional(form.since, RulePart::trigger);
                optional(form.unless, RulePart::exception);
            } else if constexpr (std::is_same_v<F, Each>) {
                visit(form.pattern, RulePart::trigger);
                visit(form.has, RulePart::expectation);
            } else if constexpr (std::is_same_v<F, Never>) {
                visit(form.pattern, RulePart::trigger);
                optional(form.excused_by, RulePart::exception);
            } else if constexpr (std::is_same_v<F, May>) {
                visit(form.pattern, RulePart::trigger);
            } else {
                static_assert(std::is_same_v<F, Throughout> || std::is_same_v<F, Attest>);
            }
        },
        rule.form);
}

/// `visit(Name)` for each word that the rule uses, its readings' included. A word may come more than once.
template <typename Visit>
void for_each_word(const Rule& rule, Visit visit) {
    const auto words = [&](const std::vector<Value>& values) {
        for (const Value& value : values)
            if (value.name != Name::none) visit(value.name);
    };
    const auto parties = [&](const std::optional<Values>& values) {
        if (values) words(values->values);
    };
    for_each_pattern(rule, [&](const Pattern& pattern, RulePart) {
        for (const Alternative& alternative : pattern.alternatives)
            for (const FieldPattern& field : alternative.fields) words(field.values.values);
    });
    if (const auto* form = std::get_if<Every>(&rule.form)) visit(form->within.name);
    if (const auto* form = std::get_if<After>(&rule.form)) visit(form->within.name);
    if (const auto* form = std::get_if<Attest>(&rule.form)) words(form->by.values);
    if (const auto* form = std::get_if<Throughout>(&rule.form)) {
        words(form->state.subjects);
        visit(form->state.of.name);
    }
    if (rule.for_each) words(*rule.for_each);
    for (const Name delegate : rule.delegates) visit(delegate);
    parties(rule.owed_by);
    parties(rule.owed_to);
    visit(rule.waivable_by);
    for (const Rule& reading : rule.readings) for_each_word(reading, visit);
}

}  // namespace concordat
