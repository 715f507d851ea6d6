#include "load/log.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "load/coverage.hpp"
#include "load/ids.hpp"
#include "load/item.hpp"
#include "load/join.hpp"
#include "load/log_stream.hpp"
#include "load/mapping.hpp"
#include "load/record.hpp"
#include "load/reference.hpp"
#include "load/relay.hpp"
#include "load/scalar.hpp"
#include "load/standing.hpp"
#include "load/things.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

/// One file: its records go to the reader as they come, the rest is kept until the names of all files are known.
class LogFile final : public StreamHandler {
public:
    LogFile(std::uint32_t file, RecordReader& records, Names& names)
        : header{Node::Kind::mapping, {.file = file, .line = 1, .column = 1}},
          records_{records},
          names_{names},
          first_words_{names.size()} {
        row_keys = record_keys;
    }

    void entry(const Node& key, const Node& value) override { entries_.push_back({key, value}); }
    void item(const Node&, const Node& item) override {
        records_.read(item);
        passing.clear();
        count(1);
    }
    void look_at(Rows& rows) const override { records_.look_at(rows); }
    void rows(Rows& rows) override {
        constexpr std::size_t at_once = 128;
        if (rows.meanings.size() != rows.cells.size()) records_.look_at(rows);
        for (std::size_t i = 0; i < rows.rows.size(); ++i) {
            if (i % at_once == 0) records_.expect(rows, std::span(rows.rows).subspan(i, std::min(at_once, rows.rows.size() - i)));
            records_.read(rows, rows.rows[i]);
        }
        count(rows.rows.size());
        expect_words(rows.end);
    }

    /// An example, which is whole already: a mapping, or only its records.
    void take(const Node& example) {
        header.span = example.span;
        for (const Entry& entry : example.entries()) {
            if (entry.key.text() == "records" && entry.value.is_sequence())
                read_records(entry.value);
            else
                entries_.push_back(entry);
        }
        read_records(example);
        end();
    }

    /// To be called when there is no more to come.
    void end() { header.set(std::span<const Entry>(entries_)); }

    /// A table has none, nor need a file of JSON records have one.
    bool has_head() const { return must_have_head || !entries_.empty(); }

    Node header;
    std::atomic<std::size_t>* counter = nullptr;
    std::uint64_t size = 0;  // in bytes, if known
    std::string name;        // of the file, without its folder
    bool must_have_head = true;
    std::size_t first_record = 0;  // in the Draft
    std::size_t record_count = 0;

private:
    void count(std::size_t records) const {
        if (counter) counter->fetch_add(records, std::memory_order_relaxed);
    }
    /// Once enough of the file has been read to tell.
    void expect_words(std::uint64_t end) const {
        if (end == 0 || end < size / 16 || end > size) return;
        const double so_far = static_cast<double>(names_.size() - first_words_);
        const double in_all = so_far * static_cast<double>(size) / static_cast<double>(end);
        names_.expect_in_all(first_words_ + static_cast<std::size_t>(in_all));
    }
    void read_records(const Node& list) {
        for (const Node& record : list.items()) records_.read(record);
    }

    RecordReader& records_;
    Names& names_;
    std::size_t first_words_;  // how many there were before
    std::vector<Entry> entries_;
};

/// Whose log it is: this protocol's if it says so, whatever it says, or an example of the protocol's own, which need not say.
enum class Kept : std::uint8_t { for_this_protocol, for_any_protocol, as_example };

class LogLoader {
public:
    LogLoader(const Protocol& protocol, Names& names, Diagnostics& diagnostics, Kept kept)
        : protocol_{protocol},
          names_{names},
          diagnostics_{diagnostics},
          kept_{kept},
          vocabulary_{names, diagnostics, protocol},
          records_{vocabulary_, draft_} {}

    /// False if the file cannot be read to its end.
    bool read_file(const LogInput& input);
    void make_room(std::uint64_t size);
    void read_example(const Node& node);
    void finish();
    Log take() { return std::move(draft_.log); }

private:
    void read_names();
    void read_header(const LogFile& file);
    void check_protocol(const Node& node) const;
    void read_coverage(const LogFile& file, const Node* covers);
    void check_uses() const;

    const Protocol& protocol_;
    Names& names_;
    Diagnostics& diagnostics_;
    Kept kept_;
    Vocabulary vocabulary_;
    Draft draft_;
    RecordReader records_;
    std::vector<std::unique_ptr<LogFile>> files_;
    std::vector<std::string> titles_;
    std::vector<std::string> as_words_;
    bool all_cover_none_ = true;
    bool any_covers_ = false;  // some file says what it covers
};

/// Whether a second thread is worth its while.
bool is_large(const Text& text) { return text.open || text.bytes.size() > (std::size_t{1} << 20U); }

bool LogLoader::read_file(const LogInput& input) {
    LogFile& file = *files_.emplace_back(std::make_unique<LogFile>(input.file, records_, names_));
    file.name = input.text->name.substr(input.text->name.rfind('/') + 1);
    file.counter = input.records;
    file.size = input.size;
    file.must_have_head = input.format == LogFormat::yaml;
    file.first_record = draft_.log.records.size();
    make_room(input.size);
    const bool is_whole = (is_large(*input.text) ? relay_log : stream_log)(input, file, diagnostics_);
    file.end();
    file.record_count = draft_.log.records.size() - file.first_record;
    return is_whole;
}

/// For as many records as a file of that size can hold. What is not used of it costs addresses and no memory, while a pool that
/// grows is, for a moment, there twice and a half.
void LogLoader::make_room(std::uint64_t size) {
    constexpr std::uint64_t least = 50;  // bytes of a record: `- {id: r1, date: 2014-06-30, act: meeting, of: hct}`
    if (size < (std::uint64_t{1} << 20U)) return;
    draft_.log.reserve(draft_.log.records.size() + size / least);
    draft_.places.reserve(draft_.places.size() + size / least);
}

