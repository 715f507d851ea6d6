#include "parts/world.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "load/protocol.hpp"

namespace bench {

using namespace concordat;

Text text_of(const std::string& path) {
    const std::string whole = CONCORDAT_SOURCE_DIR "/" + path;
    std::ifstream file(whole, std::ios::binary);
    if (!file) {
        std::fprintf(stderr, "%s is not there; `tests/bench --instructions` makes the logs\n", whole.c_str());
        std::exit(2);
    }
    return {.name = whole, .bytes = {std::istreambuf_iterator<char>(file), {}}};
}

World::World() {
    const std::uint32_t file = sources.add(text_of("tests/benchmarks/protocols/two-rules.yaml"));
    protocol = load_protocol(sources.at(file), file, names, {}, diagnostics);
    if (!protocol) std::exit(2);
}

Log World::read(const Text& text, LogFormat format) {
    const std::array inputs = {LogInput{.text = &text, .file = 1, .format = format}};
    std::optional<Log> log = load_logs(inputs, *protocol, names, diagnostics);
    if (!log) {
        std::fprintf(stderr, "%s is refused\n", text.name.c_str());
        std::exit(2);
    }
    return std::move(*log);
}

const Text& ordinary_log() {
    static const Text text = text_of("build/bench/logs/ordinary-10000.yaml");
    return text;
}

const Text& ordinary_json_lines() {
    static const Text text = text_of("build/bench/logs/ordinary-10000.jsonl");
    return text;
}

}  // namespace bench
