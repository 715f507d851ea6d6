#include "load/form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diagnostic/nearest.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

constexpr std::array<std::string_view, 10> form_names = {"every", "at-least-every", "once",       "after", "before",
                                                         "each",  "never",          "throughout", "may",   "attest"};

struct RuleKey {
    std::string_view name;
    Forms forms;
};

using enum FormKey;

constexpr Forms all = all_forms;

constexpr auto table = std::to_array<RuleKey>({
    // the rule itself
    {"rule", all},
    {"title", all},
    // the form
    {"every", every | attest},
    {"at-least-every", only(at_least_every)},
    {"once", only(once)},
    {"after", only(after)},
    {"before", only(before)},
    {"each", only(each)},
    {"never", only(never)},
    {"throughout", only(throughout)},
    {"may", only(may)},
    {"attest", only(attest)},
    // what belongs to some forms
    {"expect", every | at_least_every | once | after | before},
    {"has", only(each)},
    {"excused-by", only(never)},
    {"only", only(may)},
    {"by", only(attest)},
    {"times", only(every)},
    {"from", every | at_least_every},
    {"opens", only(every)},
    {"part-period", every | attest},
    {"within", every | once | after | before},
    {"at-least", only(before)},
    {"since", only(before)},
    {"remind-after", every | once | after},
    {"unless", every | once | after | before},
    {"late", every | once | after},
    {"distinct", after | before},
    {"delegate", static_cast<Forms>(all & ~only(throughout))},
    // what belongs to all
    {"for-each", all},
    {"strength", all},
    {"owed-by", all},
    {"owed-to", all},
    {"waivable-by", all},
    {"in-force", all},
    {"assumes", all},
    {"readings", all},
    {"met", all},
    {"broken", all},
});

}  // namespace

std::string_view to_string(FormKey form) { return form_names[static_cast<std::size_t>(form)]; }

std::string listed(Forms forms) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < form_names.size(); ++i)
        if (has(forms, static_cast<FormKey>(i))) names.push_back(form_names[i]);
    return listed_quoted(names);
}

std::optional<Forms> forms_with(std::string_view key) {
    for (const RuleKey& row : table)
        if (row.name == key) return row.forms;
    return std::nullopt;
}

std::vector<std::string_view> rule_keys() {
    std::vector<std::string_view> keys;
    keys.reserve(table.size());
    for (const RuleKey& row : table) keys.push_back(row.name);
    return keys;
}

FormKey form_named(std::string_view key) {
    return static_cast<FormKey>(std::find(form_names.begin(), form_names.end(), key) - form_names.begin());
}

std::vector<const Entry*> find_forms(const Node& rule) {
    std::vector<const Entry*> found;
    const bool attested = rule.find("attest") != nullptr;
    for (const Entry& entry : rule.entries()) {
        if (attested && entry.key.text() == "every") continue;
        if (std::find(form_names.begin(), form_names.end(), entry.key.text()) != form_names.end()) found.push_back(&entry);
    }
    return found;
}

void check_keys(const Node& rule, FormKey form, Diagnostics& diagnostics) {
    for (const Entry& entry : rule.entries()) {
        const auto forms = forms_with(entry.key.text());
        if (!forms) {
            diagnostics.error(entry.key.span, "unknown-key", fmt::format("a rule has no key {}", quoted(entry.key.text())),
                              did_you_mean(entry.key.text(), rule_keys()));
        } else if (!has(*forms, form)) {
            diagnostics.error(
                entry.key.span, "misplaced-modifier",
                fmt::format("`{}` belongs to {}, and this rule is `{}`", entry.key.text(), listed(*forms), to_string(form)));
        }
    }
}

}  // namespace concordat
