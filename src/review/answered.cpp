#include <algorithm>

#include "review/checks.hpp"
#include "review/walk.hpp"

namespace concordat {
namespace {

bool could_both_show(const Values& a, const Values& b) {
    const auto is_open = [](const Value& value) { return value.kind != Value::Kind::name && value.kind != Value::Kind::itself; };
    return std::any_of(a.values.begin(), a.values.end(), [&](const Value& left) {
        return std::any_of(b.values.begin(), b.values.end(),
                           [&](const Value& right) { return is_open(left) || is_open(right) || left.name == right.name; });
    });
}

/// Whether one record could match both: they must agree on what is done, and with what. Who does it is often put in two ways
/// (a board, its chair), so that is let pass.
bool could_meet(const Alternative& a, const Alternative& b) {
    return std::all_of(a.fields.begin(), a.fields.end(), [&](const FieldPattern& field) {
        const Values* other = b.find(field.field);
        return !other || names_parties(field.field) || could_both_show(field.values, *other);
    });
}

bool could_meet(const Pattern& a, const Pattern& b) {
    return std::any_of(a.alternatives.begin(), a.alternatives.end(), [&](const Alternative& left) {
        return std::any_of(b.alternatives.begin(), b.alternatives.end(),
                           [&](const Alternative& right) { return could_meet(left, right); });
    });
}

/// A power to appoint or to pay asks nobody for an answer; one that is used towards somebody does.
bool calls_on_somebody(const Pattern& pattern) {
    return std::any_of(pattern.alternatives.begin(), pattern.alternatives.end(),
                       [](const Alternative& alternative) { return alternative.find(Field::to) != nullptr; });
}

}  // namespace

void check_answered(const Reviewed& reviewed) {
    const auto& [protocol, names, diagnostics] = reviewed;
    for (const Rule& rule : protocol.rules) {
        const auto* power = std::get_if<May>(&rule.form);
        if (!power || !calls_on_somebody(power->pattern)) continue;
        const bool answered = std::any_of(protocol.rules.begin(), protocol.rules.end(), [&](const Rule& other) {
            const auto* duty = std::get_if<After>(&other.form);
            return duty && could_meet(power->pattern, duty->trigger);
        });
        if (!answered)
            diagnostics.warning(rule.place, "unanswered-power",
                                "`" + names.text(rule.id) + "` is a power, and nobody has to answer when it is used",
                                "if the paper does not say what follows, that is one of its `defects`");
    }
}

}  // namespace concordat
