#include "review/lint.hpp"

#include "review/checks.hpp"

namespace concordat {

void lint(const Protocol& protocol, const Names& names, Diagnostics& diagnostics) {
    const Reviewed reviewed{.protocol = protocol, .names = names, .diagnostics = diagnostics};
    for (const auto check : {check_unused, check_alike, check_possible, check_same, check_sent, check_answered, check_numbers,
                             check_openings, check_order, check_mentions})
        check(reviewed);
    diagnostics.sort();
}

}  // namespace concordat
