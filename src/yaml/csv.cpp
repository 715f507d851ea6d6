#include "yaml/csv.hpp"

#include <csv.h>

#include <algorithm>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "source/utf8.hpp"
#include "yaml/assembler.hpp"
#include "yaml/limits.hpp"
#include "yaml/screened.hpp"

namespace concordat {
namespace {

/// Blanks around it do not count.
std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text.substr(0, text.find_last_not_of(" \t") + 1);
}

struct Cell {
    std::string text;
    Span span;
};

/// libcsv is given the file line by line and says what the cells are; where they stand is found beside it.
class TableReader {
public:
    TableReader(Bytes& source, std::uint32_t file, std::string_view streamed_key, const CsvColumns& known, StreamHandler& handler,
                Diagnostics& diagnostics)
        : source_(source),
          known_(known),
          diagnostics_(diagnostics),
          file_(file),
          streamed_key_(streamed_key),
          assembler_(Syntax::json, streamed_key, handler, diagnostics) {
        begin_parser();
    }
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;
    ~TableReader() { csv_free(&parser_); }

    /// False if there are lines that could not be read, or no columns to read them by.
    bool run() {
        const Span place{.file = file_, .line = 1, .column = 1};
        assembler_.open(Node::Kind::mapping, place, false);
        assembler_.open_list(streamed_key_, place);
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
        if (goes_on) finish();
        assembler_.close();
        assembler_.close();
        return is_whole_ && goes_on;
    }

private:
    static constexpr std::size_t most_bad_lines = Diagnostics::kept_per_file;

    struct NamedColumn {
        Cell name;
        CsvColumn::Holds holds;
    };

    void begin_parser() {
        if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0) throw std::bad_alloc();
        csv_set_blk_size(&parser_, std::size_t{1} << 16U);
    }

    /// Reads on until there is a whole line; false if there is nothing more at all.
    bool fill() {
        constexpr std::size_t step = std::size_t{1} << 18U;
        bool has_line = buffer_.find('\n') != std::string::npos;
        while (!at_end_ && !has_line) {
            const std::size_t size = buffer_.size();
            buffer_.resize(size + step);
            const std::size_t count = source_.read(buffer_.data() + size, step);
            buffer_.resize(size + count);
            at_end_ = count == 0;
            has_line = buffer_.find('\n', size) != std::string::npos;
        }
        return !buffer_.empty();
    }

    /// False if it is no use to read on.
    bool read_line(std::string_view line) {
        ++line_;
        if (!in_quotes_) spans_.clear();
        note_spans(line);
        if (csv_parse(&parser_, line.data(), line.size(), on_cell, on_row, this) != line.size()) return refuse_quote();
        if (in_quotes_ && parser_.entry_pos > max_scalar) return refuse_quote();
        ended_ = line.ends_with('\n');
        return !has_row_ || take_row();
    }

