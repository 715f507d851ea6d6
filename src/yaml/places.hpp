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
    explicit Places(std::uint32_t file) : file_(file) {}

    /// What libyaml has been given next.
    void feed(std::string_view bytes);

    /// The point where the event begins; its length is left open.
    Span begin(const yaml_event_t& event) const;

    /// With the length on the first line, quotes included; of a block text, that of its `|` or `>`.
    Span of_scalar(const yaml_event_t& event);

    /// What stands on the event's first line, from where it begins.
    std::string_view first_line(const yaml_event_t& event);

    /// All the bytes of the event. To be asked last about an event: the cursor is then at its end.
    std::string_view whole(const yaml_event_t& event);

    /// Whether a `?` that marks a key stands between the event before and this one. To be asked about every event.
    bool follows_question_mark(const yaml_event_t& event) {
        const yaml_mark_t from = last_end_;
        last_end_ = event.type == YAML_SCALAR_EVENT ? event.end_mark : event.start_mark;
        return may_hold_question_mark() && has_question_mark_before(event, from);
    }
    /// Whether there is a `?` anywhere in what has been fed and not been passed.
    bool may_hold_question_mark() const { return !question_mark_lines_.empty(); }

    /// Whether the file's last line has blanks, nothing else and no end. To be asked at the end.
    bool ends_in_blanks() const;

private:
    std::size_t offset_of(const yaml_mark_t& mark);
    bool has_question_mark(std::size_t first_line, std::size_t last_line);
    bool has_question_mark_before(const yaml_event_t& event, const yaml_mark_t& from);

    std::uint32_t file_;
    std::string bytes_;                            // from somewhat before the cursor on
    std::deque<std::size_t> question_mark_lines_;  // most lines have none: no need to look
    std::size_t fed_lines_ = 0;                    // line ends in all that has been fed
    yaml_mark_t last_end_ = {};
    std::size_t line_ = 0;  // the cursor
    std::size_t column_ = 0;
    std::size_t offset_ = 0;  // into bytes_
};

}  // namespace concordat
