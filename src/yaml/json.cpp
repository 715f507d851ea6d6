#include "yaml/json.hpp"

#include <string>

#include "yaml/bytes.hpp"
#include "yaml/json_fault.hpp"
#include "yaml/json_walk.hpp"

namespace concordat {
namespace {

namespace json = simdjson::ondemand;

class WholeReader {
public:
    WholeReader(std::string_view bytes, std::uint32_t file, std::string_view streamed_key, StreamHandler& handler,
                Diagnostics& diagnostics)
        : padded_(bytes),
          diagnostics_(diagnostics),
          streamed_key_(streamed_key),
          file_(file),
          places_(padded_, file, 1),
          assembler_(Syntax::json, streamed_key, handler, diagnostics) {}

    bool run() {
        try {
            json::parser parser;
            json::document document = parser.iterate(padded_);
            const bool is_whole = read(document);
            if (!is_whole || is_over(document)) return is_whole;
        } catch (const simdjson::simdjson_error&) {
        }
        refuse();
        return false;
    }

private:
    bool read(json::document& document) {
        const Span place = places_.locate(padded_.data(), 0);
        JsonWalk walk(places_, assembler_);
        assembler_.open(Node::Kind::mapping, place, false);
        switch (document.type()) {
            case json::json_type::object:
                if (!walk.fields(document.get_object())) return false;
                assembler_.close();
                return true;
            case json::json_type::array:
                assembler_.open_list(streamed_key_, place);
                if (!walk.elements(document.get_array())) return false;
                assembler_.close();
                assembler_.close();
                return true;
            default:
                diagnostics_.error(place, "not-a-mapping", "the file must be one JSON object, or a list of records", "");
                return false;
        }
    }

    void refuse() {
        const std::string_view bytes = padded_;
        const std::size_t offset = good_part(bytes);
        const bool cut_off = offset >= bytes.find_last_not_of(json_blanks) + 1;
        const char* const at = bytes.data() + (cut_off ? bytes.find_last_not_of(json_blanks) : offset);
        diagnostics_.error(JsonPlaces(bytes, file_, 1).locate(at, 1), "json-syntax",
                           cut_off ? "the file ends here, and not all that was opened is closed" : "from here on this is no JSON",
                           cut_off      ? "it may be incomplete: fetch it again"
                           : *at == '{' ? "is each line a record by itself? then its name should end in `.jsonl`"
                                        : "");
    }

    simdjson::padded_string padded_;
    Diagnostics& diagnostics_;
    std::string_view streamed_key_;
    std::uint32_t file_;
    JsonPlaces places_;
    Assembler assembler_;
};

}  // namespace

bool stream_json(const Text& text, std::uint32_t file, std::string_view streamed_key, StreamHandler& handler,
                 Diagnostics& diagnostics) {
    Screen screen(text.stream());
    const std::string bytes = read_all(screen);
    if (screen.report(text, file, diagnostics)) return false;
    return WholeReader(bytes, file, streamed_key, handler, diagnostics).run();
}

}  // namespace concordat
