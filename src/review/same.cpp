#include <unordered_map>

#include "review/checks.hpp"
#include "review/signature.hpp"

namespace concordat {

void check_same(const Reviewed& reviewed) {
    const auto& [protocol, names, diagnostics] = reviewed;
    std::unordered_map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < protocol.rules.size(); ++i)
        for (const Name member : members_of(protocol.rules[i])) {
            const auto [known, is_new] = first.emplace(signature(protocol.rules[i], member, names), i);
            if (is_new || known->second == i) continue;
            const Rule &rule = protocol.rules[i], &other = protocol.rules[known->second];
            diagnostics.warning(rule.place, "same-rule",
                                "`" + names.text(rule.id) + "` asks the same as `" + names.text(other.id) + "`" +
                                    (member == Name::none ? "" : ", for `" + names.text(member) + "`"),
                                "keep one, and name it under `checked-by` in the other clause",
                                {{other.place, "the other rule"}});
        }
}

}  // namespace concordat
