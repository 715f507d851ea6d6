#include "report/json_walk.hpp"

#include <fmt/format.h>

#include <iterator>
#include <nlohmann/json.hpp>
#include <vector>

namespace concordat {
namespace {

using Json = nlohmann::json;

constexpr std::size_t max_depth = 16;

/// Where the reading stands: one character after the other, with the place of the one that was read last.
class Cursor {
public:
    explicit Cursor(const NextBytes& next) : next_(next), block_(next()) {}

    /// Whether all is read. Who asks wanted one more character.
    bool is_at_end() {
        ended_ = block_.empty();
        return ended_;
    }
    char character() const { return block_.front(); }
    void advance() {
        const char read = block_.front();
        if (after_line_end_) ++line_, column_ = 0;
        after_line_end_ = read == '\n';
        if ((static_cast<unsigned char>(read) & 0xc0U) != 0x80U) ++column_;
        block_.remove_prefix(1);
        if (block_.empty()) block_ = next_();
    }

    std::string fault() const {
        return ended_ ? "this JSON ends too early: a part of the file is missing"
                      : fmt::format("this is no JSON from line {}, column {} on", line_, std::max<std::uint64_t>(column_, 1));
    }

private:
    const NextBytes& next_;
    std::string_view block_;
    std::uint64_t line_ = 1;
    std::uint64_t column_ = 0;
    bool after_line_end_ = false;
    bool ended_ = false;
};

/// A Cursor as the library wants it; no cursor is the end.
struct Characters {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    Cursor* cursor = nullptr;

    char operator*() const { return cursor->character(); }
    Characters& operator++() {
        cursor->advance();
        return *this;
    }
    friend bool operator==(const Characters& one, const Characters& other) {
        Cursor* const reading = one.cursor ? one.cursor : other.cursor;
        return one.cursor == other.cursor || reading->is_at_end();
    }
};

/// What the library calls, a function a token. All but `parse_error` give whether to go on.
class Walker {
public:
    explicit Walker(JsonVisitor& visitor) : visitor_(visitor) {}

    bool null() { return show({}); }
    bool boolean(bool value) { return show(value); }
    bool number_integer(Json::number_integer_t) { return show({}); }
    bool number_unsigned(Json::number_unsigned_t value) { return show(std::uint64_t{value}); }
    bool number_float(Json::number_float_t, const Json::string_t&) { return show({}); }
    bool string(Json::string_t& value) { return show(std::move(value)); }
    bool binary(Json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(false); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(true); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t, const std::string&, const Json::exception&) { return false; }

    bool key(const Json::string_t& name) {
        way_.resize(outer_.back().way);
        if (!way_.empty()) way_ += '.';
        way_ += name.empty() || name.find_first_of(".[]?") != std::string::npos ? "?" : name;
        return true;
    }

    bool is_too_deep() const { return too_deep_; }

private:
    struct Outer {
        std::size_t way = 0;  // how long the way to it is
        bool list = false;
    };

    /// The way to the next item, where a list is being read.
    void enter() {
        if (outer_.empty() || !outer_.back().list) return;
        way_.resize(outer_.back().way);
        way_ += "[]";
    }

    bool show(JsonValue value) {
        enter();
        visitor_.value(way_, std::move(value));
        return true;
    }

    bool open(bool list) {
        enter();
        outer_.push_back({.way = way_.size(), .list = list});
        too_deep_ = outer_.size() > max_depth;
        return !too_deep_;
    }

    bool close() {
        way_.resize(outer_.back().way);
        outer_.pop_back();
        visitor_.end(way_);
        return true;
    }

    JsonVisitor& visitor_;
    std::string way_;
    std::vector<Outer> outer_;
    bool too_deep_ = false;
};

}  // namespace

std::optional<std::string> walk_json(const NextBytes& next, JsonVisitor& visitor) {
    Cursor cursor(next);
    Walker walker(visitor);
    if (Json::sax_parse(Characters{&cursor}, Characters{}, &walker)) return std::nullopt;
    return walker.is_too_deep() ? "this JSON is nested deeper than any result" : cursor.fault();
}

}  // namespace concordat
