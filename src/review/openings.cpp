#include "review/checks.hpp"

namespace concordat {

void check_openings(const Reviewed& reviewed) {
    for (const Rule& rule : reviewed.protocol.rules) {
        const auto* form = std::get_if<Before>(&rule.form);
        if (!form || form->within || form->since) continue;
        reviewed.diagnostics.warning(
            rule.place, "open-before",
            "`" + reviewed.names.text(rule.id) + "` does not say how far back it looks: neither `within` nor `since`",
            "it looks back to the last such case in the same matter, or, if there is none, to the first day in force");
    }
}

}  // namespace concordat
