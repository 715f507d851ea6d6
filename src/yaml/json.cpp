#include "yaml/json.hpp"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "source/read_ahead.hpp"
#include "yaml/bytes.hpp"
#include "yaml/json_walk.hpp"
#include "yaml/limits.hpp"

namespace concordat {
namespace {

namespace json = simdjson::ondemand;

constexpr std::string_view blanks = " \t\r\n";

/// Keeps nothing but where the text stops being JSON.
struct Fault final : nlohmann::json::json_sax_t {
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
        byte = position;
        return false;
    }

    std::size_t byte = 0;  // counted from 1
};

/// Where a text that is no JSON begins to be none.
std::size_t good_part(std::string_view text) {
    Fault fault;
    nlohmann::json::sax_parse(text, &fault);
    return std::min(fault.byte == 0 ? 0 : fault.byte - 1, text.size());
}

/// Whether nothing follows what has been read of it.
bool is_over(json::document& document) {
    const char* next = nullptr;
    return document.current_location().get(next) != simdjson::SUCCESS;
}

void open_list(Assembler& assembler, std::string_view key, Span place) {
    Node name;
    name.text = key;
    name.span = place;
    assembler.scalar(name);
    assembler.open(Node::Kind::sequence, place, false);
}

// ---- One object --------------------------------------------------------------------------------------------------------

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
                open_list(assembler_, streamed_key_, place);
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
        const bool cut_off = offset >= bytes.find_last_not_of(blanks) + 1;
        const char* const at = bytes.data() + (cut_off ? bytes.find_last_not_of(blanks) : offset);
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

// ---- Lines -------------------------------------------------------------------------------------------------------------

class LineReader {
public:
    LineReader(Bytes& source, std::uint32_t file, std::string_view streamed_key, std::span<const std::string_view> header_keys,
               StreamHandler& handler, Diagnostics& diagnostics)
        : source_(source),
          diagnostics_(diagnostics),
          streamed_key_(streamed_key),
          header_keys_(header_keys),
          file_(file),
          places_({}, file, 1),
          assembler_(Syntax::json, streamed_key, handler, diagnostics) {}

    bool run() {
        assembler_.open(Node::Kind::mapping, {.file = file_, .line = 1, .column = 1}, false);
        while (fill()) {
            const std::size_t end = at_end_ ? filled_ : std::string_view(buffer_.data(), filled_).rfind('\n') + 1;
            if (!read({buffer_.data(), end})) return false;
            std::memmove(buffer_.data(), buffer_.data() + end, filled_ - end);
            filled_ -= end;
        }
        if (!in_list_ && !head_has_list_) begin_list();
        if (in_list_) assembler_.close();
        assembler_.close();
        return bad_lines_ == 0;
    }

private:
    static constexpr std::size_t step = std::size_t{1} << 20U;
    static constexpr std::size_t padding = simdjson::SIMDJSON_PADDING;
    static constexpr std::size_t most_bad_lines = Diagnostics::kept_per_file;

    /// Reads on until there is a whole line; false if there is nothing more at all.
    bool fill() {
        bool has_line = false;
        while (!at_end_ && !has_line) {
            if (buffer_.size() < filled_ + step / 2 + padding) buffer_.resize(2 * filled_ + step + padding);
            const std::size_t count = source_.read(buffer_.data() + filled_, buffer_.size() - filled_ - padding);
            at_end_ = count == 0;
            has_line = std::memchr(buffer_.data() + filled_, '\n', count) != nullptr;
            filled_ += count;
        }
        return filled_ != 0;
    }

    /// Whole lines: all together, as long as each is one object; from the first that is not, one by one.
    bool read(std::string_view lines) {
        skip_blank_lines(lines);
        if (is_first_ && !lines.empty()) {
            if (!read_first(first_line(lines))) return false;
            is_first_ = false;
            next_line(lines);
            skip_blank_lines(lines);
        }
        if (lines.empty()) return true;
        if (!in_list_) begin_list();
        if (!read_together(lines)) return false;
        for (skip_blank_lines(lines); !lines.empty(); skip_blank_lines(lines)) {
            if (!read_line(first_line(lines))) return false;
            next_line(lines);
        }
        return true;
    }

    static std::string_view first_line(std::string_view lines) { return lines.substr(0, lines.find('\n')); }

    void next_line(std::string_view& lines) {
        lines.remove_prefix(std::min(first_line(lines).size() + 1, lines.size()));
        ++line_;
    }

    void skip_blank_lines(std::string_view& lines) {
        while (!lines.empty() && first_line(lines).find_first_not_of(blanks) == std::string_view::npos) next_line(lines);
    }

    void begin_list() {
        open_list(assembler_, streamed_key_, {.file = file_, .line = line_, .column = 1});
        in_list_ = true;
    }

    /// The head, if it has a key that only heads have.
    bool read_first(std::string_view line) {
        if (!is_head(line)) {
            begin_list();
            if (!read_line(line)) return false;
            return !breaks_off_;  // then it is no file of lines
        }
        places_ = {line, file_, line_};
        try {
            json::document document = iterate(line);
            return JsonWalk(places_, assembler_).fields(document.get_object());
        } catch (const simdjson::simdjson_error&) {
        }
        refuse(line);
        return false;
    }

