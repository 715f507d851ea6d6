#include "load/example.hpp"

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
            for (const Node& node : list->items)
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

}  // namespace

std::optional<std::vector<Example>> load_examples(const Text& text, const Protocol& protocol, Names& names,
                                                  Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.error_count();
    Nodes nodes;
    const auto root = read_whole(text, protocol.file, nodes, diagnostics);
    if (!root) return std::nullopt;
    ExampleReader reader{protocol, names, diagnostics};
    std::size_t index = 0;  // the protocol has its rules in the order of the file
    for (const Node& clause : root->find("clauses")->items)
        if (const Node* rules = clause.find("rules"))
            for (const Node& rule : rules->items) reader.read(rule, index++);
    if (diagnostics.error_count() > errors) return std::nullopt;
    return std::move(reader.examples);
}

}  // namespace concordat
