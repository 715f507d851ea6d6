// RecordReader: rows. One in which all is as it should be is read at once, cell by cell; any other is read like a Node, which
// finds out what is wrong with it, or what is only unusual.

#include <algorithm>
#include <string_view>

#include "load/ids.hpp"
#include "load/record.hpp"
#include "load/variable.hpp"

namespace concordat {
namespace {

bool is_visible(char c) { return static_cast<unsigned char>(c) > ' '; }

/// A text that is taken as it is.
bool is_plain_line(std::string_view text) {
    return is_visible(text.front()) && is_visible(text.back()) && !is_variable(text) &&
           text.find_first_of("\r\n") == std::string_view::npos;
}

// What a cell means, as a number: of a word its Name, of a date its number and one more, of any other text that it is as it
// should be.
constexpr std::uint32_t takes_a_closer_look = 0, as_it_should_be = 1;

std::uint32_t if_so(bool right) { return right ? as_it_should_be : takes_a_closer_look; }

/// Records mostly come day by day.
class Dates {
public:
    std::uint32_t find(std::string_view text) {
        if (text == last_text_) return last_;
        const auto date = parse_date(text);
        if (!date) return takes_a_closer_look;
        last_text_ = text;
        return last_ = number_of(*date) + 1;
    }

private:
    std::string_view last_text_;
    std::uint32_t last_ = takes_a_closer_look;
};

}  // namespace

void RecordReader::look_at(Rows& rows) const {
    Dates dates;
    const auto meaning = [&](const RowCell& cell) {
        const auto key = static_cast<RecordKey>(cell.key);
        if (cell.form == RowCell::Form::list) return if_so(may_hold_list(key));
        const std::string_view text(cell.text, cell.size);
        if (text.empty()) return takes_a_closer_look;
        switch (key) {
            case RecordKey::id:
            case RecordKey::re: return if_so(is_record_id(text));
            case RecordKey::subject:
            case RecordKey::covering: return if_so(is_plain_line(text));
            case RecordKey::date: return dates.find(text);
            case RecordKey::in_writing: return if_so(text == "true" || text == "false");
            case RecordKey::person:
            case RecordKey::evidence:
            case RecordKey::note: return if_so(is_visible(text.front()));
            default: break;
        }
        const KnownWords::Word* const known = known_.find(text);
        const bool fits = known && (known->kinds & kinds_[cell.key]) != 0;
        return fits ? static_cast<std::uint32_t>(known->name) : takes_a_closer_look;
    };
    rows.meanings.resize(rows.cells.size());
    std::transform(rows.cells.begin(), rows.cells.end(), rows.meanings.begin(), meaning);
}

void RecordReader::read(const Rows& rows, const Row& row) {
    if (row.item)
        read(*row.item);
    else if (is_plain(rows, row))
        take(rows, row);
    else
        read_as_nodes(rows, row);
}

/// Words of the protocol are near at hand; these are not.
void RecordReader::expect(const Rows& rows, std::span<const Row> some) {
    expected_.clear();
    const std::size_t begin = some.front().first_cell, end = some.back().first_cell + some.back().cells;
    for (std::size_t i = begin; i < end; ++i) {
        const RowCell& cell = rows.cells[i];
        const auto key = static_cast<RecordKey>(cell.key);
        if ((key == RecordKey::id || key == RecordKey::re || key == RecordKey::subject) && cell.form != RowCell::Form::list)
            expected_.push_back({.text = {cell.text, cell.size}});
    }
    names_.expect(expected_);
    next_expected_ = expected_.begin();
}

/// A word that is expected, unless there was something about its row that is not plain.
Name RecordReader::intern(const RowCell& cell) {
    next_expected_ = std::find_if(next_expected_, expected_.cend(), [&](const Names::Expected& word) {
        return word.text.data() == cell.text && word.text.size() == cell.size;
    });
    return next_expected_ == expected_.cend() ? names_.intern({cell.text, cell.size}) : names_.intern_expected(*next_expected_++);
}

/// Whether no cell takes a closer look, and none is missing.
bool RecordReader::is_plain(const Rows& rows, const Row& row) const {
    std::uint32_t has = 0;
    for (std::size_t i = row.first_cell; i < row.first_cell + row.cells; ++i) {
        if (rows.meanings[i] == takes_a_closer_look) return false;
        has |= 1U << rows.cells[i].key;
    }
    constexpr auto bit = [](RecordKey key) { return 1U << static_cast<unsigned>(key); };
    constexpr std::uint32_t needed = bit(RecordKey::id) | bit(RecordKey::date) | bit(RecordKey::act);
    return (has & needed) == needed;
}

/// What it finds it keeps in single variables, not in a record of its own: what has been put down in small pieces cannot be
/// picked up in large ones without waiting, which would be most of the work here.
void RecordReader::take(const Rows& rows, const Row& row) {
    Name id = Name::none, act = Name::none, re = Name::none;
    std::uint32_t date = 0;
    Stated in_writing = Stated::not_stated;
    PartValues parts;
    const RowCell *id_cell = nullptr, *re_cell = nullptr;
    const std::size_t end = row.first_cell + row.cells;
    for (std::size_t i = row.first_cell; i < end; ++i) {
        const RowCell& cell = rows.cells[i];
        const bool is_list = cell.form == RowCell::Form::list;
        const std::size_t first = i + (is_list ? 1 : 0), count = is_list ? cell.size : 1;
        if (is_list) i += count;
        const auto word_at = [&](std::size_t at) { return Name{rows.meanings[at]}; };
        const auto label_at = [&](std::size_t at) { return names_.intern({rows.cells[at].text, rows.cells[at].size}); };
        const auto name = [&](Part part) { parts.add(part, word_at(i)); };
        const auto parties = [&](Part part) {
            parties_.clear();
            for (std::size_t at = first; at < first + count; ++at) parties_.push_back({.who = word_at(at)});
            parts.add(part, draft_.log.keep(std::span<const Party>{parties_}));
        };
        const auto words = [&](Part part, auto name_at) {
            words_.clear();
            for (std::size_t at = first; at < first + count; ++at) words_.push_back(name_at(at));
            parts.add(part, draft_.log.keep(std::span<const Name>{words_}));
        };
        switch (static_cast<RecordKey>(cell.key)) {
            case RecordKey::id:
                id = intern(cell);
                id_cell = &cell;
                break;
            case RecordKey::date: date = rows.meanings[i] - 1; break;
            case RecordKey::act: act = word_at(i); break;
            case RecordKey::by: parties(Part::by); break;
            case RecordKey::to: parties(Part::to); break;
            case RecordKey::present: parties(Part::present); break;
            case RecordKey::with: parties(Part::with); break;
            case RecordKey::of: name(Part::of); break;
            case RecordKey::document: name(Part::document); break;
            case RecordKey::covering: words(Part::covering, label_at); break;
            case RecordKey::about: words(Part::about, word_at); break;
            case RecordKey::contains: words(Part::contains, word_at); break;
            case RecordKey::subject: parts.add(Part::subject, intern(cell)); break;
            case RecordKey::role: name(Part::role); break;
            case RecordKey::rule: name(Part::rule); break;
            case RecordKey::re:
                re = intern(cell);
                re_cell = &cell;
                parts.add(Part::re, re);
                break;
            case RecordKey::in_writing: in_writing = cell.text[0] == 't' ? Stated::yes : Stated::no; break;
            default: break;  // `person`, `evidence` and `note` are let go, and nothing else is plain
        }
    }
    if (re_cell && !is_there(re)) {
        const Span place{
            .file = rows.file, .line = row.line + re_cell->line, .column = re_cell->column, .length = re_cell->length};
        draft_.references.push_back({id, re, RecordKey::re, place});
    }
    Record& record = draft_.log.add(parts);
    record.id = id;
    record.act = act;
    record.set_dated(date);
    record.line = row.line;
    record.file = static_cast<std::uint16_t>(rows.file);
    record.in_writing = in_writing;
    note(id, row.line + id_cell->line, id_cell->column, id_cell->length);
}

void RecordReader::read_as_nodes(const Rows& rows, const Row& row) {
    Fields fields{};
    if (values_.size() < row.cells) values_.resize(row.cells);
    for (std::size_t i = 0; i < row.cells; ++i) {
        const RowCell& cell = rows.cells[row.first_cell + i];
        const bool is_list = cell.form == RowCell::Form::list;
        const Span span{.file = rows.file, .line = row.line + cell.line, .column = cell.column, .length = cell.length};
        values_[i] = {{cell.text, is_list ? 0 : cell.size}, cell.form == RowCell::Form::quoted, span};
        if (is_list) values_[i].set(std::span<const Node>(values_.data() + i + 1, cell.size));
        if (!fields[cell.key]) fields[cell.key] = &values_[i];  // what follows are entries of a list
    }
    read(fields, {.file = rows.file, .line = row.line, .column = row.column});
}

}  // namespace concordat
