// Writes the logs that tests/bench has checked. The same words give the same bytes on every machine.
//
//   make_log WHICH RECORDS PATH FORMAT…      PATH.FORMAT for each FORMAT: yaml, json, jsonl, csv
//
// WHICH is `ordinary`, `suffolk` (run it in the source tree, it reads examples/suffolk) or one of the bad cases.

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "generator/bad_cases.hpp"
#include "generator/ordinary.hpp"
#include "generator/sink.hpp"
#include "generator/suffolk.hpp"

namespace {

int usage() {
    std::fputs("usage: make_log WHICH RECORDS PATH FORMAT…\nWHICH: ordinary suffolk", stderr);
    for (const bench::BadCase& bad : bench::bad_cases()) std::fprintf(stderr, " %s", std::string(bad.name).c_str());
    std::fputs("\nFORMAT: yaml json jsonl csv\n", stderr);
    return 2;
}

int make(const std::string& which, std::size_t records, bench::Sink& sink) {
    if (which == "ordinary") {
        bench::write_ordinary({.records = records}, sink);
        return 0;
    }
    if (which == "suffolk") {
        bench::write_suffolk(records, "examples/suffolk", sink);
        return 0;
    }
    for (const bench::BadCase& bad : bench::bad_cases()) {
        if (bad.name != which) continue;
        bad.write(records, sink);
        return 0;
    }
    return usage();
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() < 4) return usage();
    try {
        bench::Sink sink(words[2], {words.begin() + 3, words.end()});
        return make(words[0], std::stoul(words[1]), sink);
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "make_log: %s\n", fault.what());
        return 2;
    }
}
