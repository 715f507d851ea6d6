#include "load/rule.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "load/form_reader.hpp"
#include "load/ids.hpp"
#include "load/mapping.hpp"
#include "load/reading.hpp"
#include "load/scalar.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

/// The one form of the rule; nothing if there is none, or more than one, which is reported.
std::optional<FormKey> read_form_key(const Node& rule, Diagnostics& diagnostics) {
    const auto forms = find_forms(rule);
    if (forms.size() == 1) return form_named(forms.front()->key.text());
    if (forms.empty()) {
        diagnostics.error(rule.span, "no-form", "this rule has no form, so nothing says what it asks for",
                          fmt::format("every rule has one of {}", listed(all_forms)));
        return std::nullopt;
    }
    std::vector<std::string_view> names;
    names.reserve(forms.size());
    for (const Entry* form : forms) names.push_back(form->key.text());
    diagnostics.error(forms[1]->key.span, "two-forms",
                      fmt::format("a rule has one form, and this one has {}", listed_quoted(names)), "make two rules of it",
                      {{forms[0]->key.span, "the first form"}});
    return std::nullopt;
}

/// Where `$field` has a record to speak of.
bool has_record(FormKey form) {
    return has(FormKey::after | FormKey::before | FormKey::each | FormKey::never | FormKey::may, form);
}

class RuleReader {
public:
    RuleReader(const Node& node, const Paper& paper, const Vocabulary& vocabulary)
        : node_{node}, paper_{paper}, vocabulary_{vocabulary}, diagnostics_{vocabulary.diagnostics} {}

    Rule read(std::size_t clause);
    std::vector<Rule> read_readings(std::size_t clause) const;

private:
    void read_form_and_members(Rule& rule, FormKey form);
    void read_modifiers(Rule& rule) const;
    std::optional<Values> parties(std::string_view key, const Scope& scope) const;

    const Node& node_;
    const Paper& paper_;
    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
};

Rule RuleReader::read(std::size_t clause) {
    Rule rule;
    rule.clause = clause;
    rule.in_force = paper_.in_force;
    rule.place = node_.span;
    Mapping mapping{node_, "a rule", diagnostics_};
    if (const Node* id = mapping.need("rule")) {
        rule.id = read_id(*id, "rule", vocabulary_.names, diagnostics_);
        rule.place = id->span;
    }
    if (const Node* title = mapping.need("title")) rule.title = read_line(*title, "title", diagnostics_);
    read_modifiers(rule);
    if (const auto form = read_form_key(node_, diagnostics_)) {
        check_keys(node_, *form, diagnostics_);
        read_form_and_members(rule, *form);
    }
    return rule;
}

void RuleReader::read_form_and_members(Rule& rule, FormKey form) {
    Scope scope{.vocabulary = vocabulary_, .trigger = has_record(form)};
    if (const Node* members = node_.find("for-each")) rule.for_each = read_members(*members, scope);
    scope.for_each = rule.for_each ? &*rule.for_each : nullptr;
    rule.owed_by = parties("owed-by", scope);
    rule.owed_to = parties("owed-to", scope);
    rule.form = read_form(node_, form, scope.for_each, paper_, vocabulary_);
}

std::optional<Values> RuleReader::parties(std::string_view key, const Scope& scope) const {
    const Node* node = node_.find(key);
    return node ? std::optional{read_plain_values(*node, key, kinds::party, scope)} : std::nullopt;
}

void RuleReader::read_modifiers(Rule& rule) const {
    if (const Node* strength = node_.find("strength"))
        rule.strength =
            static_cast<Strength>(read_word(*strength, "strength", {"must", "should", "implied"}, diagnostics_).value_or(0));
    if (const Node* delegate = node_.find("delegate")) {
        const bool one_role =
            delegate->is_scalar() && vocabulary_.kinds_of(vocabulary_.names.intern(delegate->text())) != kinds::none;
        if (!one_role || is_list(*delegate, "delegate", diagnostics_))
            rule.delegates = read_names(*delegate, "delegate", kinds::role, vocabulary_);
    }
    if (const Node* waivable_by = node_.find("waivable-by"))
        rule.waivable_by = vocabulary_.read(*waivable_by, "waivable-by", kinds::role);
    if (const Node* in_force = node_.find("in-force")) rule.in_force = read_in_force(*in_force, paper_, diagnostics_);
    if (const Node* assumes = node_.find("assumes")) rule.assumes = read_prose_list(*assumes, "assumes", diagnostics_);
}

std::vector<Rule> RuleReader::read_readings(std::size_t clause) const {
    std::vector<Rule> readings;
    const Node* list = node_.find("readings");
    if (!list || !is_filled_list(*list, "readings", diagnostics_)) return readings;
    std::unordered_map<Name, Span> seen;
    for (const Node& node : list->items()) {
        if (!is_mapping(node, "readings", diagnostics_)) continue;
        Mapping mapping{node, "a reading", diagnostics_};
        Name name = Name::none;
        if (const Node* given = mapping.need("name")) {
            name = read_id(*given, "name", vocabulary_.names, diagnostics_);
            if (const auto [first, is_new] = seen.emplace(name, given->span); !is_new)
                diagnostics_.error(given->span, "duplicate-id",
                                   fmt::format("this rule has a reading {} already", quoted(given->text())), "",
                                   {{first->second, "the first one"}});
            if (node.entries().size() == 1)
                diagnostics_.error(node.span, "empty-value", "this reading replaces nothing of its rule",
                                   "give it the keys that it reads differently");
        }
        for (const std::string_view key : {"rule", "readings", "met", "broken"})
            if (const Node* value = node.find(key))
                diagnostics_.error(value->span, "misplaced-key", fmt::format("a reading has no `{}` of its own", key));
        Nodes nodes;
        const Node merged = merge_reading(node_, node, nodes);
        Rule reading = RuleReader{merged, paper_, vocabulary_}.read(clause);
        reading.reading = name;
        readings.push_back(std::move(reading));
    }
    return readings;
}

}  // namespace

Rule read_rule(const Node& node, std::size_t clause, const Paper& paper, const Vocabulary& vocabulary) {
    if (!is_mapping(node, "rules", vocabulary.diagnostics)) return {};
    RuleReader reader{node, paper, vocabulary};
    Rule rule = reader.read(clause);
    rule.readings = reader.read_readings(clause);
    return rule;
}

}  // namespace concordat
