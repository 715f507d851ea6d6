// RecordReader: rows. One in which all is as it should be is read at once, cell by cell; any other is read like a Node, which
// finds out what is wrong with it, or what is only unusual.

#include <cstring>
#include <string_view>

#include "load/ids.hpp"
#include "load/record.hpp"
#include "load/variable.hpp"

namespace concordat {
namespace {

bool is_visible(char c) { return static_cast<unsigned char>(c) > ' '; }

/// A text that is taken as it is.
bool is_plain_line(std::string_view text) {
    return !text.empty() && is_visible(text.front()) && is_visible(text.back()) && !is_variable(text) &&
           text.find_first_of("\r\n") == std::string_view::npos;
}

}  // namespace

void RecordReader::read(const Rows& rows, const Row& row) {
    if (row.item)
        read(*row.item);
    else if (!read_plain(rows, row))
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
            expected_.emplace_back(cell.text, cell.size);
    }
    names_.expect(expected_);
}

/// False, and nothing done, if there is anything about it that is not plain.
bool RecordReader::read_plain(const Rows& rows, const Row& row) {
    const std::span<const RowCell> cells(rows.cells.data() + row.first_cell, row.cells);
    if (found_.size() < cells.size()) found_.resize(cells.size());
    std::uint32_t has = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto key = static_cast<RecordKey>(cells[i].key);
        has |= 1U << cells[i].key;
        if (cells[i].form == RowCell::Form::list ? !may_hold_list(key) : !find(cells[i], key, found_[i])) return false;
    }
    constexpr auto bit = [](RecordKey key) { return 1U << static_cast<unsigned>(key); };
    constexpr std::uint32_t needed = bit(RecordKey::id) | bit(RecordKey::date) | bit(RecordKey::act);
    if ((has & needed) != needed) return false;
    take(cells, rows.file, row);
    return true;
}

/// What a cell means; false if that takes a closer look. Of a date, it is the last one.
bool RecordReader::find(const RowCell& cell, RecordKey key, Name& found) {
    const std::string_view text(cell.text, cell.size);
    if (text.empty()) return false;
    switch (key) {
        case RecordKey::id:
        case RecordKey::re:
            if (!is_record_id(text)) return false;
            found = names_.intern(text);
            return true;
        case RecordKey::subject:
        case RecordKey::covering:
            if (!is_plain_line(text)) return false;
            found = names_.intern(text);
            return true;
        case RecordKey::date: return is_date(text);
        case RecordKey::in_writing: return text == "true" || text == "false";
        case RecordKey::person:
        case RecordKey::evidence:
        case RecordKey::note: return is_visible(text.front());
        default: break;
    }
    const Recent& known = recent(text);
    found = known.name;
    return (known.kinds & kinds_[static_cast<std::size_t>(key)]) != 0 && known.text == text;
}

/// Records mostly come day by day.
bool RecordReader::is_date(std::string_view text) {
    if (text == last_date_text_) return true;
    const auto date = parse_date(text);
    if (!date) return false;
    last_date_text_ = text;
    last_date_ = *date;
    return true;
}

void RecordReader::take(std::span<const RowCell> cells, std::uint32_t file, const Row& row) {
    WholeRecord record;
    record.line = row.line;
    record.file = static_cast<std::uint16_t>(file);
    Span id_place{.file = file, .line = row.line};
    Span re_place = id_place;
    const auto note_place = [](Span& place, const RowCell& cell) {
        place.line += cell.line;
        place.column = cell.column;
        place.length = cell.length;
    };
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const RowCell& cell = cells[i];
        const bool is_list = cell.form == RowCell::Form::list;
        const std::span<const Name> found(found_.data() + i + (is_list ? 1 : 0), is_list ? cell.size : 1);
        if (is_list) i += cell.size;
        const auto parties = [&] {
            parties_.clear();
            for (const Name name : found) parties_.push_back({.who = name});
            return draft_.log.keep(std::span<const Party>{parties_});
        };
        const auto words = [&] { return draft_.log.keep(found); };
        switch (static_cast<RecordKey>(cell.key)) {
            case RecordKey::id:
                record.id = found.front();
                note_place(id_place, cell);
                break;
            case RecordKey::date: record.date = last_date_; break;
            case RecordKey::act: record.act = found.front(); break;
            case RecordKey::by: record.by = parties(); break;
            case RecordKey::to: record.to = parties(); break;
            case RecordKey::present: record.present = parties(); break;
            case RecordKey::with: record.with = parties(); break;
            case RecordKey::of: record.of = found.front(); break;
            case RecordKey::document: record.document = found.front(); break;
            case RecordKey::covering: record.covering = words(); break;
            case RecordKey::about: record.about = words(); break;
            case RecordKey::contains: record.contains = words(); break;
            case RecordKey::subject: record.subject = found.front(); break;
            case RecordKey::role: record.role = found.front(); break;
            case RecordKey::rule: record.rule = found.front(); break;
            case RecordKey::re:
                record.re = found.front();
                note_place(re_place, cell);
                break;
            case RecordKey::in_writing: record.in_writing = cell.text[0] == 't' ? Stated::yes : Stated::no; break;
            default: break;  // `person`, `evidence` and `note` are let go, and nothing else is plain
        }
    }
    if (record.re != Name::none) refer(record, record.re, RecordKey::re, re_place);
    add(record, id_place);
}

/// Where a word would be that came up not long ago.
RecordReader::Recent& RecordReader::recent(std::string_view text) {
    const auto eight = [](const char* at, std::size_t size) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, size);
        return bytes;
    };
    const char* const end = text.data() + text.size();
    const std::uint64_t head = text.size() >= 8   ? eight(text.data(), 8)
                               : text.size() >= 4 ? eight(text.data(), 4)
                                                  : eight(text.data(), 1);
    const std::uint64_t tail = text.size() >= 8 ? eight(end - 8, 8) : text.size() >= 4 ? eight(end - 4, 4) : eight(end - 1, 1);
    const std::uint64_t mixed = (head + text.size()) * 0x9E3779B97F4A7C15U ^ tail * 0xC2B2AE3D27D4EB4FU;
    return recent_[(mixed * 0x9E3779B97F4A7C15U) >> 54U];
}

void RecordReader::read_as_nodes(const Rows& rows, const Row& row) {
    Fields fields{};
    if (values_.size() < row.cells) values_.resize(row.cells);
    for (std::size_t i = 0; i < row.cells; ++i) {
        const RowCell& cell = rows.cells[row.first_cell + i];
        const bool is_list = cell.form == RowCell::Form::list;
        values_[i] = {.kind = is_list ? Node::Kind::sequence : Node::Kind::scalar,
                      .quoted = cell.form == RowCell::Form::quoted,
                      .span = {.file = rows.file, .line = row.line + cell.line, .column = cell.column, .length = cell.length},
                      .text = {cell.text, is_list ? 0 : cell.size},
                      .items = {values_.data() + i + 1, is_list ? cell.size : 0}};
        if (!fields[cell.key]) fields[cell.key] = &values_[i];  // what follows are entries of a list
    }
    read(fields, {.file = rows.file, .line = row.line, .column = row.column});
}

}  // namespace concordat
