#include <array>

#include "cli/command.hpp"

namespace concordat {

std::span<const Command> commands() {
    static constexpr std::array<Command, 4> table = {{
        {"check", "audit logs against a protocol", define_check},
        {"explain", "say in plain English what a rule or clause asks for", define_explain},
        {"test", "run the examples that a protocol's rules carry", define_test},
        {"protocols", "list the protocols that travel with this program", define_protocols},
    }};
    return table;
}

}  // namespace concordat
