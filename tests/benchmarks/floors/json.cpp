// What it costs at least to read JSON lines: simdjson on demand, every field of every record looked at, nothing kept.
//
//   floor_json LOG.jsonl

#include <simdjson.h>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace simdjson;

std::size_t look_at_value(ondemand::value value);

std::size_t look_at_fields(ondemand::object object) {
    std::size_t letters = 0;
    for (ondemand::field field : object) {
        letters += std::string_view(field.unescaped_key()).size();
        letters += look_at_value(field.value());
    }
    return letters;
}

std::size_t look_at_value(ondemand::value value) {
    switch (ondemand::json_type(value.type())) {
        case ondemand::json_type::object: return look_at_fields(value.get_object());
        case ondemand::json_type::array: {
            std::size_t letters = 0;
            for (ondemand::value entry : value.get_array()) letters += look_at_value(entry);
            return letters;
        }
        case ondemand::json_type::string: return std::string_view(value.get_string()).size();
        default: return value.raw_json_token().size();
    }
}

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 2) return 2;
    const padded_string text = padded_string::load(argv[1]);
    ondemand::parser parser;
    ondemand::document_stream lines = parser.iterate_many(text);
    std::size_t records = 0, letters = 0;
    for (auto line : lines) {
        letters += look_at_fields(line.get_object());
        ++records;
    }
    std::printf("%zu lines, %zu letters\n", records, letters);
    return 0;
} catch (const simdjson_error& fault) {
    std::fprintf(stderr, "floor_json: %s\n", fault.what());
    return 1;
}