void LogLoader::read_example(const Node& node) {
    LogFile& file = *files_.emplace_back(std::make_unique<LogFile>(node.span.file, records_, names_));
    file.take(node);
    file.record_count = draft_.log.records.size();
}

void LogLoader::finish() {
    read_names();
    check_uses();
    as_words_ = words_for_as(protocol_, names_);
    any_covers_ = std::any_of(files_.begin(), files_.end(), [](const auto& file) { return file->header.find("covers"); });
    for (const auto& file : files_) read_header(*file);
    if (titles_.empty())
        for (const auto& file : files_) titles_.push_back(file->name);
    draft_.log.title = fmt::format("{}", fmt::join(titles_, " + "));
    draft_.log.covers_none = all_cover_none_;
    draft_.log.directory = std::move(vocabulary_.directory);
    if (draft_.has_items) fill_in_items(draft_.log, names_);
    join_doubles(draft_, names_, diagnostics_);
    check_references(draft_, names_, diagnostics_);
}

void LogLoader::read_names() {
    Declarations declarations;
    for (const auto& file : files_)
        for (const auto& [key, kind] :
             {std::pair{"bodies", Kind::body}, {"roles", Kind::role}, {"documents", Kind::document}, {"topics", Kind::topic}})
            if (const Node* section = file->header.find(key))
                read_things(*section, key, kind, true, names_, diagnostics_, declarations);
    declare(std::move(declarations), vocabulary_);
}

void LogLoader::check_uses() const {
    for (const Use& use : draft_.uses)
        if (vocabulary_.kinds_of(use.word, kinds_of(use.key)) == kinds::none)
            vocabulary_.report(use.word, use.place, to_string(use.key), kinds_of(use.key));
}

void LogLoader::read_header(const LogFile& file) {
    const bool is_example = kept_ == Kept::as_example;
    Mapping mapping{file.header, is_example ? "an example" : "a log", diagnostics_};
    if (const Node* title = is_example || !file.has_head() ? mapping.take("log") : mapping.need("log")) {
        std::string text = read_line(*title, "log", diagnostics_);
        if (std::find(titles_.begin(), titles_.end(), text) == titles_.end()) titles_.push_back(std::move(text));
    }
    if (!is_example)
        if (const Node* protocol = mapping.take("protocol")) check_protocol(*protocol);
    read_coverage(file, mapping.take("covers"));
    if (const Node* as_of = mapping.take("as-of"))
        draft_.log.as_of = std::max(draft_.log.as_of, read_day(*as_of, "as-of", diagnostics_));
    for (const std::string_view key : {"bodies", "roles", "documents", "topics"}) mapping.take(key);  // read before
    if (const Node* standing = mapping.take("standing")) read_standing(*standing, vocabulary_, as_words_, draft_.log.standing);
    if (const Node* records = mapping.take("records"))
        is_list(*records, "records", diagnostics_);  // a list would have been streamed
    mapping.finish();
}

void LogLoader::check_protocol(const Node& node) const {
    const std::size_t errors = diagnostics_.error_count();
    const Name named = read_id(node, "protocol", names_, diagnostics_);
    if (named != protocol_.id && kept_ == Kept::for_this_protocol && diagnostics_.error_count() == errors)
        diagnostics_.error(node.span, "wrong-protocol",
                           fmt::format("this log was kept for the protocol {}, and is being checked against {}",
                                       quoted(node.text()), quoted(names_.text(protocol_.id))),
                           "`--protocol` overrides what the log says");
}

void LogLoader::read_coverage(const LogFile& file, const Node* covers) {
    Log& log = draft_.log;
    if (!file.has_head() && any_covers_) return;  // it cannot say, and another file of the run does
    if (covers) {
        if (read_covers(*covers, vocabulary_, log.covers)) all_cover_none_ = false;
        return;
    }
    all_cover_none_ = false;
    log.covers_taken = true;
    const std::span<const Record> all{log.records};
    if (const auto span = covered_by(all.subspan(file.first_record, file.record_count))) log.covers.push_back(*span);
}

}  // namespace

std::optional<Log> load_logs(std::span<const LogInput> inputs, const Protocol& protocol, Names& names, Diagnostics& diagnostics,
                             bool any_protocol) {
    const std::size_t errors = diagnostics.error_count();
    std::vector<LogInput> ordered{inputs.begin(), inputs.end()};
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const LogInput& left, const LogInput& right) { return left.text->name < right.text->name; });
    LogLoader loader{protocol, names, diagnostics, any_protocol ? Kept::for_any_protocol : Kept::for_this_protocol};
    bool all_whole = true;
    for (const LogInput& input : ordered) all_whole = loader.read_file(input) && all_whole;
    if (all_whole) loader.finish();  // of a file that breaks off, names may be missing that would all seem unknown
    if (diagnostics.error_count() > errors) return std::nullopt;
    return loader.take();
}

std::optional<Log> load_example(const Node& node, const Protocol& protocol, Names& names, Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.error_count();
    if (node.is_scalar()) {
        diagnostics.error(node.span, "wrong-type", "an example is a log in miniature, or a list of records",
                          "write `- [{id: r1, date: 2014-06-30, act: …}]`");
        return std::nullopt;
    }
    LogLoader loader{protocol, names, diagnostics, Kept::as_example};
    loader.read_example(node);
    loader.finish();
    if (diagnostics.error_count() > errors) return std::nullopt;
    return loader.take();
}

}  // namespace concordat
