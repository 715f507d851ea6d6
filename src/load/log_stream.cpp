#include "load/log_stream.hpp"

#include "load/record_key.hpp"
#include "yaml/csv.hpp"
#include "yaml/json.hpp"

namespace concordat {
namespace {

/// What only the head of a log has.
constexpr std::array<std::string_view, 10> head_keys = {"log",   "protocol",  "covers", "as-of",    "bodies",
                                                        "roles", "documents", "topics", "standing", "records"};

bool holds_list(std::string_view column) {
    const auto key = parse_record_key(column);
    if (!key) return false;
    switch (*key) {
        case RecordKey::by:
        case RecordKey::to:
        case RecordKey::present:
        case RecordKey::with:
        case RecordKey::covering:
        case RecordKey::about:
        case RecordKey::contains:
        case RecordKey::person:
        case RecordKey::evidence: return true;
        default: return false;
    }
}

}  // namespace

bool stream_log(const LogInput& input, StreamHandler& handler, Diagnostics& diagnostics) {
    const Text& text = *input.text;
    switch (input.format) {
        case LogFormat::yaml: return stream(text, input.file, "records", handler, diagnostics);
        case LogFormat::json: return stream_json(text, input.file, "records", handler, diagnostics);
        case LogFormat::json_lines: return stream_json_lines(text, input.file, "records", head_keys, handler, diagnostics);
        case LogFormat::csv: return stream_csv(text, input.file, "records", holds_list, handler, diagnostics);
    }
    return false;
}

}  // namespace concordat
