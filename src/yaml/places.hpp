// Turns libyaml's marks into spans and looks at the bytes between its events.
//
// libyaml counts lines and code points but forgets bytes. Asked only about ever later places, a cursor that goes through
// the file once knows them too. Of the file only what lies between the cursor and libyaml is held.
#pragma once

#include <yaml.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "source/span.hpp"

namespace concordat {

class Places {
public:
    /// `lines_before`: so many lines of the file stand before what libyaml is given.
    explicit Places(std::uint32_t file, std::uint32_t lines_before = 0) : file_(file), lines_before_(lines_before) {}

    /// What libyaml has been given next.
    void feed(std::string_view bytes);

    /// The point where the event begins; its length is left open.
    Span begin(const yaml_event_t& event) const {
        return {.file = file_,
                .line = static_cast<std::uint32_t>(event.start_mark.line + 1) + lines_before_,
                .column = static_cast<std::uint32_t>(event.start_mark.column + 1)};
    }

    /// With the length on the first line, quotes included; of a block text, that of its `|` or `>`.
    Span of_scalar(const yaml_event_t& event) {
        if (event.start_mark.line != event.end_mark.line || event.data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
            event.data.scalar.style == YAML_FOLDED_SCALAR_STYLE)
            return of_long_scalar(event);
        Span span = begin(event);
        span.length = static_cast<std::uint32_t>(event.end_mark.column - event.start_mark.column);
        return span;
    }

    /// What stands on the event's first line, from where it begins.
    std::string_view first_line(const yaml_event_t& event);

    /// All the bytes of the event. To be asked last about an event: the cursor is then at its end.
    std::string_view whole(const yaml_event_t& event);

    /// Whether a `?` that marks a key stands between the event before and this one. To be asked about every event.
    bool follows_question_mark(const yaml_event_t& event) {
        const bool does = may_hold_question_mark() && has_question_mark_before(event);
        const yaml_mark_t& end = event.type == YAML_SCALAR_EVENT ? event.end_mark : event.start_mark;
        last_end_ = {end.line, end.column};
        return does;
    }
    /// Whether there is a `?` anywhere in what has been fed and not been passed.
    bool may_hold_question_mark() const { return !question_mark_lines_.empty(); }

    /// What has been fed from the beginning of the event's line on; nothing if that is not held any more.
    std::string_view from_line_of(const yaml_event_t& event);
    /// How many line ends have been fed, and how many bytes.
    std::size_t lines() const { return fed_lines_; }
    std::uint64_t bytes() const { return fed_bytes_; }

    /// Whether the file's last line has blanks, nothing else and no end. To be asked at the end.
    bool ends_in_blanks() const;

private:
    struct Point {
        std::size_t line = 0, column = 0;
    };
    static Point point(const yaml_mark_t& mark) { return {mark.line, mark.column}; }

    Span of_long_scalar(const yaml_event_t& event);
    std::size_t offset_of(Point place);
    bool has_question_mark(std::size_t first_line, std::size_t last_line);
    bool has_question_mark_before(const yaml_event_t& event);

    std::uint32_t file_;
    std::uint32_t lines_before_;
    std::string bytes_;                            // from somewhat before the cursor on
    std::deque<std::size_t> question_mark_lines_;  // most lines have none: no need to look
    std::size_t fed_lines_ = 0;                    // line ends in all that has been fed
    std::uint64_t fed_bytes_ = 0;
    Point last_end_;        // of the event before
    std::size_t line_ = 0;  // the cursor
    std::size_t column_ = 0;
    std::size_t offset_ = 0;  // into bytes_
};

}  // namespace concordat
