#include "load/pattern.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "diagnostic/nearest.hpp"
#include "load/mapping.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

constexpr auto fields_of_patterns = [] {
    std::array<std::string_view, field_names.size() - 1> fields{};
    std::copy_n(field_names.begin(), fields.size(), fields.begin());  // all but `id`, the last
    return fields;
}();

void report_key(const Node& key, Diagnostics& diagnostics) {
    if (key.text() == "any") {
        diagnostics.error(key.span, "misplaced-key", "`any` stands alone, at the top of a pattern",
                          "write `{any: [PATTERN, PATTERN]}`, each pattern with all its fields");
        return;
    }
    const bool of_records =
        key.text() == "id" || key.text() == "date" || key.text() == "recorded" || key.text() == "status" || key.text() == "items";
    diagnostics.error(key.span, "unknown-key", fmt::format("a pattern has no field {}", quoted(key.text())),
                      of_records ? "records have it; a pattern says what happened, and the rule's form when"
                                 : did_you_mean(key.text(), {fields_of_patterns.begin(), fields_of_patterns.end()}));
}

Alternative read_alternative(const Node& node, std::string_view key, const Scope& scope) {
    Diagnostics& diagnostics = scope.vocabulary.diagnostics;
    Alternative result;
    if (!is_mapping(node, key, diagnostics)) return result;
    if (node.entries().empty())
        diagnostics.error(node.span, "empty-pattern", "a pattern without fields would match every record",
                          "say at least which `act` is meant");
    for (const Entry& entry : node.entries()) {
        const auto field = parse_field(entry.key.text());
        if (!field || *field == Field::id) {
            report_key(entry.key, diagnostics);
        } else {
            result.fields.push_back(
                {.field = *field, .values = read_values(entry.value, *field, scope), .place = entry.key.span});
        }
    }
    std::sort(result.fields.begin(), result.fields.end(),
              [](const FieldPattern& left, const FieldPattern& right) { return left.field < right.field; });
    return result;
}

}  // namespace

Pattern read_pattern(const Node& node, std::string_view key, const Scope& scope) {
    Pattern pattern{.alternatives = {}, .place = node.span};
    const Node* any = node.find("any");
    if (!any || node.entries().size() > 1) {
        pattern.alternatives.push_back(read_alternative(node, key, scope));
    } else if (is_filled_list(*any, "any", scope.vocabulary.diagnostics)) {
        for (const Node& alternative : any->items()) pattern.alternatives.push_back(read_alternative(alternative, "any", scope));
    }
    return pattern;
}

}  // namespace concordat
