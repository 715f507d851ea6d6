#include "yaml/csv.hpp"

#include <csv.h>

#include <algorithm>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "source/read_ahead.hpp"
#include "source/utf8.hpp"
#include "yaml/assembler.hpp"
#include "yaml/bytes.hpp"

namespace concordat {
namespace {

struct Cell {
    std::string text;
    Span span;
};

/// libcsv is given the file line by line and says what the cells are; where they stand is found beside it.
class TableReader {
public:
    TableReader(Bytes& source, std::uint32_t file, std::string_view streamed_key,
                const std::function<bool(std::string_view)>& holds_list, StreamHandler& handler, Diagnostics& diagnostics)
        : source_(source),
          holds_list_(holds_list),
          diagnostics_(diagnostics),
          file_(file),
          streamed_key_(streamed_key),
          assembler_(Syntax::json, streamed_key, handler, diagnostics) {
        if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0) throw std::bad_alloc();
    }
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;
    ~TableReader() { csv_free(&parser_); }

    bool run() {
        const Span place{.file = file_, .line = 1, .column = 1};
        assembler_.open(Node::Kind::mapping, place, false);
        Node key;
        key.text = streamed_key_;
        key.span = place;
        assembler_.scalar(key);
        assembler_.open(Node::Kind::sequence, place, false);
        bool goes_on = true;
        while (goes_on && fill()) {
            const std::string_view ready(buffer_.data(), at_end_ ? buffer_.size() : buffer_.rfind('\n') + 1);
            std::string_view rest = ready;
            while (goes_on && !rest.empty()) {
                const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
                goes_on = read_line(rest.substr(0, end));
                rest.remove_prefix(end);
            }
            buffer_.erase(0, ready.size());
        }
        if (goes_on) goes_on = finish();
        assembler_.close();
        assembler_.close();
        return goes_on;
    }

private:
    bool fill() {
        constexpr std::size_t step = std::size_t{1} << 18U;
        while (!at_end_ && buffer_.find('\n') == std::string::npos) {
            const std::size_t size = buffer_.size();
            buffer_.resize(size + step);
            const std::size_t count = source_.read(buffer_.data() + size, step);
            buffer_.resize(size + count);
            at_end_ = count == 0;
        }
        return !buffer_.empty();
    }

    bool read_line(std::string_view line) {
        ++line_;
        if (!in_quotes_) starts_.clear();
        note_starts(line);
        if (csv_parse(&parser_, line.data(), line.size(), on_cell, on_row, this) != line.size()) return refuse_quote();
        return !stopped_;
    }

    /// Where cells begin: after a comma that is not in quotes, and at the line's beginning.
    void note_starts(std::string_view line) {
        if (!in_quotes_) starts_.push_back({.file = file_, .line = line_, .column = 1});
        std::uint32_t column = 1;
        for (std::size_t i = 0; i < line.size(); ++column) {
            if (line[i] == '"') in_quotes_ = !in_quotes_;
            if (line[i] == ',' && !in_quotes_) starts_.push_back({.file = file_, .line = line_, .column = column + 1});
            i += static_cast<unsigned char>(line[i]) < 0x80 ? 1 : decode(line.substr(i)).size;
        }
    }

    static void on_cell(void* text, std::size_t size, void* self) {
        auto& reader = *static_cast<TableReader*>(self);
        const std::string_view cell(static_cast<const char*>(text), size);
        const std::size_t index = reader.cells_.size();
        Span span = index < reader.starts_.size() ? reader.starts_[index] : Span{.file = reader.file_, .line = reader.line_};
        span.length = static_cast<std::uint32_t>(count_code_points(cell.substr(0, cell.find_first_of("\r\n"))));
        reader.cells_.push_back({.text = std::string(cell), .span = span});
    }

    static void on_row(int, void* self) {
        auto& reader = *static_cast<TableReader*>(self);
        if (!reader.stopped_) reader.stopped_ = !reader.take_row();
        reader.cells_.clear();
    }

    bool finish() {
        if (csv_fini(&parser_, on_cell, on_row, this) != 0) return refuse_quote();
        return !stopped_;
    }

