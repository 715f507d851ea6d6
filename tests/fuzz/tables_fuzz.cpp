// Any bytes at all as JSON, as JSON lines and as a table: no reader crashes or hangs, and each says the same whether it hands
// records over one by one or as rows.
//
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -Isrc -Itests tests/fuzz/tables_fuzz.cpp
//       src/{source,diagnostic,yaml}/*.cpp -lyaml -lyaml-cpp -lsimdjson -lcsv -lfmt -o tables_fuzz && ./tables_fuzz -max_len=400

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>

#include "fuzz/both_readers.hpp"
#include "yaml/csv.hpp"
#include "yaml/json.hpp"

namespace {

using namespace concordat;

constexpr std::array<std::string_view, 2> header_words = {"log", "covers"};
constexpr std::array<std::string_view, 1> needed_words = {"id"};

CsvColumn column(std::string_view name) {
    if (name == "present") return {.holds = CsvColumn::Holds::list};
    if (std::ranges::find(test::row_words, name) != test::row_words.end()) return {};
    return {.holds = CsvColumn::Holds::nothing_known, .code = "unknown-key", .message = "no such key"};
}

using Read = std::function<bool(const Text&, std::uint32_t, StreamHandler&, Diagnostics&)>;

const std::array<Read, 3> readers = {
    [](const Text& text, std::uint32_t file, StreamHandler& handler, Diagnostics& diagnostics) {
        return stream_json(text, file, "records", handler, diagnostics);
    },
    [](const Text& text, std::uint32_t file, StreamHandler& handler, Diagnostics& diagnostics) {
        return stream_json_lines(text, file, "records", header_words, handler, diagnostics);
    },
    [](const Text& text, std::uint32_t file, StreamHandler& handler, Diagnostics& diagnostics) {
        return stream_csv(text, file, "records", {.find = column, .needed = needed_words}, handler, diagnostics);
    },
};

void check(const Read& read, std::string_view bytes) {
    Sources sources;
    const std::uint32_t file = sources.add({.name = "t", .bytes = std::string(bytes)});
    Diagnostics item_diagnostics, row_diagnostics;
    test::Gatherer by_item;
    test::RowGatherer by_row;
    const bool item_to_the_end = read(sources.at(file), file, by_item, item_diagnostics);
    const bool row_to_the_end = read(sources.at(file), file, by_row, row_diagnostics);
    item_diagnostics.sort();
    row_diagnostics.sort();
    const std::string by_items = render(item_diagnostics, sources), by_rows = render(row_diagnostics, sources);
    const bool same = !by_items.empty() || test::same_values(by_item.root(), by_row.root());
    if (item_to_the_end == row_to_the_end && by_items == by_rows && same) return;
    std::fprintf(stderr, "by item:\n%sby row:\n%s", by_items.c_str(), by_rows.c_str());
    std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const Read& read : readers) check(read, {reinterpret_cast<const char*>(data), size});
    return 0;
}
