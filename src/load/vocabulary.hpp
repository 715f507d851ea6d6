// The words that a protocol, or a log beside its protocol, may use, and what each of them is.
//
// A word may be one thing (a body, a meeting, a role, a document, a topic) or a group of things, and besides that an act and a
// rule, since those are never asked for in the same place. What is used where it does not belong is reported here, so that
// every key words it alike: it is unknown, with the nearest name that would fit, or it is known but of the wrong kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "load/kinds.hpp"
#include "model/directory.hpp"
#include "model/protocol.hpp"
#include "yaml/node.hpp"

namespace concordat {

class Vocabulary {
public:
    Vocabulary(Names& names, Diagnostics& diagnostics);
    /// The protocol's words, for its log.
    Vocabulary(Names& names, Diagnostics& diagnostics, const Protocol& protocol);

    Names& names;
    Diagnostics& diagnostics;
    Directory directory;

    void add_act(Name act) { acts_.insert(act); }
    /// False if there is one already.
    bool add_rule(Name rule, std::size_t index) { return rules_.emplace(rule, index).second; }
    void add_group(Group group);

    /// What it is, of the kinds that are asked about.
    Kinds kinds_of(Name word, Kinds asked = kinds::any) const;
    const Group* group(Name word) const;
    /// As group; it is then known to be used.
    const Group* use_group(Name word) const;
    const std::vector<Group>& groups() const { return groups_; }
    std::optional<std::size_t> rule(Name word) const;

    /// The name under `key`, if it is of one of these kinds; else Name::none, and that is reported.
    Name read(const Node& node, std::string_view key, Kinds wanted) const;

    /// Reports that `word`, which stands at `place`, cannot stand under `key`.
    void report(Name word, Span place, std::string_view key, Kinds wanted) const;

private:
    std::string suggest(std::string_view word, Kinds wanted) const;

    std::unordered_set<Name> acts_;
    std::unordered_map<Name, std::size_t> rules_;
    mutable std::vector<Group> groups_;  // that one is used may be noted while reading
    std::unordered_map<Name, std::size_t> group_index_;
};

}  // namespace concordat
