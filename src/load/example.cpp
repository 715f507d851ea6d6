#include "load/example.hpp"

#include <algorithm>

#include "load/log.hpp"
#include "load/mapping.hpp"
#include "yaml/read.hpp"

namespace concordat {
namespace {

class ExampleReader {
public:
    ExampleReader(const Protocol& protocol, Names& names, Diagnostics& diagnostics)
        : protocol_{protocol}, names_{names}, diagnostics_{diagnostics} {}

    /// `index` is the rule's in the protocol.
    void read(const Node& rule, std::size_t index) {
        for (const std::string_view key : {"met", "broken"}) {
            const Node* list = rule.find(key);
            if (!list || !is_filled_list(*list, key, diagnostics_)) continue;
            for (const Node& node : list->items())
                if (auto log = load_example(node, protocol_, names_, diagnostics_))
                    examples.push_back({.rule = index, .broken = key == "broken", .log = std::move(*log), .place = node.span});
        }
    }

    std::vector<Example> examples;

private:
    const Protocol& protocol_;
    Names& names_;
    Diagnostics& diagnostics_;
};

/// Whether the line belongs to a key that stands so far in.
bool is_below(std::string_view line, std::size_t indent) {
    const std::size_t first = line.find_first_not_of(' ');
    return first == std::string_view::npos || first > indent || (first == indent && line.substr(first).starts_with("- "));
}

/// How far in the key stands that begins examples; npos if the line is none.
std::size_t examples_begin(std::string_view line) {
    const std::size_t first = line.find_first_not_of(' ');
    if (first == std::string_view::npos) return first;
    const std::string_view words = line.substr(first);
    return words == "met:" || words == "broken:" ? first : std::string_view::npos;
}

}  // namespace

std::optional<std::vector<Example>> load_examples(const Text& text, const Protocol& protocol, Names& names,
                                                  Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.error_count();
    Nodes nodes;
    const auto root = read_whole(text, protocol.file, nodes, diagnostics);
    if (!root) return std::nullopt;
    ExampleReader reader{protocol, names, diagnostics};
    std::size_t index = 0;  // the protocol has its rules in the order of the file
    for (const Node& clause : root->find("clauses")->items())
        if (const Node* rules = clause.find("rules"))
            for (const Node& rule : rules->items()) reader.read(rule, index++);
    if (diagnostics.error_count() > errors) return std::nullopt;
    return std::move(reader.examples);
}

std::string without_examples(std::string_view protocol) {
    std::string rest;
    rest.reserve(protocol.size());
    std::size_t inside = std::string_view::npos;  // how far in the key of these examples stands
    for (std::size_t begin = 0; begin < protocol.size();) {
        const std::size_t end = std::min(protocol.find('\n', begin), protocol.size());
        const std::string_view line = protocol.substr(begin, end - begin);
        if (inside == std::string_view::npos || !is_below(line, inside)) {
            inside = examples_begin(line);
            if (inside == std::string_view::npos) rest += line;
        }
        rest += '\n';
        begin = end + 1;
    }
    return rest;
}

}  // namespace concordat