    /// Where the cells stand that begin on this line: from the line's beginning or a comma that is not in quotes, without the
    /// blanks around them. Of one that goes on in the next line, up to the end of this one.
    void note_spans(std::string_view line) {
        Span span{.file = file_, .line = line_};
        bool is_new = !in_quotes_;  // this cell begins on this line
        const auto end_cell = [&] {
            if (is_new) spans_.push_back(span);
        };
        std::uint32_t column = 1;
        span.column = column;
        bool is_blank = true;  // so far
        for (std::size_t i = 0; i < line.size(); ++column) {
            const char c = line[i];
            i += static_cast<unsigned char>(c) < 0x80 ? 1 : decode(line.substr(i)).size;
            if (c == '"') in_quotes_ = !in_quotes_;
            if (c == ',' && !in_quotes_) {
                end_cell();
                span.column = column + 1;
                span.length = 0;
                is_new = is_blank = true;
            } else if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
                if (is_blank) span.column = column;
                is_blank = false;
                span.length = column + 1 - span.column;
            }
        }
        end_cell();
    }

    Span span_of(std::size_t cell) const {
        return cell < spans_.size() ? spans_[cell] : Span{.file = file_, .line = line_, .column = 1};
    }

    static void on_cell(void* text, std::size_t size, void* self) {
        auto& reader = *static_cast<TableReader*>(self);
        const Span span = reader.span_of(reader.cells_.size());
        reader.cells_.push_back({.text = std::string(trimmed({static_cast<const char*>(text), size})), .span = span});
    }

    /// What is read from a row may throw, and libcsv is C: so the row is taken when that has returned. A line ends one at most.
    static void on_row(int, void* self) { static_cast<TableReader*>(self)->has_row_ = true; }

    void finish() {
        if (csv_fini(&parser_, on_cell, on_row, this) != 0)
            refuse_quote();
        else if (has_row_)
            take_row();
    }

    /// Of a line that is no row. False if it is no use to read on.
    bool refuse_quote() {
        const Span place = span_of(std::min(cells_.size(), spans_.empty() ? 0 : spans_.size() - 1));
        const bool quoted = parser_.quoted != 0;
        const bool open = quoted && (in_quotes_ || place.line != line_);
        diagnostics_.error({.file = place.file, .line = place.line, .column = place.column, .length = open ? 1 : place.length},
                           "csv-syntax",
                           open     ? "the quotation mark that opens here is not closed where its cell ends"
                           : quoted ? "more stands in this cell behind the quotation mark that closes it"
                                    : "this cell has a quotation mark in it, and does not stand in quotation marks itself",
                           "write `\"…\"` around the whole cell, and each mark inside it twice");
        csv_free(&parser_);
        begin_parser();
        cells_.clear();
        has_row_ = in_quotes_ = is_whole_ = false;
        return ++bad_lines_ < most_bad_lines && !columns_.empty();
    }

    bool take_row() {
        has_row_ = false;
        const std::vector<Cell> cells = std::exchange(cells_, {});
        if (columns_.empty()) return take_columns(cells);
        const bool is_blank = std::all_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.text.empty(); });
        if (is_blank) return true;
        const bool fit = fits(cells);
        is_whole_ = is_whole_ && fit;
        if (!fit || !has_needed_) return true;
        if (!assembler_.open(Node::Kind::mapping, place_of(cells), false)) return false;
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!cells[i].text.empty() && columns_[i].holds != CsvColumn::Holds::nothing_known) take_cell(columns_[i], cells[i]);
        assembler_.close();
        return true;
    }

    /// Where a record begins: what is missing in it has no place of its own.
    static Span place_of(const std::vector<Cell>& cells) {
        Span span = cells.front().span;
        span.column = 1;
        span.length = 0;
        return span;
    }

    bool fits(const std::vector<Cell>& cells) {
        if (cells.size() > columns_.size()) {
            diagnostics_.error(cells[columns_.size()].span, "csv-syntax",
                               "this line has " + std::to_string(cells.size()) + " cells, and there are " +
                                   std::to_string(columns_.size()) + " columns",
                               "text with a comma in it must stand in quotation marks");
            return false;
        }
        if (cells.size() == columns_.size() || ended_) return true;
        diagnostics_.error(cells.back().span, "csv-syntax",
                           "the file ends here, after " + std::to_string(cells.size()) + " of " +
                               std::to_string(columns_.size()) + " cells of a line",
                           "it may be incomplete: fetch it again; if it is whole, end its last line");
        return false;
    }

    /// False if there is nothing that could be read by them.
    bool take_columns(const std::vector<Cell>& names) {
        bool any_known = false;
        for (const Cell& name : names) {
            const auto same = [&](const NamedColumn& other) { return other.name.text == name.text; };
            const auto first = std::find_if(columns_.begin(), columns_.end(), same);
            CsvColumn column{.holds = CsvColumn::Holds::nothing_known};
            if (name.text.empty())
                column = {column.holds, "csv-syntax", "this column has no name", "name it, or take it out"};
            else if (first == columns_.end())
                column = known_.find(name.text);
            any_known = any_known || column.holds != CsvColumn::Holds::nothing_known;
            if (!name.text.empty() && first != columns_.end())
                wrong_columns_.error(name.span, "duplicate-key", "the column `" + name.text + "` stands here a second time",
                                     "delete one of the two, or join them",
                                     {{.span = first->name.span, .message = "it stood here first"}});
            else if (column.holds == CsvColumn::Holds::nothing_known)
                wrong_columns_.error(name.span, column.code, column.message, column.help);
            columns_.push_back({.name = name, .holds = column.holds});
        }
        if (!any_known) return refuse_head(names);
        diagnostics_.take(std::move(wrong_columns_));
        for (const std::string_view needed : known_.needed) check_needed(needed, names);
        return true;
    }

    void check_needed(std::string_view needed, const std::vector<Cell>& names) {
        if (std::any_of(names.begin(), names.end(), [&](const Cell& name) { return name.text == needed; })) return;
        has_needed_ = is_whole_ = false;
        diagnostics_.error(place_of(names), "missing-key", "the table has no column `" + std::string(needed) + "`",
                           "each record needs one");
    }

    /// Whatever the first line is, it is none.
    bool refuse_head(const std::vector<Cell>& names) {
        is_whole_ = false;
        const std::string_view line = names.front().text;
        const bool semicolons = names.size() == 1 && line.find(';') != std::string_view::npos;
        const bool tabs = names.size() == 1 && line.find('\t') != std::string_view::npos;
        std::string help = "put a line with the names of the columns first";
        if (semicolons || tabs)
            help = std::string("save the table with commas between the cells; here they have ") + (tabs ? "tabs" : "`;`");
        Span span = names.front().span;
        span.length = names.back().span.column + names.back().span.length - span.column;
        diagnostics_.error(span, "csv-syntax", "the first line must name the columns, and nothing in it is a column's name",
                           std::move(help));
        return false;
    }

    void take_cell(const NamedColumn& column, const Cell& cell) {
        Span place = cell.span;
        place.length = 0;
        assembler_.scalar(column.name.text, true, place);
        if (column.holds != CsvColumn::Holds::list || cell.text.find(';') == std::string::npos) {
            add(cell.text, cell.span);
            return;
        }
        assembler_.open(Node::Kind::sequence, cell.span, false);
        std::string_view rest = cell.text;
        while (true) {
            const std::size_t end = std::min(rest.find(';'), rest.size());
            add(trimmed(rest.substr(0, end)), cell.span);
            if (end == rest.size()) break;
            rest.remove_prefix(end + 1);
        }
        assembler_.close();
    }

    void add(std::string_view text, Span span) { assembler_.scalar(text, true, span); }

    Bytes& source_;
    const CsvColumns& known_;
    Diagnostics& diagnostics_;
    Diagnostics wrong_columns_;
    std::uint32_t file_;
    std::string_view streamed_key_;
    Assembler assembler_;
    csv_parser parser_{};
    std::string buffer_;
    std::vector<NamedColumn> columns_;
    std::vector<Cell> cells_;  // of the row that is being read
    std::vector<Span> spans_;  // of its cells
    std::uint32_t line_ = 0;
    std::size_t bad_lines_ = 0;
    bool has_row_ = false;    // and it is whole
    bool has_needed_ = true;  // columns; without them, lines are only looked at
    bool in_quotes_ = false;
    bool ended_ = true;  // the last line, by a line end
    bool at_end_ = false;
    bool is_whole_ = true;  // so far
};

}  // namespace

bool stream_csv(const Text& text, std::uint32_t file, std::string_view streamed_key, const CsvColumns& columns,
                StreamHandler& handler, Diagnostics& diagnostics) {
    return read_screened(text, file, diagnostics, [&](Bytes& source, Diagnostics& own) {
        return TableReader(source, file, streamed_key, columns, handler, own).run();
    });
}

}  // namespace concordat
