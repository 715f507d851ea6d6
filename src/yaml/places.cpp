#include "yaml/places.hpp"

#include <algorithm>

#include "source/utf8.hpp"

namespace concordat {

Span Places::of_long_scalar(const yaml_event_t& event) {
    const yaml_scalar_style_t style = event.data.scalar.style;
    const bool block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
    std::string_view shown = first_line(event);
    if (block) shown = shown.substr(0, shown.find_first_of(" \t"));
    shown = shown.substr(0, shown.find_last_not_of(" \t") + 1);
    Span span = begin(event);
    span.length = static_cast<std::uint32_t>(count_code_points(shown));
    return span;
}

std::string_view Places::first_line(const yaml_event_t& event) {
    const std::string_view rest = std::string_view(bytes_).substr(offset_of(point(event.start_mark)));
    return rest.substr(0, rest.find_first_of("\r\n"));
}

std::string_view Places::whole(const yaml_event_t& event) {
    const std::size_t begin = offset_of(point(event.start_mark));
    return std::string_view(bytes_).substr(begin, offset_of(point(event.end_mark)) - begin);
}

std::string_view Places::from_line_of(const yaml_event_t& event) {
    const std::size_t begin = offset_of(point(event.start_mark));
    const std::size_t end_before = begin == 0 ? std::string::npos : bytes_.rfind('\n', begin - 1);
    return end_before == std::string::npos ? std::string_view{} : std::string_view(bytes_).substr(end_before + 1);
}

bool Places::ends_in_blanks() const {
    const std::size_t last = bytes_.find_last_not_of(" \t");
    return last != std::string::npos && last + 1 != bytes_.size() && bytes_[last] == '\n';
}

void Places::feed(std::string_view bytes) {
    constexpr std::size_t much = std::size_t{1} << 18U;
    if (bytes_.size() > much) {
        offset_of(last_end_);
        bytes_.erase(0, offset_);
        offset_ = 0;
    }
    bytes_ += bytes;
    fed_bytes_ += bytes.size();
    if (bytes.find('?') == std::string_view::npos) {
        fed_lines_ += count_lines(bytes);
        return;
    }
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        if (bytes.substr(0, end).find('?') != std::string_view::npos) question_mark_lines_.push_back(fed_lines_);
        if (end == bytes.size()) break;
        ++fed_lines_;
        bytes.remove_prefix(end + 1);
    }
}

bool Places::has_question_mark(std::size_t first_line, std::size_t last_line) {
    while (!question_mark_lines_.empty() && question_mark_lines_.front() < first_line) question_mark_lines_.pop_front();
    return !question_mark_lines_.empty() && question_mark_lines_.front() <= last_line;
}

bool Places::has_question_mark_before(const yaml_event_t& event) {
    if (!has_question_mark(last_end_.line, event.start_mark.line)) return false;
    const std::size_t begin = offset_of(last_end_);
    std::string_view between = std::string_view(bytes_).substr(begin, offset_of(point(event.start_mark)) - begin);
    while (!between.empty()) {
        const std::size_t found = between.find_first_of("?#");
        if (found == std::string_view::npos) return false;
        if (between[found] == '?') return true;
        between.remove_prefix(std::min(between.find('\n', found), between.size()));  // a comment
    }
    return false;
}

std::size_t Places::offset_of(Point place) {
    const std::string_view bytes = bytes_;
    for (; line_ < place.line; ++line_) {
        const std::size_t end = bytes.find('\n', offset_);
        offset_ = end == std::string_view::npos ? bytes.size() : end + 1;
        column_ = 0;
    }
    for (; column_ < place.column && offset_ < bytes.size(); ++column_) offset_ += decode(bytes.substr(offset_)).size;
    return offset_;
}

}  // namespace concordat
