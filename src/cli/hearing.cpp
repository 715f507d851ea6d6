#include "cli/hearing.hpp"

#include <CLI/CLI.hpp>

#include "cli/faults.hpp"

namespace concordat {

void define_hearing(CLI::App& app, HearingOptions& options, const std::string& logs) {
    app.add_option("LOG", options.logs, logs + "; `-` is standard input")->required();
    app.add_option("--protocol", options.protocol, "a shipped protocol or a file (default: what the log names)")
        ->type_name("ID|FILE");
    define_input_format(app, options.input_format);
    app.add_option("--as-of", options.as_of, "stand on this day, or `today` (default: the log's own)")->type_name("DATE");
    app.add_option("--known-at", options.known_at, "leave out what was written down after this day")->type_name("DATE");
}

void define_input_format(CLI::App& app, std::optional<std::string>& format) {
    app.add_option("--input-format", format, "yaml, json, jsonl, ndjson or csv, whatever the logs' names")->type_name("F");
}

void define_waivers(CLI::App& app, HearingOptions& options) {
    app.add_option("--waivers", options.waivers, "what has been let pass, and by whom")->type_name("FILE");
}

std::vector<std::string> inputs_of(const HearingOptions& options) {
    std::vector<std::string> inputs = options.logs;
    for (const auto& other : {options.protocol, options.waivers})
        if (other) inputs.push_back(*other);
    return inputs;
}

void read(Hearing& hearing, const HearingOptions& options) {
    read_papers(hearing.papers, options.protocol, options.logs, options.input_format);
    if (options.waivers) read_waivers(hearing.papers, *options.waivers);
}

bool judge(Hearing& hearing, const HearingOptions& options) {
    Papers& papers = hearing.papers;
    if (!print_diagnostics(papers)) return false;
    hearing.chosen = choose_standpoint(options.as_of, options.known_at, *papers.log);
    hearing.audited = audit(*papers.protocol, *papers.log, papers.names, hearing.chosen.standpoint);
    if (!report_faults(papers, hearing.audited.faults)) return false;
    if (papers.waivers) hearing.waived = waive(hearing.audited, *papers.waivers);
    return report_unknown(papers, hearing.audited, hearing.waived);
}

Report report_on(const Hearing& hearing) {
    const Papers& papers = hearing.papers;
    return make_report({*papers.protocol, *papers.log, papers.names, papers.sources, hearing.audited, hearing.waived},
                       papers.inputs, hearing.chosen.source, CONCORDAT_VERSION);
}

}  // namespace concordat
