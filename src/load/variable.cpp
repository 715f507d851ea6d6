#include "load/variable.hpp"

#include <fmt/format.h>

#include <array>

#include "diagnostic/nearest.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

using Kind = Value::Kind;

constexpr std::array bound_fields = {Field::by,       Field::to,       Field::with,  Field::present,  Field::of,
                                     Field::document, Field::covering, Field::about, Field::contains, Field::subject,
                                     Field::re,       Field::role,     Field::rule,  Field::id};

/// What the word stands for, wherever it may be bound.
std::optional<Value> find_variable(std::string_view text) {
    const std::string_view name = text.substr(1);
    if (name == "each") return Value{.kind = Kind::each};
    if (name == "period") return Value{.kind = Kind::period};
    if (name == "previous-period") return Value{.kind = Kind::previous_period};
    for (const Field field : bound_fields)
        if (to_string(field) == name) return Value{.kind = Kind::field, .field = field};
    return std::nullopt;
}

void report_unknown(const Node& node, Diagnostics& diagnostics) {
    std::vector<std::string> known = {"$each", "$period", "$previous-period"};
    for (const Field field : bound_fields) known.push_back('$' + std::string{to_string(field)});
    diagnostics.error(node.span, "unknown-variable", fmt::format("there is no variable {}", quoted(node.text())),
                      did_you_mean(node.text(), known));
}

/// Why nothing is bound to it here; empty if something is.
std::string fault(const Node& node, Kind kind, const Scope& scope) {
    if (kind == Kind::each && !scope.for_each)
        return "`$each` is a member of the rule's `for-each`, and there is none for it here";
    if ((kind == Kind::period || kind == Kind::previous_period) && !scope.periods)
        return fmt::format("`{}` is the label of a period, and only what an `every` rule expects, or an `attest` rule, has one",
                           node.text());
    if (kind == Kind::field && !scope.trigger)
        return fmt::format("`{}` is what another record shows; it cannot stand here", node.text());
    return {};
}

std::string remedy(Kind kind) {
    switch (kind) {
        case Kind::each: return "give the rule a `for-each`";
        case Kind::field:
            return "`$field`s belong into what `after`, `before`, `each` and `never` expect of other records, not into the "
                   "pattern that finds the first one";
        case Kind::name:
        case Kind::itself:
        case Kind::period:
        case Kind::previous_period: return {};
    }
    return {};
}

/// What may be bound to it, as kinds.
Kinds kinds_bound(const Value& variable, const Scope& scope) {
    if (variable.kind == Kind::field) return kinds_of(variable.field);
    if (variable.kind != Kind::each) return kinds::label;
    Kinds all = kinds::none;
    for (const Value& member : *scope.for_each)
        all |= member.kind == Kind::field ? kinds_of(member.field) : scope.vocabulary.kinds_of(member.name);
    return all;
}

/// Every member of `for-each` must fit; of what a record shows, only something must.
bool fits(const Value& variable, Kinds wanted, const Scope& scope) {
    if (wanted & kinds::text) return true;
    if (variable.kind != Kind::each) return (kinds_bound(variable, scope) & wanted) != 0;
    for (const Value& member : *scope.for_each) {
        const Kinds kinds = member.kind == Kind::field ? kinds_of(member.field) : scope.vocabulary.kinds_of(member.name);
        if ((kinds & wanted) == 0) return false;
    }
    return true;
}

}  // namespace

std::optional<Value> read_variable(const Node& node, std::string_view key, Kinds wanted, const Scope& scope) {
    Diagnostics& diagnostics = scope.vocabulary.diagnostics;
    const auto variable = find_variable(node.text());
    if (!variable) {
        report_unknown(node, diagnostics);
        return std::nullopt;
    }
    if (const std::string why = fault(node, variable->kind, scope); !why.empty()) {
        diagnostics.error(node.span, "misplaced-variable", why, remedy(variable->kind));
        return std::nullopt;
    }
    if (!fits(*variable, wanted, scope)) {
        diagnostics.error(node.span, "wrong-kind",
                          fmt::format("`{}` stands for {}; `{}` takes {}", node.text(), plural(kinds_bound(*variable, scope)),
                                      key, plural(wanted)));
        return std::nullopt;
    }
    return variable;
}

}  // namespace concordat
