#include "load/log_stream.hpp"

#include <fmt/format.h>

#include "diagnostic/nearest.hpp"
#include "load/record_key.hpp"
#include "load/wording.hpp"
#include "yaml/csv.hpp"
#include "yaml/json.hpp"

namespace concordat {
namespace {

/// What only the head of a log has.
constexpr std::array<std::string_view, 10> head_keys = {"log",   "protocol",  "covers", "as-of",    "bodies",
                                                        "roles", "documents", "topics", "standing", "records"};

constexpr std::array<std::string_view, 3> needed_columns = {"id", "date", "act"};

CsvColumn find_column(std::string_view name) {
    const auto key = parse_record_key(name);
    if (!key)
        return {.holds = CsvColumn::Holds::nothing_known,
                .code = "unknown-key",
                .message = fmt::format("a record has no key {}", quoted(name)),
                .help = did_you_mean(name, {record_keys.begin(), record_keys.end()})};
    if (*key == RecordKey::items)
        return {.holds = CsvColumn::Holds::nothing_known,
                .code = "misplaced-key",
                .message = "the items of a meeting cannot be written in a table",
                .help = "write this log as JSON lines or as YAML, or the items as records of their own"};
    return {.holds = may_hold_list(*key) ? CsvColumn::Holds::list : CsvColumn::Holds::text};
}

}  // namespace

bool stream_log(const LogInput& input, StreamHandler& handler, Diagnostics& diagnostics) {
    const Text& text = *input.text;
    switch (input.format) {
        case LogFormat::yaml: return stream(text, input.file, "records", handler, diagnostics);
        case LogFormat::json: return stream_json(text, input.file, "records", handler, diagnostics);
        case LogFormat::json_lines: return stream_json_lines(text, input.file, "records", head_keys, handler, diagnostics);
        case LogFormat::csv: return stream_csv(text, input.file, "records", {find_column, needed_columns}, handler, diagnostics);
    }
    return false;
}

}  // namespace concordat
