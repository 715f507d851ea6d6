// The parts of a check by themselves, on the ordinary log of 10 000 records. Beside each time stands how many records (or words)
// it did a second.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/audit.hpp"
#include "engine/outcome.hpp"
#include "engine/view.hpp"
#include "parts/world.hpp"
#include "report/report.hpp"
#include "report/text.hpp"
#include "timeline/timeline.hpp"

namespace {

using namespace concordat;

constexpr std::size_t size = 10'000;
/// The last day that the ordinary log covers.
const Standpoint at_the_end{.as_of = std::chrono::sys_days{std::chrono::year{2019} / 12 / 31}};

void count_records(benchmark::State& state) { state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(size)); }

/// Half of the words are new and half have been seen, as with ids and those that refer to them.
void interning(benchmark::State& state) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < size; ++i) words.push_back("r" + std::to_string(i % 2 ? i : i / 2));
    for (auto _ : state) {
        Names names;
        for (const std::string& word : words) benchmark::DoNotOptimize(names.intern(word));
    }
    count_records(state);
}
BENCHMARK(interning)->Unit(benchmark::kMillisecond);

void reading(benchmark::State& state) {
    for (auto _ : state) {
        bench::World world;  // a few tenths of a millisecond, for the protocol
        benchmark::DoNotOptimize(world.read(bench::ordinary_log()));
    }
    count_records(state);
}
BENCHMARK(reading)->Unit(benchmark::kMillisecond);

void reading_json_lines(benchmark::State& state) {
    for (auto _ : state) {
        bench::World world;
        benchmark::DoNotOptimize(world.read(bench::ordinary_json_lines(), LogFormat::json_lines));
    }
    count_records(state);
}
BENCHMARK(reading_json_lines)->Unit(benchmark::kMillisecond);

void timeline(benchmark::State& state) {
    bench::World world;
    const Log log = world.read(bench::ordinary_log());
    for (auto _ : state) benchmark::DoNotOptimize(Timeline(log, world.names, view_of(log, at_the_end).counted));
    count_records(state);
}
BENCHMARK(timeline)->Unit(benchmark::kMillisecond);

/// With a timeline of its own, but without the reasons.
void audit_of_two_rules(benchmark::State& state) {
    bench::World world;
    const Log log = world.read(bench::ordinary_log());
    for (auto _ : state) benchmark::DoNotOptimize(audit(*world.protocol, log, world.names, at_the_end));
    count_records(state);
}
BENCHMARK(audit_of_two_rules)->Unit(benchmark::kMillisecond);

/// Every duty that was not done in time, told with its reasons; beside the time stands how many of them.
void text_report(benchmark::State& state) {
    bench::World world;
    world.sources.add(bench::ordinary_log());  // to be named
    const Log log = world.read(bench::ordinary_log());
    const Audit audited = audit(*world.protocol, log, world.names, at_the_end);
    std::int64_t told = 0;
    for (auto _ : state) {
        const Report report = make_report({*world.protocol, log, world.names, world.sources, audited, {}}, {}, "covers", "1");
        benchmark::DoNotOptimize(text(report, {}));
        told += static_cast<std::int64_t>(std::count_if(report.findings.begin(), report.findings.end(), [](const Outcome& one) {
            return one.verdict == Verdict::breached || one.verdict == Verdict::late;
        }));
    }
    state.SetItemsProcessed(told);
}
BENCHMARK(text_report)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
