#include "cli/formats.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

#include "cli/files.hpp"
#include "cli/refusal.hpp"
#include "cli/terminal.hpp"
#include "diagnostic/nearest.hpp"
#include "report/github.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/junit.hpp"
#include "report/markdown_report.hpp"
#include "report/sarif.hpp"

namespace concordat {
namespace {

/// A format that takes no options.
template <std::string (*print)(const Report&)>
std::string plainly(const Report& report, const TextOptions&) {
    return print(report);
}

constexpr std::array<Format, 7> table = {{
    {"text", text, nullptr},
    {"json", plainly<json>, nullptr},
    {"sarif", plainly<sarif>, sarif_of_faults},
    {"junit", plainly<junit>, nullptr},
    {"github", plainly<github>, nullptr},
    {"markdown", plainly<markdown_report>, nullptr},
    {"html", plainly<html>, nullptr},
}};

const Format& find_format(std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const Format& format) { return format.name == name; });
    if (found != table.end()) return *found;
    std::vector<std::string_view> known(table.size());
    std::transform(table.begin(), table.end(), known.begin(), [](const Format& format) { return format.name; });
    throw Refusal("usage", "unknown format `" + std::string(name) + "`", did_you_mean(name, known));
}

/// The same file by any of its names.
std::string place(const std::string& path) {
    std::error_code none;
    const std::filesystem::path whole = std::filesystem::weakly_canonical(std::filesystem::absolute(path, none), none);
    return none ? path : whole.lexically_normal().string();
}

Sink parse_sink(const std::string& wanted) {
    const std::size_t colon = wanted.find(':');
    const Format& format = find_format(std::string_view(wanted).substr(0, colon));
    if (colon == std::string::npos) return {.format = &format, .path = {}};
    if (colon + 1 == wanted.size())
        throw Refusal("usage", "`--format " + wanted + "` names no file",
                      "write `--format " + std::string(format.name) + ":FILE`");
    return {.format = &format, .path = wanted.substr(colon + 1)};
}

}  // namespace

std::span<const Format> formats() { return table; }

std::vector<Sink> parse_sinks(const std::vector<std::string>& wanted, const std::vector<std::string>& inputs) {
    if (wanted.empty()) return {parse_sink("text")};
    std::vector<Sink> sinks;
    std::vector<std::string> taken;
    for (const std::string& word : wanted) {
        const Sink sink = parse_sink(word);
        const std::string where = sink.path.empty() ? "" : place(sink.path);
        if (std::find(taken.begin(), taken.end(), where) != taken.end())
            throw Refusal("usage", "two formats to " + (sink.path.empty() ? "standard output" : sink.path),
                          "write one of them to a file of its own, `--format json:FILE`");
        for (const std::string& input : inputs)
            if (!where.empty() && place(input) == where)
                throw Refusal("usage", "`--format " + word + "` would overwrite an input");
        taken.push_back(where);
        sinks.push_back(sink);
    }
    return sinks;
}

void deliver(const Report& report, const std::vector<Sink>& sinks, const TextOptions& options) {
    TextOptions plain = options;
    plain.colours = false;
    plain.width = TextOptions{}.width;
    for (const Sink& sink : sinks)
        if (!sink.path.empty()) write_file(sink.path, sink.format->print(report, plain));
    for (const Sink& sink : sinks)
        if (sink.path.empty()) print(sink.format->print(report, options));
}

void deliver_faults(const Diagnostics& diagnostics, const Sources& sources, const std::vector<Sink>& sinks) {
    for (const Sink& sink : sinks) {
        if (!sink.format->print_faults) continue;
        const std::string bytes = sink.format->print_faults(diagnostics, sources, CONCORDAT_VERSION);
        if (sink.path.empty())
            print(bytes);
        else
            write_file(sink.path, bytes);
    }
}

}  // namespace concordat
