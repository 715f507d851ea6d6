// `concordat test`: runs the examples that a protocol's rules carry, or tells which rules some logs never put to the proof.

#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "cli/command.hpp"
#include "cli/library.hpp"
#include "cli/papers.hpp"
#include "cli/refusal.hpp"
#include "cli/standpoint.hpp"
#include "cli/terminal.hpp"
#include "load/example.hpp"
#include "report/trials.hpp"

namespace concordat {
namespace {

struct TestOptions {
    std::vector<std::string> inputs;
    bool exercised = false;
};

ExitStatus worse(ExitStatus a, ExitStatus b) { return std::max(a, b); }

ExitStatus run_examples(const std::string& id_or_file) {
    Papers papers;
    read_protocol(papers, id_or_file);
    std::optional<std::vector<Example>> examples;
    if (papers.protocol)
        examples = load_examples(papers.sources.at(papers.protocol->file), *papers.protocol, papers.names, papers.diagnostics);
    if (!print_diagnostics(papers) || !examples) return ExitStatus::unchecked;
    const Tried tried{.protocol = *papers.protocol,
                      .names = papers.names,
                      .sources = papers.sources,
                      .trials = try_examples(*papers.protocol, *examples, papers.names)};
    print(trials_text(tried, width_of_output()));
    return is_proved(tried) ? ExitStatus::clean : ExitStatus::violated;
}

void note(Exercise& exercise, bool decided) { exercise = std::max(exercise, decided ? Exercise::decided : Exercise::occasion); }

/// What one log does for the rules of its protocol.
std::vector<Exercise> exercise(const Papers& papers, const Audit& audited) {
    std::vector<Exercise> rules(papers.protocol->rules.size(), Exercise::none);
    for (const Obligation& obligation : audited.obligations)
        note(rules[obligation.rule], obligation.verdict == Verdict::met || obligation.verdict == Verdict::late ||
                                         obligation.verdict == Verdict::breached);
    for (const Power& power : audited.powers)
        if (!power.uses.empty()) note(rules[power.rule], true);
    return rules;
}

/// Each log is audited by itself; what they exercise is put together by protocol.
ExitStatus run_exercised(const std::vector<std::string>& logs) {
    struct Together {
        std::unique_ptr<Papers> papers;  // of the first of its logs
        std::vector<Exercise> rules;
        std::size_t logs = 0;
    };
    std::map<std::string, Together> protocols;
    ExitStatus status = ExitStatus::clean;
    for (const std::string& log : logs) {
        auto papers = std::make_unique<Papers>();
        read_papers(*papers, std::nullopt, {log});
        if (!print_diagnostics(*papers)) {
            status = ExitStatus::unchecked;
            continue;
        }
        const Standpoint standpoint = choose_standpoint(std::nullopt, std::nullopt, *papers->log).standpoint;
        const Audit audited = audit(*papers->protocol, *papers->log, papers->names, standpoint);
        if (!audited.faults.empty())
            throw Refusal("outside-calendar", log + " counts working days that the holiday table does not reach",
                          "`concordat check " + log + "` tells which");
        const std::vector<Exercise> rules = exercise(*papers, audited);
        Together& together = protocols[papers->names.text(papers->protocol->id)];
        if (!together.papers) {
            together.papers = std::move(papers);
            together.rules = rules;
        }
        ++together.logs;
        for (std::size_t i = 0; i < rules.size(); ++i) together.rules[i] = std::max(together.rules[i], rules[i]);
    }
    for (const auto& [id, together] : protocols) {
        const Exercised exercised{.protocol = *together.papers->protocol,
                                  .names = together.papers->names,
                                  .rules = together.rules,
                                  .logs = together.logs};
        print(exercised_text(exercised, width_of_output()));
        if (!all_decided(exercised)) status = worse(status, ExitStatus::violated);
    }
    return status;
}

ExitStatus test(const TestOptions& options) {
    if (options.exercised) {
        if (options.inputs.empty()) throw Refusal("usage", "`--exercised` needs at least one log");
        return run_exercised(options.inputs);
    }
    std::vector<std::string> protocols = options.inputs;
    if (protocols.empty())
        for (const std::string_view id : shipped_protocols()) protocols.emplace_back(id);
    ExitStatus status = ExitStatus::clean;
    for (std::size_t i = 0; i < protocols.size(); ++i) {
        if (i > 0) print("\n");
        status = worse(status, run_examples(protocols[i]));
    }
    return status;
}

}  // namespace

Action define_test(CLI::App& app) {
    const auto options = std::make_shared<TestOptions>();
    app.add_option("PROTOCOL|LOG", options->inputs, "shipped protocols or files (default: all shipped); with --exercised, logs");
    app.add_flag("--exercised", options->exercised, "list the rules that none of the logs puts to the proof");
    return [options] { return test(*options); };
}

}  // namespace concordat
