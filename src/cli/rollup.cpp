// `concordat rollup`: lays the results of separate audits together: which clause is broken where.

#include "report/rollup.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/blocks.hpp"
#include "cli/command.hpp"
#include "cli/refusal.hpp"
#include "cli/sinks.hpp"
#include "cli/terminal.hpp"
#include "diagnostic/render.hpp"
#include "report/rollup_print.hpp"
#include "report/rollup_read.hpp"

namespace concordat {
namespace {

constexpr std::size_t width_of_files = 100;

struct RollupOptions {
    std::vector<std::string> results;
    std::vector<std::string> formats;
};

/// Everything that can be read of it; what cannot is told with all the rest.
std::optional<Rollup> read_file(const std::string& path, std::uint32_t file, Diagnostics& diagnostics) {
    try {
        Blocks blocks(path);
        return read_rollup([&] { return blocks.next(); }, file, diagnostics);
    } catch (const Refusal& refusal) {
        diagnostics.error({.file = file}, refusal.code(), refusal.what(), "give a result for every place, or leave it out");
        return std::nullopt;
    }
}

/// One file after the other, so that no more than one is in memory beside the counts. Whether all could be read.
bool read_results(Rollup& rollup, const std::vector<std::string>& paths) {
    Sources sources;
    Diagnostics diagnostics;
    for (const std::string& path : paths) {
        const std::uint32_t file = sources.add({.name = path});
        if (auto part = read_file(path, file, diagnostics)) merge(rollup, std::move(*part), diagnostics);
    }
    diagnostics.sort();
    print_error(render(diagnostics, sources));
    return !diagnostics.has_errors();
}

std::string print_as(const Sink& sink, const RollupTally& tally) {
    if (sink.format == "json") return rollup_json(tally, CONCORDAT_VERSION);
    if (sink.format == "html") return rollup_html(tally);
    return rollup_text(tally, sink.path.empty() ? width_of_output() : width_of_files);
}

ExitStatus rollup(const RollupOptions& options) {
    const std::vector<Sink> sinks = parse_sinks(options.formats, {"text", "json", "html"}, options.results);
    Rollup rollup;
    if (!read_results(rollup, options.results)) return ExitStatus::unchecked;
    const RollupTally tallied = tally(rollup);
    deliver(sinks, [&](const Sink& sink, const Out& out) { out(print_as(sink, tallied)); });
    return exit_status(tallied);
}

}  // namespace

Action define_rollup(CLI::App& app) {
    const auto options = std::make_shared<RollupOptions>();
    app.add_option("RESULT", options->results, "what `check` or `rollup` wrote with `--format json:FILE`, in any order")
        ->required();
    app.add_option("--format", options->formats,
                   "text (default), json or html; `F:FILE` writes a file; may be given several times")
        ->type_name("F[:FILE]")
        ->allow_extra_args(false);
    return [options] { return rollup(*options); };
}

}  // namespace concordat