    bool refuse_quote() {
        const Span place = starts_.empty() ? Span{.file = file_, .line = line_, .column = 1}
                                           : starts_[std::min(cells_.size(), starts_.size() - 1)];
        const bool open = csv_error(&parser_) == CSV_SUCCESS || in_quotes_;
        diagnostics_.error(place, "csv-syntax",
                           open ? "the quotation mark that opens here is never closed"
                                : "this cell has a quotation mark in it, and does not stand in quotation marks itself",
                           "write `\"…\"` around the whole cell, and each mark inside it twice");
        return false;
    }

    /// False if it is no use to read on.
    bool take_row() {
        const bool is_blank = std::all_of(cells_.begin(), cells_.end(), [](const Cell& cell) { return cell.text.empty(); });
        if (is_blank && !columns_.empty()) return true;
        if (columns_.empty()) return take_columns();
        if (cells_.size() > columns_.size()) {
            diagnostics_.error(cells_[columns_.size()].span, "csv-syntax",
                               "this line has " + std::to_string(cells_.size()) + " cells, and there are " +
                                   std::to_string(columns_.size()) + " columns",
                               "text with a comma in it must stand in quotation marks");
            return true;
        }
        if (!assembler_.open(Node::Kind::mapping, cells_.front().span, false)) return false;
        for (std::size_t i = 0; i < cells_.size(); ++i)
            if (!cells_[i].text.empty()) take_cell(columns_[i], cells_[i]);
        assembler_.close();
        return true;
    }

    bool take_columns() {
        for (const Cell& cell : cells_) {
            if (cell.text.empty()) {
                diagnostics_.error(cell.span, "csv-syntax", "this column has no name", "name it, or take it out");
                return false;
            }
            const auto same = [&](const Cell& other) { return other.text == cell.text; };
            if (const auto found = std::find_if(columns_.begin(), columns_.end(), same); found != columns_.end()) {
                diagnostics_.error(cell.span, "duplicate-key", "the column `" + cell.text + "` stands here a second time",
                                   "delete one of the two, or join them",
                                   {{.span = found->span, .message = "it stood here first"}});
                return false;
            }
            columns_.push_back(cell);
        }
        return true;
    }

    void take_cell(const Cell& column, const Cell& cell) {
        Node key;
        key.quoted = true;
        key.text = column.text;
        key.span = cell.span;
        assembler_.scalar(key);
        if (!holds_list_(column.text) || cell.text.find(';') == std::string::npos) {
            add(cell.text, cell.span);
            return;
        }
        assembler_.open(Node::Kind::sequence, cell.span, false);
        std::string_view rest = cell.text;
        while (true) {
            const std::size_t end = std::min(rest.find(';'), rest.size());
            add(rest.substr(0, end), cell.span);
            if (end == rest.size()) break;
            rest.remove_prefix(end + 1);
        }
        assembler_.close();
    }

    /// Blanks around it do not count.
    void add(std::string_view text, Span span) {
        const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
        text.remove_prefix(begin);
        text = text.substr(0, text.find_last_not_of(" \t") + 1);
        Node node;
        node.quoted = true;
        node.text = text;
        node.span = span;
        assembler_.scalar(node);
    }

    Bytes& source_;
    const std::function<bool(std::string_view)>& holds_list_;
    Diagnostics& diagnostics_;
    std::uint32_t file_;
    std::string_view streamed_key_;
    Assembler assembler_;
    csv_parser parser_{};
    std::string buffer_;
    std::vector<Cell> columns_;
    std::vector<Cell> cells_;   // of the line that is being read
    std::vector<Span> starts_;  // of its cells
    std::uint32_t line_ = 0;
    bool in_quotes_ = false;
    bool at_end_ = false;
    bool stopped_ = false;
};

}  // namespace

bool stream_csv(const Text& text, std::uint32_t file, std::string_view streamed_key,
                const std::function<bool(std::string_view)>& holds_list, StreamHandler& handler, Diagnostics& diagnostics) {
    Screen screen(text.stream());
    ReadAhead ahead(screen);
    Diagnostics own;
    const bool is_whole = TableReader(ahead, file, streamed_key, holds_list, handler, own).run();
    ahead.stop();
    if (screen.report(text, file, diagnostics)) return false;
    diagnostics.take(std::move(own));
    return is_whole;
}

}  // namespace concordat
