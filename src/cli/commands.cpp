#include <array>

#include "cli/command.hpp"

namespace concordat {

std::span<const Command> commands() {
    static constexpr std::array<Command, 10> table = {{
        {"check", "audit logs against a protocol", define_check},
        {"explain", "say in plain English what a rule or clause asks for", define_explain},
        {"due", "list what falls due, also as a calendar", define_due},
        {"diff", "tell what changed from one result to the next", define_diff},
        {"rollup", "lay results together: which clause is broken where", define_rollup},
        {"clauses", "lay every clause of a protocol beside what checks it", define_clauses},
        {"compare", "lay two protocols side by side, duty by duty", define_compare},
        {"lint", "list what is doubtful in a protocol by itself", define_lint},
        {"test", "run the examples that a protocol's rules carry", define_test},
        {"protocols", "list the protocols that travel with this program", define_protocols},
    }};
    return table;
}

}  // namespace concordat
