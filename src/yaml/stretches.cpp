#include "yaml/stretches.hpp"

#include <algorithm>
#include <deque>
#include <future>
#include <string>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "source/joined_bytes.hpp"
#include "source/utf8.hpp"
#include "yaml/bytes.hpp"
#include "yaml/event_reader.hpp"
#include "yaml/screened.hpp"

namespace concordat {
namespace {

/// Takes the rows of one stretch.
class Collector final : public StreamHandler {
public:
    explicit Collector(const StreamHandler& handler) { row_keys = handler.row_keys; }

    void entry(const Node&, const Node&) override { only_items = false; }
    void item(const Node&, const Node&) override {}
    void rows(Rows& rows) override { all.push_back(std::exchange(rows, Rows{})); }

    std::vector<Rows> all;
    bool only_items = true;
};

/// Hears nothing.
class Deaf final : public StreamHandler {
public:
    explicit Deaf(const StreamHandler& handler) { row_keys = handler.row_keys; }

    void entry(const Node&, const Node&) override {}
    void item(const Node&, const Node&) override { passing.clear(); }
    void rows(Rows&) override {}
};

struct ItemsRead {
    std::vector<Rows> rows;
    Nodes kept;
    bool is_good = false;
};

/// Some items, and what will have come of them.
struct Stretch {
    std::string text;
    std::uint32_t line = 0;
    std::uint64_t end = 0;  // in bytes of the file
    std::future<ItemsRead> read;
};

/// Cuts what comes into stretches.
class Cutter {
public:
    Cutter(EventReader::Cut cut, Bytes& source, std::size_t size)
        : source_(source),
          size_(size),
          dash_("\n" + std::string(cut.indent, ' ') + "- "),
          rest_(std::move(cut.fed)),
          line_(cut.line),
          offset_(cut.offset) {}

    /// False if what is left is not to be cut: it is the end, or an item is too long for that.
    bool next(Stretch& stretch) {
        constexpr std::size_t too_long = std::size_t{4} << 20U;
        std::size_t from = size_;
        while (true) {
            if (const std::size_t cut = from < rest_.size() ? rest_.find(dash_, from) : std::string::npos;
                cut != std::string::npos) {
                stretch.text = rest_.substr(0, cut + 1);
                stretch.line = line_;
                line_ += static_cast<std::uint32_t>(count_lines(stretch.text));
                rest_.erase(0, cut + 1);
                stretch.end = offset_ += cut + 1;
                return true;
            }
            from = std::max(size_, rest_.size() - std::min(rest_.size(), dash_.size()));
            if (rest_.size() > size_ + too_long || !read_more()) return false;
        }
    }

    std::string rest() && { return std::move(rest_); }
    std::uint32_t line() const { return line_; }

private:
    bool read_more() {
        constexpr std::size_t block = std::size_t{64} << 10U;
        const std::size_t before = rest_.size();
        rest_.resize(before + block);
        rest_.resize(before + source_.read(rest_.data() + before, block));
        return rest_.size() > before;
    }

    Bytes& source_;
    std::size_t size_;
    std::string dash_;    // what an item begins with
    std::string rest_;    // what has come and is in no stretch
    std::uint32_t line_;  // where that begins
    std::uint64_t offset_;
};

class StretchReader {
public:
    StretchReader(const Text& text, std::uint32_t file, std::string_view streamed_key, Stretches stretches,
                  StreamHandler& handler, Diagnostics& diagnostics)
        : text_(text),
          file_(file),
          streamed_key_(streamed_key),
          stretches_(stretches),
          handler_(handler),
          diagnostics_(diagnostics),
          reader_(text, file, streamed_key, handler, diagnostics) {}

    bool read(Bytes& source) {
        if (stretches_.at_once < 2 || handler_.row_keys.empty()) return reader_.read(source);
        auto begun = reader_.read_to_cut(source, stretches_.before);
        if (const bool* ended = std::get_if<bool>(&begun)) return *ended;
        Cutter cutter(std::get<EventReader::Cut>(std::move(begun)), source, stretches_.size);
        std::deque<Stretch> ahead;
        read_side_by_side(cutter, ahead);
        const std::uint32_t line = ahead.empty() ? cutter.line() : ahead.front().line;
        std::deque<std::string> left;
        for (Stretch& stretch : ahead) {
            if (stretch.read.valid()) stretch.read.wait();
            left.push_back(std::move(stretch.text));
        }
        left.push_back(std::move(cutter).rest());
        JoinedBytes rest(std::move(left), source);
        if (reader_.read_on(rest, line)) return true;
        tell_why();
        return false;
    }

private:
    /// Until no more is to be cut, or something is wrong with the first one of those that are left.
    void read_side_by_side(Cutter& cutter, std::deque<Stretch>& ahead) {
        for (bool is_more = true; is_more || !ahead.empty(); ahead.pop_front()) {
            while (is_more && ahead.size() < stretches_.at_once) {
                Stretch next;
                is_more = cutter.next(next);
                if (is_more) begin(ahead.emplace_back(std::move(next)));
            }
            if (ahead.empty()) return;
            ItemsRead items = ahead.front().read.get();
            if (!items.is_good) return;
            for (Rows& rows : items.rows) {
                rows.end = ahead.front().end;
                reader_.take(rows, items.kept);
            }
        }
    }

    void begin(Stretch& stretch) const {
        stretch.read = std::async([this, &stretch] {
            Collector collector(handler_);
            Diagnostics faults;
            EventReader reader(text_, file_, streamed_key_, collector, faults);
            HeldBytes source(stretch.text);
            const bool is_good = reader.read_items(source, stretch.line) && collector.only_items;
            return ItemsRead{std::move(collector.all), std::move(collector.kept), is_good};
        });
    }

    /// Reads everything once more, as one parser does it, only to say what is wrong.
    void tell_why() {
        diagnostics_ = {};
        Deaf deaf(handler_);
        Screen source(text_.stream());
        EventReader(text_, file_, streamed_key_, deaf, diagnostics_).read(source);
        if (!diagnostics_.has_errors())
            diagnostics_.error({.file = file_}, "cannot-read", "this file was changed while it was being read", "try again");
    }

    const Text& text_;
    std::uint32_t file_;
    std::string_view streamed_key_;
    Stretches stretches_;
    StreamHandler& handler_;
    Diagnostics& diagnostics_;
    EventReader reader_;
};

}  // namespace

Stretches usual_stretches() {
    const std::size_t cores = std::min(std::thread::hardware_concurrency(), 8U);
    // Since they are handed over in order, one that is done may have to wait for another, and its core should not.
    return {.at_once = cores < 2 ? 1 : 2 * cores};
}

bool stream_in_stretches(const Text& text, std::uint32_t file, std::string_view streamed_key, Stretches stretches,
                         StreamHandler& handler, Diagnostics& diagnostics) {
    return read_screened(text, file, diagnostics, [&](Bytes& source, Diagnostics& own) {
        return StretchReader(text, file, streamed_key, stretches, handler, own).read(source);
    });
}

}  // namespace concordat
