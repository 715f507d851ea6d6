// `concordat test`: runs the examples that a protocol's rules carry, or tells which rules some logs never put to the proof.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>

#include "cli/command.hpp"
#include "cli/hearing.hpp"
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
    std::optional<std::string> protocol, input_format;
    bool exercised = false;
};

ExitStatus worse(ExitStatus a, ExitStatus b) { return std::max(a, b); }

/// `first`: nothing has been printed yet.
ExitStatus run_examples(const std::string& id_or_file, bool& first) {
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
    print((first ? "" : "\n") + trials_text(tried, width_of_output()));
    first = false;
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

/// What the logs of one protocol do together.
struct Together {
    std::unique_ptr<Papers> papers;  // of the first of them
    std::vector<Exercise> rules;
    std::size_t logs = 0;
};

/// What one more log adds.
void add_log(std::map<std::string, Together>& protocols, std::unique_ptr<Papers> papers, const std::string& log) {
    const Standpoint standpoint = choose_standpoint(std::nullopt, std::nullopt, *papers->log).standpoint;
    const Audit audited = audit(*papers->protocol, *papers->log, papers->names, standpoint);
    if (!audited.faults.empty())
        throw Refusal("outside-calendar", log + " counts working days that the holiday table does not reach",
                      "`concordat check " + log + "` tells which");
    const std::vector<Exercise> rules = exercise(*papers, audited);
    Together& together = protocols[std::string{papers->names.text(papers->protocol->id)}];
    if (!together.papers) {
        together.papers = std::move(papers);
        together.rules = rules;
    }
    ++together.logs;
    for (std::size_t i = 0; i < rules.size(); ++i) together.rules[i] = std::max(together.rules[i], rules[i]);
}

/// Each log is audited by itself; what they exercise is put together by protocol. Nothing is listed if a log cannot be used:
/// rules that it exercises would be missing.
ExitStatus run_exercised(const TestOptions& options) {
    std::vector<std::string> logs = options.inputs;
    std::sort(logs.begin(), logs.end());
    logs.erase(std::unique(logs.begin(), logs.end()), logs.end());
    std::map<std::string, Together> protocols;
    bool all_usable = true;
    for (const std::string& log : logs) {
        auto papers = std::make_unique<Papers>();
        read_papers(*papers, options.protocol, {log}, options.input_format);
        if (print_diagnostics(*papers))
            add_log(protocols, std::move(papers), log);
        else
            all_usable = false;
    }
    if (!all_usable) return ExitStatus::unchecked;
    ExitStatus status = ExitStatus::clean;
    std::string pages;
    for (const auto& [id, together] : protocols) {
        const Exercised exercised{.protocol = *together.papers->protocol,
                                  .names = together.papers->names,
                                  .rules = together.rules,
                                  .logs = together.logs};
        pages += (pages.empty() ? "" : "\n") + exercised_text(exercised, width_of_output());
        if (!all_decided(exercised)) status = ExitStatus::violated;
    }
    print(pages);
    return status;
}

ExitStatus test(const TestOptions& options) {
    if (options.exercised) {
        if (options.inputs.empty()) throw Refusal("usage", "`--exercised` needs at least one log");
        return run_exercised(options);
    }
    if (options.protocol)
        throw Refusal("usage", "`--protocol` belongs to `--exercised`", "write `concordat test " + *options.protocol + "`");
    if (options.input_format) throw Refusal("usage", "`--input-format` belongs to `--exercised`");
    ExitStatus status = ExitStatus::clean;
    bool first = true;
    for (const std::string& protocol : protocols_or_all(options.inputs)) status = worse(status, run_examples(protocol, first));
    return status;
}

}  // namespace

Action define_test(CLI::App& app) {
    const auto options = std::make_shared<TestOptions>();
    app.add_option("PROTOCOL|LOG", options->inputs, "shipped protocols or files (default: all shipped); with --exercised, logs");
    app.add_option("--protocol", options->protocol,
                   "with --exercised: a shipped protocol or a file (default: what the logs name)")
        ->type_name("ID|FILE");
    define_input_format(app, options->input_format);
    app.add_flag("--exercised", options->exercised, "list the rules that none of the logs puts to the proof");
    return [options] { return test(*options); };
}

}  // namespace concordat
