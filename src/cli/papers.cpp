#include "cli/papers.hpp"

#include "cli/files.hpp"
#include "cli/library.hpp"
#include "cli/refusal.hpp"
#include "cli/sha256.hpp"
#include "cli/terminal.hpp"
#include "diagnostic/render.hpp"
#include "load/log.hpp"
#include "load/protocol.hpp"
#include "yaml/stream.hpp"

namespace concordat {
namespace {

std::uint32_t keep(Papers& papers, std::string name, std::string bytes) {
    papers.inputs.push_back({.path = name, .sha256 = sha256(bytes)});
    return papers.sources.add({.name = std::move(name), .bytes = std::move(bytes)});
}

bool is_file_name(std::string_view word) {
    return word.find('/') != std::string_view::npos || word.ends_with(".yaml") || word.ends_with(".yml") || word.ends_with(".json");
}

/// Holiday tables are shipped; a user's own lies beside the protocol, in `calendars`.
CalendarSource calendars_for(Papers& papers, const std::string& protocol_file) {
    return [&papers, protocol_file](std::string_view id) -> std::optional<CalendarText> {
        const auto text = [&](std::uint32_t file) { return CalendarText{.text = &papers.sources.at(file), .file = file}; };
        if (!protocol_file.empty()) {
            const std::string folder = protocol_file.substr(0, protocol_file.rfind('/') + 1);
            const std::string path = folder + "calendars/" + std::string(id) + ".yaml";
            if (file_exists(path)) return text(keep(papers, path, read_file(path)));
        }
        const Shipped* shipped = find_calendar(id);
        if (!shipped) return std::nullopt;
        return text(keep(papers, std::string(shipped->path), std::string(shipped->bytes)));
    };
}

std::uint32_t keep_log(Papers& papers, const std::string& path) {
    if (path != "-") return keep(papers, path, read_file(path));
    for (const Input& input : papers.inputs)
        if (input.path == standard_input) throw Refusal("usage", "standard input can be read only once");
    return keep(papers, std::string(standard_input), read_standard_input());
}

/// What the logs themselves say; they must agree.
std::string protocol_named_by(const Papers& papers, const std::vector<std::uint32_t>& logs) {
    std::string named, by;
    for (const std::uint32_t file : logs) {
        const Text& text = papers.sources.at(file);
        const auto protocol = protocol_of(text, file);
        if (!protocol) continue;
        if (!named.empty() && named != *protocol)
            throw Refusal("two-protocols", by + " names the protocol `" + named + "`, " + text.name + " names `" + *protocol + "`",
                          "check them one by one, or say which it is with `--protocol`");
        named = *protocol;
        by = text.name;
    }
    return named;
}

struct Nothing final : StreamHandler {
    void entry(Node, Node) override {}
    void item(const Node&, Node&&) override {}
};

/// What can be said of logs that nobody knows how to read: whether they are whole.
void check_syntax(Papers& papers, const std::vector<std::uint32_t>& logs) {
    Nothing nothing;
    for (const std::uint32_t file : logs) stream(papers.sources.at(file), file, "records", nothing, papers.diagnostics);
}

}  // namespace

void read_protocol(Papers& papers, const std::string& id_or_file) {
    const bool own = is_file_name(id_or_file);
    const Shipped* shipped = own ? nullptr : find_protocol(id_or_file);
    if (!own && !shipped) refuse_protocol(id_or_file);
    const std::uint32_t file = own ? keep(papers, id_or_file, read_file(id_or_file))
                                   : keep(papers, std::string(shipped->path), std::string(shipped->bytes));
    papers.protocol = load_protocol(papers.sources.at(file), file, papers.names, calendars_for(papers, own ? id_or_file : ""),
                                    papers.diagnostics);
}

void read_papers(Papers& papers, const std::optional<std::string>& protocol, const std::vector<std::string>& logs) {
    std::vector<std::uint32_t> files;
    for (const std::string& log : logs) files.push_back(keep_log(papers, log));
    const std::string wanted = protocol ? *protocol : protocol_named_by(papers, files);
    if (!wanted.empty() || protocol) read_protocol(papers, wanted);
    if (!papers.protocol) check_syntax(papers, files);
    if (wanted.empty() && !papers.diagnostics.has_errors())
        throw Refusal("no-protocol", "no log says which protocol it is kept for", "write `protocol: ID` in the log, or give `--protocol ID`");
    if (!papers.protocol) return;
    std::vector<LogInput> inputs;
    for (const std::uint32_t file : files) inputs.push_back({.text = &papers.sources.at(file), .file = file});
    papers.log = load_logs(inputs, *papers.protocol, papers.names, papers.diagnostics, protocol.has_value());
}

bool print_diagnostics(Papers& papers) {
    papers.diagnostics.sort();
    print_error(render(papers.diagnostics, papers.sources));
    return !papers.diagnostics.has_errors();
}

}  // namespace concordat
