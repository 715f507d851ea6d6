#include <array>

#include "cli/command.hpp"

namespace concordat {

std::span<const Command> commands() {
    static constexpr std::array<Command, 3> table = {{
        {"check", "audit logs against a protocol", define_check},
        {"explain", "say in plain English what a rule or clause asks for", define_explain},
        {"protocols", "list the protocols that travel with this program", define_protocols},
    }};
    return table;
}

}  // namespace concordat
