#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "yaml/assembler.hpp"
#include "yaml/json.hpp"
#include "yaml/json_fault.hpp"
#include "yaml/json_rows.hpp"
#include "yaml/json_walk.hpp"
#include "yaml/row_writer.hpp"
#include "yaml/screened.hpp"

namespace concordat {
namespace {

namespace json = simdjson::ondemand;

/// Whole lines at a time, in the bytes that go with the rows: all together, and a line that is no plain row once more by itself.
class LineReader final : public RowWriter {
public:
    LineReader(Bytes& source, std::uint32_t file, std::string_view streamed_key, std::span<const std::string_view> header_keys,
               StreamHandler& handler, Diagnostics& diagnostics)
        : RowWriter(file, handler),
          source_(source),
          diagnostics_(diagnostics),
          streamed_key_(streamed_key),
          header_keys_(header_keys),
          places_({}, file, 1),
          assembler_(Syntax::json, streamed_key, listener(), diagnostics) {
        if (!handler.row_keys.empty()) plain_.emplace(handler.row_keys);
    }

    bool run() {
        assembler_.open(Node::Kind::mapping, {.file = file_, .line = 1, .column = 1}, false);
        const bool goes_on = read_blocks();
        if (goes_on && !in_list_ && !head_has_list_) begin_list();
        if (goes_on && in_list_) assembler_.close();
        if (goes_on) assembler_.close();
        finish();
        return goes_on && bad_lines_ == 0;
    }

private:
    static constexpr std::size_t step = std::size_t{1} << 16U;
    static constexpr std::size_t padding = simdjson::SIMDJSON_PADDING;
    static constexpr std::size_t most_bad_lines = Diagnostics::kept_per_file;

    bool read_blocks() {
        while (fill()) {
            const std::string_view filled(rows_.bytes.data(), filled_);
            const std::size_t end = at_end_ ? filled_ : filled.rfind('\n') + 1;
            const bool goes_on = read(filled.substr(0, end));
            rest_.assign(filled.substr(end));
            taken_ += end;
            handler_.look_at(rows_);  // here, since parsing takes less time than what comes after it
            hand_over();
            if (!goes_on) return false;
        }
        return true;
    }

    /// Reads on until there is a whole line; false if there is nothing more at all.
    bool fill() {
        Room& bytes = rows_.bytes;
        bytes.grow(rest_.size() + step + padding, 0);
        filled_ = rest_.copy(bytes.data(), rest_.size());
        bool has_line = false;
        while (!at_end_ && !has_line) {
            if (bytes.size() < filled_ + step / 2 + padding) bytes.grow(4 * filled_ + padding, filled_);
            const std::size_t count = source_.read(bytes.data() + filled_, bytes.size() - filled_ - padding);
            at_end_ = count == 0;
            has_line = std::memchr(bytes.data() + filled_, '\n', count) != nullptr;
            filled_ += count;
        }
        return filled_ != 0;
    }

    bool read(std::string_view lines) {
        std::string_view line = next_line(lines);
        if (is_first_ && !lines.empty()) {
            if (!read_first(line)) return false;
            is_first_ = false;
            pass(line, lines);
            next_line(lines);
        }
        if (lines.empty()) return true;
        if (!in_list_) begin_list();
        if (plain_ && !read_together(lines)) return false;
        for (line = next_line(lines); !lines.empty(); line = next_line(lines)) {
            if (!read_line(line)) return false;
            pass(line, lines);
        }
        return true;
    }

    static std::string_view first_line(std::string_view lines) { return lines.substr(0, lines.find('\n')); }
    static bool is_blank(std::string_view line) { return line.find_first_not_of(json_blanks) == std::string_view::npos; }

    void pass(std::string_view line, std::string_view& lines) {
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
        ++line_;
    }

    /// The next line with anything on it, which then is the first; an empty one if there is none.
    std::string_view next_line(std::string_view& lines) {
        std::string_view line = first_line(lines);
        for (; !lines.empty() && is_blank(line); line = first_line(lines)) pass(line, lines);
        return line;
    }

    void begin_list() {
        assembler_.open_list(streamed_key_, {.file = file_, .line = line_, .column = 1});
        in_list_ = true;
    }

