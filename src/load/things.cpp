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
    return left->text() == right->text();
}

bool declared_alike(const Thing& thing, const Ties& ties, const Declaration& other) {
    return thing.kind == other.thing.kind && thing.name == other.thing.name && same_text(ties.chair, other.ties.chair) &&
           same_text(ties.of, other.ties.of) && same_text(ties.same_as, other.ties.same_as);
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

/// Adds what is new to the directory and gives back what it names; reports what is not new. What several logs declare alike is
/// one thing.
std::vector<Ties> add_new(Declarations declarations, Vocabulary& vocabulary) {
    Directory& directory = vocabulary.directory;
    const std::size_t first = directory.things().size();
    std::vector<Ties> added;
    added.reserve(declarations.size());
    directory.expect(declarations.size());
    for (Declaration& declaration : declarations) {
        const Name id = declaration.thing.id;
        if (const Thing* taken = directory.find(id)) {
            const auto place = static_cast<std::size_t>(taken - directory.things().data());
            if (place < first || taken->place.file == declaration.thing.place.file ||
                !declared_alike(*taken, added[place - first], declaration))
                report_taken(declaration.thing, *taken, vocabulary);
        } else if (vocabulary.group(id)) {
            vocabulary.diagnostics.error(declaration.thing.place, "duplicate-id",
                                         fmt::format("{} is a group of the protocol already", quoted(vocabulary.names.text(id))));
        } else {
            directory.add(std::move(declaration.thing));
            added.push_back(declaration.ties);
        }
    }
    return added;
}

/// `same-as` leads from each role to at most one other, so a walk that comes back to where it began is a circle. `ties`: of the
/// things from `first` on.
void check_circles(std::size_t first, const std::vector<Ties>& ties, Vocabulary& vocabulary) {
    const Things& things = vocabulary.directory.things();
    std::unordered_map<Name, std::size_t> walked;  // in which walk
    for (std::size_t walk = first; walk < things.size(); ++walk) {
        const Thing* role = &things[walk];
        while (role && role->same_as != Name::none && role >= &things[first] && walked.emplace(role->id, walk).second) {
            const Name next = role->same_as;
            if (const auto before = walked.find(next); before != walked.end() && before->second == walk)
                vocabulary.diagnostics.error(
                    ties[static_cast<std::size_t>(role - &things[first])].same_as->span, "circle",
                    fmt::format("`same-as` leads from {} back to itself", quoted(vocabulary.names.text(next))));
            role = vocabulary.directory.find(next);
        }
    }
}

}  // namespace

void read_things(const Node& section, std::string_view key, Kind kind, bool of_the_log, Names& names, Diagnostics& diagnostics,
                 Declarations& declarations) {
    if (!is_mapping(section, key, diagnostics)) return;
    declarations.reserve(declarations.size() + section.entries().size());
    const std::string what = fmt::format("a {}", to_string(kind));
    for (const Entry& entry : section.entries()) {
        Declaration declaration;
        declaration.thing.kind = kind;
        declaration.thing.id = read_id(entry.key, key, names, diagnostics);
        declaration.thing.of_the_log = of_the_log;
        declaration.thing.place = entry.key.span;
        if (declaration.thing.id == Name::none) continue;
        if (is_mapping(entry.value, entry.key.text(), diagnostics)) {
            Mapping mapping{entry.value, what, diagnostics};
            if (const Node* name = mapping.take("name")) declaration.thing.name = read_line(*name, "name", diagnostics);
            if (kind == Kind::body) declaration.ties.chair = mapping.take("chair");
            if (kind == Kind::role) declaration.ties.of = mapping.take("of");
            if (kind == Kind::role) declaration.ties.same_as = mapping.take("same-as");
            mapping.finish();
        }
        declarations.push_back(std::move(declaration));
    }
}

void declare(Declarations declarations, Vocabulary& vocabulary) {
    const std::size_t first = vocabulary.directory.things().size();
    const std::vector<Ties> added = add_new(std::move(declarations), vocabulary);
    const auto read = [&](const Node* node, std::string_view key, Kinds wanted) {
        return node ? vocabulary.read(*node, key, wanted) : Name::none;
    };
    for (std::size_t i = 0; i < added.size(); ++i) {
        const Name chair = read(added[i].chair, "chair", kinds::role);
        const Name of = read(added[i].of, "of", kinds::body);
        vocabulary.directory.connect(first + i, chair, of, read(added[i].same_as, "same-as", kinds::role));
    }
    check_circles(first, added, vocabulary);
}

}  // namespace concordat
