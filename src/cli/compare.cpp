// `concordat compare`: two protocols side by side, duty by duty.

#include "review/compare.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/papers.hpp"
#include "cli/refusal.hpp"
#include "cli/terminal.hpp"
#include "diagnostic/nearest.hpp"
#include "report/comparison.hpp"

namespace concordat {
namespace {

struct CompareOptions {
    std::string first, second;
    std::vector<std::string> same;
};

Name thing_of(const Protocol& protocol, const Names& names, const std::string& id, const std::string& pair) {
    const Name name = names.find(id);
    if (protocol.directory.find(name)) return name;
    std::vector<std::string> known;
    for (const Thing& thing : protocol.directory.things()) known.emplace_back(names.text(thing.id));
    throw Refusal("usage", "--same " + pair + ": `" + names.text(protocol.id) + "` has no `" + id + "`", did_you_mean(id, known));
}

ExitStatus compare(const CompareOptions& options) {
    Papers papers;  // of both, so that a word of one is the same word of the other
    read_protocol(papers, options.first);
    const std::optional<Protocol> first = std::move(papers.protocol);
    papers.protocol.reset();
    read_protocol(papers, options.second);
    if (!print_diagnostics(papers)) return ExitStatus::unchecked;
    const Protocol& second = *papers.protocol;

    std::vector<std::pair<Name, Name>> same;
    for (const std::string& pair : options.same) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size())
            throw Refusal("usage", "--same " + pair + ": two ids with a `=` between them are wanted",
                          "write `--same pcc=policing-body`");
        const Name a = thing_of(*first, papers.names, pair.substr(0, equals), pair);
        const Name b = thing_of(second, papers.names, pair.substr(equals + 1), pair);
        same.emplace_back(a, b);
    }
    const Alignment alignment(*first, second, papers.names, same);
    print(comparison_text(*first, second, papers.names, compare(*first, second, alignment), width_of_output()));
    return ExitStatus::clean;
}

}  // namespace

Action define_compare(CLI::App& app) {
    const auto options = std::make_shared<CompareOptions>();
    app.add_option("FIRST", options->first, "a shipped protocol or a file")->required();
    app.add_option("SECOND", options->second, "another one")->required();
    app.add_option("--same", options->same, "these two are the same thing, an id of each; may be given several times")
        ->type_name("A=B")
        ->allow_extra_args(false);
    return [options] { return compare(*options); };
}

}  // namespace concordat