    /// The head, if it has a key that only heads have.
    bool read_first(std::string_view line) {
        json::document document;
        if (!is_head(line, document)) {
            begin_list();
            if (!read_line(line)) return false;
            return !breaks_off_;  // then it is no file of lines
        }
        places_ = {line, file_, line_};
        try {
            document.rewind();
            return JsonWalk(places_, assembler_).fields(document.get_object());
        } catch (const simdjson::simdjson_error&) {
        }
        refuse(line);
        return false;
    }

    bool is_head(std::string_view line, json::document& document) {
        try {
            bool found = false;
            document = iterate(line);
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
            json::value value = document.get_value();
            if (!JsonWalk(places_, assembler_).value(value)) return false;
            if (is_over(document)) return true;
        } catch (const simdjson::simdjson_error&) {
        }
        assembler_.give_up(depth);
        refuse(line);
        return ++bad_lines_ < most_bad_lines;
    }

    /// Takes lines from the beginning as long as each is one JSON text, and a line that is no plain row by itself. False if it is
    /// no use to read on.
    bool read_together(std::string_view& lines) {
        json::document_stream documents;
        const std::size_t size = std::max<std::size_t>(lines.size(), 64);  // one batch
        if (together_.iterate_many(lines.data(), lines.size(), size).get(documents) != simdjson::SUCCESS) return true;
        JsonPlaces places(lines, file_, line_);
        const char* const begin = lines.data();
        try {
            for (auto at = documents.begin(); at != documents.end(); ++at) {
                const std::string_view line = next_line(lines);
                const std::size_t indent = line.find_first_not_of(json_blanks);
                if (indent == std::string_view::npos || begin + at.current_index() != line.data() + indent) return true;
                places.begin(line, line_);
                if (!read_row(*at, line, indent, places) && !read_line(line)) return false;
                pass(line, lines);
            }
        } catch (const simdjson::simdjson_error&) {
        }
        return true;
    }

    /// False, and nothing done, if it is no plain row.
    bool read_row(json::document_reference document, std::string_view line, std::size_t indent, JsonPlaces& places) {
        const std::size_t cells = rows_.cells.size();
        try {
            const Span place = places.locate(line.data() + indent, 0);
            const char* next = nullptr;
            if (line[line.find_last_not_of(json_blanks)] == '}' && plain_->read(document.get_object(), places, rows_.cells) &&
                (document.current_location().get(next) != simdjson::SUCCESS || next >= line.data() + line.size())) {
                rows_.rows.push_back({.line = line_,
                                      .column = place.column,
                                      .first_cell = static_cast<std::uint32_t>(cells),
                                      .cells = static_cast<std::uint32_t>(rows_.cells.size() - cells)});
                return true;
            }
        } catch (const simdjson::simdjson_error&) {
        }
        rows_.cells.resize(cells);  // there may be more behind the object
        return false;
    }

    json::document iterate(std::string_view line) { return parser_.iterate(line.data(), line.size(), line.size() + padding); }

    void refuse(std::string_view line) {
        const std::size_t offset = good_part(line);
        const std::size_t last = line.find_last_not_of(json_blanks);
        const bool cut_off = offset > last;
        const bool no_object = line[line.find_first_not_of(json_blanks)] != '{' && is_json(line);
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

    bool is_last(std::string_view line) const { return at_end_ && line.data() + line.size() == rows_.bytes.data() + filled_; }

    Bytes& source_;
    Diagnostics& diagnostics_;
    std::string_view streamed_key_;
    std::span<const std::string_view> header_keys_;
    std::uint32_t line_ = 1;
    JsonPlaces places_;
    Assembler assembler_;
    std::optional<JsonRows> plain_;  // if the handler takes plain rows
    json::parser together_;
    json::parser parser_;  // of lines by themselves
    std::size_t filled_ = 0;
    std::string rest_;  // of the block before, a line that is not whole
    std::size_t bad_lines_ = 0;
    bool at_end_ = false;
    bool in_list_ = false;
    bool is_first_ = true;        // the line, of those with anything on them
    bool head_has_list_ = false;  // a whole log on the first line
    bool breaks_off_ = false;     // the last line that was refused
};

}  // namespace

bool stream_json_lines(const Text& text, std::uint32_t file, std::string_view streamed_key,
                       std::span<const std::string_view> header_keys, StreamHandler& handler, Diagnostics& diagnostics) {
    return read_screened(text, file, diagnostics, [&](Bytes& source, Diagnostics& own) {
        return LineReader(source, file, streamed_key, header_keys, handler, own).run();
    });
}

}  // namespace concordat
