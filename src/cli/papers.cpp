#include "cli/papers.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/log_files.hpp"
#include "cli/refusal.hpp"
#include "cli/sha256.hpp"
#include "cli/terminal.hpp"
#include "diagnostic/render.hpp"
#include "load/example.hpp"
#include "load/log.hpp"
#include "load/log_stream.hpp"
#include "load/protocol.hpp"
#include "load/waivers.hpp"

namespace concordat {
namespace {

std::uint32_t keep(Papers& papers, Text text) {
    papers.inputs.push_back({.path = text.name, .sha256 = sha256(text.bytes)});
    return papers.sources.add(std::move(text));
}

std::uint32_t keep(Papers& papers, const Shipped& shipped) {
    papers.inputs.push_back({.path = std::string(shipped.path), .sha256 = std::string(shipped.sha256)});
    return papers.sources.add({.name = std::string(shipped.path), .bytes = std::string(shipped.bytes)});
}

bool is_file_name(std::string_view word) {
    return word.find('/') != std::string_view::npos || word.ends_with(".yaml") || word.ends_with(".yml") ||
           word.ends_with(".json");
}

/// Holiday tables are shipped; a user's own lies beside the protocol, in `calendars`.
CalendarSource calendars_for(Papers& papers, const std::string& protocol_file) {
    return [&papers, protocol_file](std::string_view id) -> std::optional<CalendarText> {
        const auto text = [&](std::uint32_t file, Readers readers) {
            return CalendarText{.text = &papers.sources.at(file), .file = file, .readers = readers};
        };
        if (!protocol_file.empty() && id.find('/') == std::string_view::npos) {
            const std::string folder = protocol_file.substr(0, protocol_file.rfind('/') + 1);
            const std::string path = folder + "calendars/" + std::string(id) + ".yaml";
            if (file_exists(path)) return text(keep(papers, {.name = path, .bytes = read_file(path)}), Readers::both);
        }
        const Shipped* shipped = find_calendar(id);
        if (!shipped) return std::nullopt;
        return text(keep(papers, *shipped), Readers::libyaml_alone);
    };
}

/// What the logs themselves say; they must agree.
std::string protocol_named_by(const std::vector<OpenedLog>& logs, const std::optional<std::string>& format) {
    std::string named, by;
    for (const OpenedLog& log : logs) {
        const Text& text = log.text;
        const auto protocol = protocol_of({.text = &text, .file = 0, .format = format_of(text.name, format)});
        if (!protocol) continue;
        if (!named.empty() && named != *protocol)
            throw Refusal("two-protocols",
                          fmt::format("{} names the protocol `{}`, {} names `{}`", by, named, text.name, *protocol),
                          "check them one by one, or say which it is with `--protocol`");
        named = *protocol;
        by = text.name;
    }
    return named;
}

/// None where nobody would see it.
std::shared_ptr<Progress> progress_if_seen() {
    if (!errors_are_seen()) return nullptr;
    return std::make_shared<Progress>(print_error, std::chrono::steady_clock::now());
}

struct Nothing final : StreamHandler {
    void entry(const Node&, const Node&) override {}
    void item(const Node&, const Node&) override { passing.clear(); }
};

/// What can be said of logs that nobody knows how to read: whether they are whole.
void check_syntax(const std::vector<LogInput>& logs, Diagnostics& diagnostics) {
    Nothing nothing;
    for (const LogInput& log : logs) stream_log(log, nothing, diagnostics);
}

void read_own_protocol(Papers& papers, const std::string& path) {
    const std::uint32_t file = keep(papers, Text{.name = path, .bytes = read_file(path)});
    papers.protocol = load_protocol(papers.sources.at(file), file, papers.names, calendars_for(papers, path), papers.diagnostics);
}

/// Both readers have read it when the program was tested, and its examples with it (tests/unit/shipped_test.cpp).
void read_shipped_protocol(Papers& papers, const Shipped& shipped) {
    const std::uint32_t file = keep(papers, shipped);
    const Text rest{.name = std::string(shipped.path), .bytes = without_examples(shipped.bytes)};
    papers.protocol =
        load_protocol(rest, file, papers.names, calendars_for(papers, ""), papers.diagnostics, Readers::libyaml_alone);
}

}  // namespace

void read_protocol(Papers& papers, const std::string& id_or_file) {
    if (is_file_name(id_or_file)) return read_own_protocol(papers, id_or_file);
    if (const Shipped* shipped = find_protocol(id_or_file)) return read_shipped_protocol(papers, *shipped);
    refuse_protocol(id_or_file);
}

void read_papers(Papers& papers, const std::optional<std::string>& protocol, std::vector<std::string> logs,
                 const std::optional<std::string>& format) {
    if (std::count(logs.begin(), logs.end(), "-") > 1) throw Refusal("usage", "standard input can be read only once");
    std::sort(logs.begin(), logs.end());
    logs.erase(std::unique(logs.begin(), logs.end()), logs.end());
    std::vector<OpenedLog> opened;
    opened.reserve(logs.size());
    const std::shared_ptr<Progress> progress = progress_if_seen();
    for (const std::string& log : logs) opened.push_back(open_log(log, progress, papers.takes_digests));

    const std::string wanted = protocol ? *protocol : protocol_named_by(opened, format);
    if (protocol || !wanted.empty()) read_protocol(papers, wanted);
    std::vector<LogInput> inputs;
    const std::size_t first = papers.inputs.size();
    for (OpenedLog& log : opened) {
        papers.inputs.push_back({.path = log.text.name, .sha256 = {}});
        const std::uint64_t opened_size = log.size;
        const LogFormat written = format_of(log.text.name, format);
        const std::uint32_t file = papers.sources.add(std::move(log.text));
        inputs.push_back({.text = &papers.sources.at(file),
                          .file = file,
                          .format = written,
                          .size = opened_size,
                          .records = progress ? &progress->records : nullptr});
    }
    if (papers.protocol)
        papers.log = load_logs(inputs, *papers.protocol, papers.names, papers.diagnostics, protocol.has_value());
    else
        check_syntax(inputs, papers.diagnostics);
    if (progress) progress->finish();
    for (std::size_t i = 0; i < opened.size(); ++i) papers.inputs[first + i].sha256 = *opened[i].sha256;
    if (wanted.empty() && !papers.diagnostics.has_errors())
        throw Refusal("no-protocol", "no log says which protocol it is kept for",
                      "write `protocol: ID` in the log, or give `--protocol ID`");
}

void read_waivers(Papers& papers, const std::string& path) {
    const std::uint32_t file = keep(papers, {.name = path, .bytes = read_file(path)});
    if (papers.protocol)
        papers.waivers =
            load_waivers(papers.sources.at(file), file, *papers.protocol,
                         papers.log ? papers.log->directory : papers.protocol->directory, papers.names, papers.diagnostics);
}

std::optional<Result> read_result(Papers& papers, const std::string& path) {
    const std::uint32_t file = keep(papers, {.name = path, .bytes = read_file(path)});
    return read_result(papers.sources.at(file), file, papers.diagnostics);
}

bool print_diagnostics(Papers& papers) {
    papers.diagnostics.sort();
    print_error(render(papers.diagnostics, papers.sources));
    return !papers.diagnostics.has_errors();
}

}  // namespace concordat
