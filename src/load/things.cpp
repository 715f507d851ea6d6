#include "load/things.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "load/ids.hpp"
#include "load/mapping.hpp"
#include "load/scalar.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

bool same_text(const Node* left, const Node* right) {
    if (!left || !right) return left == right;
    return left->text == right->text;
}

bool declared_alike(const Declaration& left, const Declaration& right) {
    return left.thing.kind == right.thing.kind && left.thing.name == right.thing.name && same_text(left.chair, right.chair) &&
           same_text(left.of, right.of) && same_text(left.same_as, right.same_as);
}

void report_taken(const Thing& thing, const Thing& first, Vocabulary& vocabulary) {
    const std::string id = quoted(vocabulary.names.text(thing.id));
    if (thing.of_the_log && !first.of_the_log) {
        vocabulary.diagnostics.error(thing.place, "duplicate-id",
                                     fmt::format("{} is a {} of the protocol already", id, to_string(first.kind)),
                                     "leave it out here: a log may use all names of its protocol");
        return;
    }
    vocabulary.diagnostics.error(thing.place, "duplicate-id", fmt::format("{} is declared twice, and differently", id), "",
                                 {{first.place, fmt::format("here it is a {}", to_string(first.kind))}});
}

/// Leaves only what is new, and reports what is not. What several logs declare alike is one thing.
std::vector<Declaration> without_doubles(std::vector<Declaration> declarations, Vocabulary& vocabulary) {
    std::vector<Declaration> result;
    std::unordered_map<Name, std::size_t> seen;
    for (Declaration& declaration : declarations) {
        const Name id = declaration.thing.id;
        if (const Thing* taken = vocabulary.directory.find(id)) {
            report_taken(declaration.thing, *taken, vocabulary);
        } else if (vocabulary.group(id)) {
            vocabulary.diagnostics.error(declaration.thing.place, "duplicate-id",
                                         fmt::format("{} is a group of the protocol already", quoted(vocabulary.names.text(id))));
        } else if (const auto [at, is_new] = seen.emplace(id, result.size()); is_new) {
            result.push_back(std::move(declaration));
        } else if (result[at->second].thing.place.file == declaration.thing.place.file ||
                   !declared_alike(result[at->second], declaration)) {
            report_taken(declaration.thing, result[at->second].thing, vocabulary);
        }
    }
    return result;
}

/// `same-as` leads from each role to at most one other, so a walk that comes back to where it began is a circle.
void check_circles(const std::vector<Declaration>& declarations, Vocabulary& vocabulary) {
    std::unordered_map<Name, const Declaration*> by_id;
    for (const Declaration& declaration : declarations) by_id.emplace(declaration.thing.id, &declaration);
    std::unordered_map<Name, std::size_t> walked;  // in which walk
    for (std::size_t walk = 0; walk < declarations.size(); ++walk) {
        Name role = declarations[walk].thing.id;
        while (walked.emplace(role, walk).second) {
            const auto found = by_id.find(role);
            if (found == by_id.end() || found->second->thing.same_as == Name::none) break;
            role = found->second->thing.same_as;
            if (const auto before = walked.find(role); before != walked.end() && before->second == walk)
                vocabulary.diagnostics.error(
                    found->second->same_as->span, "circle",
                    fmt::format("`same-as` leads from {} back to itself", quoted(vocabulary.names.text(role))));
        }
    }
}

}  // namespace

void read_things(const Node& section, std::string_view key, Kind kind, bool of_the_log, Names& names, Diagnostics& diagnostics,
                 std::vector<Declaration>& declarations) {
    if (!is_mapping(section, key, diagnostics)) return;
    for (const Entry& entry : section.entries) {
        Declaration declaration;
        declaration.thing.kind = kind;
        declaration.thing.id = read_id(entry.key, key, names, diagnostics);
        declaration.thing.of_the_log = of_the_log;
        declaration.thing.place = entry.key.span;
        if (declaration.thing.id == Name::none) continue;
        if (is_mapping(entry.value, entry.key.text, diagnostics)) {
            Mapping mapping{entry.value, fmt::format("a {}", to_string(kind)), diagnostics};
            if (const Node* name = mapping.take("name")) declaration.thing.name = read_line(*name, "name", diagnostics);
            if (kind == Kind::body) declaration.chair = mapping.take("chair");
            if (kind == Kind::role) declaration.of = mapping.take("of");
            if (kind == Kind::role) declaration.same_as = mapping.take("same-as");
            mapping.finish();
        }
        declarations.push_back(std::move(declaration));
    }
}

void declare(std::vector<Declaration> declarations, Vocabulary& vocabulary) {
    declarations = without_doubles(std::move(declarations), vocabulary);
    Directory connected = vocabulary.directory;
    for (const Declaration& declaration : declarations) vocabulary.directory.add(declaration.thing);
    for (Declaration& declaration : declarations) {
        Thing& thing = declaration.thing;
        if (declaration.chair) thing.chair = vocabulary.read(*declaration.chair, "chair", kinds::role);
        if (declaration.of) thing.of = vocabulary.read(*declaration.of, "of", kinds::body);
        if (declaration.same_as) thing.same_as = vocabulary.read(*declaration.same_as, "same-as", kinds::role);
    }
    check_circles(declarations, vocabulary);
    for (Declaration& declaration : declarations) connected.add(std::move(declaration.thing));
    vocabulary.directory = std::move(connected);
}

}  // namespace concordat
