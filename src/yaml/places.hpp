// Turns libyaml's marks into spans and looks at the bytes between its events.
//
// libyaml counts lines and code points but forgets bytes. Asked only about ever later places, a cursor that goes through
// the file once knows them too.
#pragma once

#include <yaml.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "source/span.hpp"

namespace concordat {

class Places {
public:
    Places(std::string_view bytes, std::uint32_t file) : bytes_(bytes), file_(file) {}

    /// The point where the event begins; its length is left open.
    Span begin(const yaml_event_t& event) const;

    /// With the length on the first line, quotes included; of a block text, that of its `|` or `>`.
    Span of_scalar(const yaml_event_t& event);

    /// What stands on the event's first line, from where it begins.
    std::string_view first_line(const yaml_event_t& event);

    /// All the bytes of the event. To be asked last about an event: the cursor is then at its end.
    std::string_view whole(const yaml_event_t& event);

    /// Whether a `?` that marks a key stands between the event before and this one. To be asked about every event.
    bool follows_question_mark(const yaml_event_t& event);

    /// Whether the file's last line has blanks, nothing else and no end.
    bool ends_in_blanks() const;

private:
    std::size_t offset_of(const yaml_mark_t& mark);

    std::string_view bytes_;
    std::uint32_t file_;
    bool has_question_mark_ = bytes_.find('?') != std::string_view::npos;  // most files have none: no need to look
    yaml_mark_t last_end_ = {};
    std::size_t line_ = 0;
    std::size_t column_ = 0;
    std::size_t offset_ = 0;
};

}  // namespace concordat