    bool is_head(std::string_view line) {
        try {
            bool found = false;
            json::document document = iterate(line);
            for (json::field field : document.get_object()) {
                const std::string_view key = field.unescaped_key();
                found = found || std::find(header_keys_.begin(), header_keys_.end(), key) != header_keys_.end();
                head_has_list_ = head_has_list_ || key == streamed_key_;
            }
            return found && is_over(document);
        } catch (const simdjson::simdjson_error&) {
            return false;
        }
    }

    /// False if it is no use to read on.
    bool read_line(std::string_view line) {
        const std::size_t depth = assembler_.depth();
        places_ = {line, file_, line_};
        try {
            json::document document = iterate(line);
            if (!JsonWalk(places_, assembler_).value(document.get_value())) return false;
            if (is_over(document)) return true;
        } catch (const simdjson::simdjson_error&) {
        }
        assembler_.give_up(depth);
        refuse(line);
        return ++bad_lines_ < most_bad_lines;
    }

    /// Takes lines from the beginning as long as all is well.
    bool read_together(std::string_view& lines) {
        json::document_stream documents;
        const std::size_t size = std::max<std::size_t>(lines.size(), 64);  // one batch
        if (lines.empty() || parser_.iterate_many(lines.data(), lines.size(), size).get(documents) != simdjson::SUCCESS)
            return true;
        const std::size_t depth = assembler_.depth();
        const char* const begin = lines.data();
        places_ = {lines, file_, line_};
        try {
            for (auto at = documents.begin(); at != documents.end(); ++at) {
                skip_blank_lines(lines);
                const std::string_view line = first_line(lines);
                const std::size_t indent = line.find_first_not_of(blanks);
                if (indent == std::string_view::npos || begin + at.current_index() != line.data() + indent) return true;
                if (line[line.find_last_not_of(blanks)] != '}') return true;  // it goes on in the next
                json::document_reference document = *at;
                const bool goes_on = assembler_.open(Node::Kind::mapping, places_.locate(line.data() + indent, 0), false) &&
                                     JsonWalk(places_, assembler_).fields(document.get_object());
                if (!goes_on) return false;
                const char* next = nullptr;
                const bool more = document.current_location().get(next) == simdjson::SUCCESS;
                if (places_.line() != line_) throw simdjson::simdjson_error(simdjson::INCOMPLETE_ARRAY_OR_OBJECT);
                if (more && next < line.data() + line.size()) throw simdjson::simdjson_error(simdjson::TRAILING_CONTENT);
                assembler_.close();
                next_line(lines);
            }
        } catch (const simdjson::simdjson_error&) {
            assembler_.give_up(depth);
        }
        return true;
    }

    json::document iterate(std::string_view line) { return parser_.iterate(line.data(), line.size(), line.size() + padding); }

    void refuse(std::string_view line) {
        const std::size_t offset = good_part(line);
        const std::size_t last = line.find_last_not_of(blanks);
        const bool cut_off = offset > last;
        const bool no_object = line[line.find_first_not_of(blanks)] != '{' && nlohmann::json::accept(line);
        breaks_off_ = cut_off;
        diagnostics_.error(JsonPlaces(line, file_, line_).locate(line.data() + (cut_off ? last : offset), 1), "json-syntax",
                           cut_off     ? "the line ends here, in the middle of a record"
                           : no_object ? "this line is no record"
                                       : "from here on this line is no JSON",
                           cut_off && is_first_ ? "JSON over several lines is read from a file whose name ends in `.json`"
                           : cut_off && is_last(line)
                               ? "it may be incomplete: fetch it again"
                               : "each line is one record: `{\"id\": \"r1\", \"date\": \"2014-06-30\", …}`");
    }

    bool is_last(std::string_view line) const { return at_end_ && line.data() + line.size() == buffer_.data() + filled_; }

    Bytes& source_;
    Diagnostics& diagnostics_;
    std::string_view streamed_key_;
    std::span<const std::string_view> header_keys_;
    std::uint32_t file_;
    std::uint32_t line_ = 1;
    JsonPlaces places_;
    Assembler assembler_;
    json::parser parser_;
    std::vector<char> buffer_;
    std::size_t filled_ = 0;
    std::size_t bad_lines_ = 0;
    bool at_end_ = false;
    bool in_list_ = false;
    bool is_first_ = true;        // the line, of those with anything on them
    bool head_has_list_ = false;  // a whole log on the first line
    bool breaks_off_ = false;     // the last line that was refused
};

}  // namespace

bool stream_json(const Text& text, std::uint32_t file, std::string_view streamed_key, StreamHandler& handler,
                 Diagnostics& diagnostics) {
    Screen screen(text.stream());
    const std::string bytes = read_all(screen);
    if (screen.report(text, file, diagnostics)) return false;
    return WholeReader(bytes, file, streamed_key, handler, diagnostics).run();
}

bool stream_json_lines(const Text& text, std::uint32_t file, std::string_view streamed_key,
                       std::span<const std::string_view> header_keys, StreamHandler& handler, Diagnostics& diagnostics) {
    Screen screen(text.stream());
    ReadAhead ahead(screen);
    Diagnostics own;
    const bool is_whole = LineReader(ahead, file, streamed_key, header_keys, handler, own).run();
    ahead.stop();
    if (screen.report(text, file, diagnostics)) return false;
    diagnostics.take(std::move(own));
    return is_whole;
}

}  // namespace concordat
