// `concordat explain`: a rule or a clause in plain English, from one protocol or from whichever of the shipped ones has it.

#include "report/explain.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/library.hpp"
#include "cli/papers.hpp"
#include "cli/refusal.hpp"
#include "cli/terminal.hpp"
#include "diagnostic/nearest.hpp"

namespace concordat {
namespace {

struct ExplainOptions {
    std::string wanted;
    std::optional<std::string> protocol;
};

/// Nothing if the protocol has neither a rule nor a clause of that name.
std::optional<std::string> explain(const Papers& papers, const std::string& wanted) {
    const Protocol& protocol = *papers.protocol;
    const std::size_t width = width_of_output();
    for (std::size_t i = 0; i < protocol.rules.size(); ++i)
        if (papers.names.text(protocol.rules[i].id) == wanted) return explain_rule(protocol, papers.names, i, width);
    for (std::size_t i = 0; i < protocol.clauses.size(); ++i)
        if (protocol.clauses[i].number == wanted) return explain_clause(protocol, papers.names, i, width);
    return std::nullopt;
}

std::vector<std::string> known_names(const std::vector<std::unique_ptr<Papers>>& all) {
    std::vector<std::string> names;
    for (const auto& papers : all) {
        for (const Rule& rule : papers->protocol->rules) names.emplace_back(papers->names.text(rule.id));
        for (const Clause& clause : papers->protocol->clauses) names.push_back(clause.number);
    }
    return names;
}

ExitStatus explain(const ExplainOptions& options) {
    std::vector<std::unique_ptr<Papers>> all;
    std::vector<std::string> found_in;
    std::string explanation;
    for (const std::string& protocol : protocols_or_all(options.protocol)) {
        auto papers = std::make_unique<Papers>();
        read_protocol(*papers, protocol);
        if (!print_diagnostics(*papers) || !papers->protocol) return ExitStatus::unchecked;
        if (const auto text = explain(*papers, options.wanted)) {
            explanation = *text;
            found_in.push_back(protocol);
        }
        all.push_back(std::move(papers));
    }
    if (found_in.empty())
        throw Refusal("unknown-rule", "no rule or clause `" + options.wanted + "`",
                      did_you_mean(options.wanted, known_names(all)));
    if (found_in.size() > 1)
        throw Refusal("ambiguous", fmt::format("`{}` is in {}", options.wanted, fmt::join(found_in, " and in ")),
                      fmt::format("say which: `concordat explain '{}' --protocol {}`", options.wanted, found_in.front()));
    print(explanation);
    return ExitStatus::clean;
}

}  // namespace

Action define_explain(CLI::App& app) {
    const auto options = std::make_shared<ExplainOptions>();
    app.add_option("RULE|CLAUSE", options->wanted, "a rule's id, or a clause's number as the paper writes it")->required();
    app.add_option("--protocol", options->protocol, "a shipped protocol or a file (default: all shipped)")->type_name("ID|FILE");
    return [options] { return explain(*options); };
}

}  // namespace concordat
