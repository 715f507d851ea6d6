#include "load/reading.hpp"

#include <optional>

#include "load/deadline.hpp"
#include "load/form.hpp"

namespace concordat {
namespace {

/// The form that the reading names, if it is another one than the rule's.
std::optional<FormKey> new_form(const Node& rule, const Node& reading) {
    const auto old_forms = find_forms(rule);
    const auto new_forms = find_forms(reading);
    if (old_forms.size() != 1 || new_forms.size() != 1) return std::nullopt;
    const FormKey old_form = form_named(old_forms.front()->key.text());
    const FormKey form = form_named(new_forms.front()->key.text());
    const bool is_rhythm = old_form == FormKey::attest && form == FormKey::every && !reading.find("expect");
    return form == old_form || is_rhythm ? std::nullopt : std::optional{form};
}

bool survives(const Entry& entry, FormKey form) {
    const auto forms = forms_with(entry.key.text());
    if (!forms) return true;  // unknown: refused in any case
    if (!has(*forms, form)) return false;
    return entry.key.text() != "within" || takes_within(entry.value, form);
}

}  // namespace

Node merge_reading(const Node& rule, const Node& reading, Nodes& nodes) {
    std::vector<Entry> entries;
    Node merged(Node::Kind::mapping, reading.span);
    const auto form = new_form(rule, reading);
    for (const Entry& entry : rule.entries()) {
        if (entry.key.text() == "readings" || reading.find(entry.key.text())) continue;
        if (!form || survives(entry, *form)) entries.push_back(entry);
    }
    for (const Entry& entry : reading.entries())
        if (entry.key.text() != "name") entries.push_back(entry);
    merged.set(nodes.keep(std::span<const Entry>(entries)));
    return merged;
}

}  // namespace concordat
