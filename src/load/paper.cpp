#include "load/paper.hpp"

#include <algorithm>

#include "load/mapping.hpp"
#include "load/scalar.hpp"

namespace concordat {

InForce read_in_force(const Node& node, Diagnostics& diagnostics) {
    InForce result;
    if (!is_mapping(node, "in-force", diagnostics)) return result;
    Mapping mapping{node, "`in-force`", diagnostics};
    const Node* from = mapping.take("from");
    const Node* to = mapping.take("to");
    if (node.entries().empty()) diagnostics.error(node.span, "empty-value", "`in-force` needs `from`, `to` or both");
    if (from) result.from = read_day(*from, "from", diagnostics);
    if (to) result.to = read_day(*to, "to", diagnostics);
    mapping.finish();
    check_order(result.from, result.to, from ? from->span : node.span, diagnostics);
    return result;
}

InForce read_in_force(const Node& node, const Paper& paper, Diagnostics& diagnostics) {
    InForce result = read_in_force(node, diagnostics);
    const bool in_order = !result.from || !result.to || *result.from <= *result.to;
    if (paper.in_force.from) result.from = std::max(result.from.value_or(*paper.in_force.from), *paper.in_force.from);
    if (paper.in_force.to) result.to = std::min(result.to.value_or(*paper.in_force.to), *paper.in_force.to);
    if (in_order && result.from && result.to && *result.from > *result.to)
        diagnostics.error(node.span, "never-in-force", "the protocol is in force on none of these days",
                          "a rule's `in-force` lies within the protocol's");
    return result;
}

std::optional<Duration> read_duration(const Node& node, std::string_view key, const Paper& paper, Diagnostics& diagnostics) {
    const auto duration = read_duration(node, key, diagnostics);
    if (duration && duration->unit == Unit::working_days && !paper.has_holidays)
        diagnostics.error(node.span, "missing-key", "working days need the protocol's holiday table, and it names none",
                          "add `holidays: england` to the protocol");
    return duration;
}

}  // namespace concordat
