#include "load/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "diagnostic/nearest.hpp"
#include "load/mapping.hpp"
#include "load/wording.hpp"

namespace concordat {

Vocabulary::Vocabulary(Names& names_in, Diagnostics& diagnostics_in) : names{names_in}, diagnostics{diagnostics_in} {
    for (const std::string_view act : built_in_acts()) acts_.insert(names.intern(act));
}

Vocabulary::Vocabulary(Names& names_in, Diagnostics& diagnostics_in, const Protocol& protocol)
    : Vocabulary{names_in, diagnostics_in} {
    directory = protocol.directory;
    for (const Group& group : protocol.groups) add_group(group);
    for (const auto& [act, name] : protocol.own_acts) acts_.insert(act);
    for (std::size_t i = 0; i < protocol.rules.size(); ++i) rules_.emplace(protocol.rules[i].id, i);
}

void Vocabulary::add_group(Group group) {
    group_index_.emplace(group.id, groups_.size());
    groups_.push_back(std::move(group));
}

Kinds Vocabulary::kinds_of(Name word, Kinds asked) const {
    Kinds result = kinds::none;
    if (const Thing* thing = directory.find(word)) result |= concordat::kinds_of(thing->kind);
    if ((asked & kinds::act) && acts_.contains(word)) result |= kinds::act;
    if ((asked & kinds::rule) && rules_.contains(word)) result |= kinds::rule;
    return result & asked;
}

const Group* Vocabulary::group(Name word) const {
    const auto found = group_index_.find(word);
    return found == group_index_.end() ? nullptr : &groups_[found->second];
}

const Group* Vocabulary::use_group(Name word) const {
    const auto found = group_index_.find(word);
    if (found == group_index_.end()) return nullptr;
    groups_[found->second].used = true;
    return &groups_[found->second];
}

std::optional<std::size_t> Vocabulary::rule(Name word) const {
    const auto found = rules_.find(word);
    return found == rules_.end() ? std::nullopt : std::optional{found->second};
}

Name Vocabulary::read(const Node& node, std::string_view key, Kinds wanted) const {
    if (!is_text(node, key, diagnostics)) return Name::none;
    const Name word = names.intern(node.text());
    if (kinds_of(word, wanted)) return word;
    report(word, node.span, key, wanted);
    return Name::none;
}

void Vocabulary::report(Name word, Span place, std::string_view key, Kinds wanted) const {
    const std::string_view text = names.text(word);
    if (const Group* found = group(word)) {
        std::vector<std::string> members;
        for (const Name member : found->members) members.emplace_back(names.text(member));
        diagnostics.error(place, "wrong-kind",
                          fmt::format("{} is a group; `{}` takes {} here", quoted(text), key, plural(wanted)),
                          fmt::format("its members are {}: write those that are meant", listed(members)));
        return;
    }
    const Kinds actual = kinds_of(word);
    // What is of another sort altogether (an act, a rule) is more likely a name not yet declared than a confusion.
    if ((actual & kinds::thing) && (wanted & kinds::thing)) {
        diagnostics.error(
            place, "wrong-kind",
            fmt::format("{} is a {}; `{}` takes {}", quoted(text), singular(actual & kinds::thing), key, plural(wanted)));
        return;
    }
    diagnostics.error(place, "unknown-id", fmt::format("no {} is called {}", singular(wanted), quoted(text)),
                      suggest(text, wanted));
}

std::string Vocabulary::suggest(std::string_view word, Kinds wanted) const {
    if (diagnostics.error_count() > 2 * Diagnostics::kept_per_file) return {};  // nobody will read it
    std::vector<std::string_view> known;
    for (const Thing& thing : directory.things())
        if (concordat::kinds_of(thing.kind) & wanted) known.push_back(names.text(thing.id));
    if (wanted & kinds::act)
        for (const Name act : acts_) known.push_back(names.text(act));
    if (wanted & kinds::rule)
        for (const auto& [rule, index] : rules_) known.push_back(names.text(rule));
    std::sort(known.begin(), known.end());
    return did_you_mean(word, known);
}

}  // namespace concordat
