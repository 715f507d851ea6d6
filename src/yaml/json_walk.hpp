// Walks over a JSON value of simdjson's and gives it, piece by piece, to an Assembler; knows where each piece stands.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string_view>

#include "source/utf8.hpp"
#include "yaml/assembler.hpp"

namespace concordat {

/// From places in memory to lines and columns. To be asked about ever later places.
class JsonPlaces {
public:
    JsonPlaces(std::string_view bytes, std::uint32_t file, std::uint32_t line);

    Span locate(const char* at, std::size_t length) {
        while (at > line_end_) begin(line_end_ + 1, line_ + 1);
        const std::size_t before = is_ascii_ ? static_cast<std::size_t>(at - line_begin_) : code_points_before(at);
        const std::size_t shown = is_ascii_ ? length : count_code_points({at, length});
        return {.file = file_,
                .line = line_,
                .column = static_cast<std::uint32_t>(before + 1),
                .length = static_cast<std::uint32_t>(shown)};
    }
    /// A line begins here.
    void begin(const char* at, std::uint32_t number);
    /// A line begins here, and there it ends.
    void begin(std::string_view line, std::uint32_t number);
    /// Whether there is a backslash anywhere.
    bool may_have_escapes() const { return may_have_escapes_; }
    const char* end() const { return end_; }
    /// Of the place that was asked about last.
    std::uint32_t line() const { return line_; }

private:
    std::size_t code_points_before(const char* at);

    const char* end_;
    const char* line_begin_ = nullptr;
    const char* line_end_ = nullptr;
    const char* counted_to_ = nullptr;  // on the line
    std::size_t counted_ = 0;
    std::uint32_t file_;
    std::uint32_t line_ = 0;
    bool all_ascii_ = true;
    bool may_have_escapes_ = true;
    bool is_ascii_ = true;  // the line
};

/// simdjson's errors come as its exception. False if the text is too deep to go on.
class JsonWalk {
public:
    JsonWalk(JsonPlaces& places, Assembler& assembler) : places_(places), assembler_(assembler) {}

    bool value(simdjson::ondemand::value& value);
    /// Its entries one by one, as parts of the mapping that is open.
    bool fields(simdjson::ondemand::object object);
    bool elements(simdjson::ondemand::array array);

private:
    void key(simdjson::ondemand::field& field);
    std::optional<std::string_view> plain_text(const char* begin) const;
    void quoted(const char* begin, std::string_view text);
    void escaped(const char* begin, std::string_view text);
    void word(std::string_view raw);

    JsonPlaces& places_;
    Assembler& assembler_;
};

}  // namespace concordat
