#include "cli/sinks.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/files.hpp"
#include "cli/refusal.hpp"
#include "cli/terminal.hpp"
#include "diagnostic/nearest.hpp"

namespace concordat {
namespace {

/// The same file by any of its names.
std::string place(const std::string& path) {
    std::error_code none;
    const std::filesystem::path whole = std::filesystem::weakly_canonical(std::filesystem::absolute(path, none), none);
    return none ? path : whole.lexically_normal().string();
}

Sink parse_sink(const std::string& wanted, const std::vector<std::string_view>& known) {
    const std::size_t colon = wanted.find(':');
    const std::string format = wanted.substr(0, colon);
    check_format(format, known);
    if (colon == std::string::npos) return {.format = format, .path = {}};
    if (colon + 1 == wanted.size())
        throw Refusal("usage", "`--format " + wanted + "` names no file", "write `--format " + format + ":FILE`");
    return {.format = format, .path = wanted.substr(colon + 1)};
}

}  // namespace

void check_format(const std::string& format, const std::vector<std::string_view>& known) {
    if (std::find(known.begin(), known.end(), format) == known.end())
        throw Refusal("usage", "unknown format `" + format + "`", did_you_mean(format, known));
}

std::vector<Sink> parse_sinks(const std::vector<std::string>& wanted, const std::vector<std::string_view>& known,
                              const std::vector<std::string>& inputs) {
    if (wanted.empty()) return {{.format = std::string(known.front()), .path = {}}};
    std::vector<Sink> sinks;
    std::vector<std::string> taken;
    for (const std::string& word : wanted) {
        const Sink sink = parse_sink(word, known);
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

void deliver(const std::vector<Sink>& sinks, const PrintSink& print_sink) {
    for (const Sink& sink : sinks) {
        if (sink.path.empty()) continue;
        NewFile file(sink.path);
        print_sink(sink, [&](std::string_view piece) { file.write(piece); });
        file.put_in_place();
    }
    for (const Sink& sink : sinks)
        if (sink.path.empty()) print_sink(sink, print);
}

}  // namespace concordat
