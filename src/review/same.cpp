#include <unordered_map>

#include "review/checks.hpp"
#include "review/signature.hpp"

namespace concordat {
namespace {

/// The member whose case has this signature.
Name member_with(const Rule& rule, const std::string& wanted, const Names& names) {
    for (const Name member : members_of(rule))
        if (signature(rule, member, names) == wanted) return member;
    return Name::none;
}

}  // namespace

void check_same(const Reviewed& reviewed) {
    const auto& [protocol, names, diagnostics] = reviewed;
    std::unordered_map<std::string, std::size_t> first;
    for (std::size_t i = 0; i < protocol.rules.size(); ++i)
        for (const Name member : members_of(protocol.rules[i])) {
            const auto [known, is_new] = first.emplace(signature(protocol.rules[i], member, names), i);
            if (is_new || known->second == i) continue;
            const Rule &rule = protocol.rules[i], &other = protocol.rules[known->second];
            const Name shared = member != Name::none ? member : member_with(other, signature(rule, member, names), names);
            diagnostics.warning(rule.place, "same-rule",
                                "`" + names.text(rule.id) + "` asks the same as `" + names.text(other.id) + "`" +
                                    (shared == Name::none ? "" : ", for `" + names.text(shared) + "`"),
                                "keep one, and name it under `checked-by` in the other clause",
                                {{other.place, "the other rule"}});
        }
}

}  // namespace concordat
