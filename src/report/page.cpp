#include "report/page.hpp"

#include <algorithm>
#include <utility>

#include "report/plain.hpp"
#include "source/utf8.hpp"

namespace concordat {
namespace {

constexpr std::size_t gap = 2;  // blanks between the columns

std::string_view escape(Colour colour) {
    switch (colour) {
        case Colour::none: return "";
        case Colour::red: return "\x1b[31m";
        case Colour::yellow: return "\x1b[33m";
        case Colour::green: return "\x1b[32m";
        case Colour::dim: return "\x1b[2m";
        case Colour::bold: return "\x1b[1m";
    }
    return "";
}

/// A line that begins with `::` is a command to the consoles of some CI services.
void add_harmless(std::string& out, std::string_view line) {
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view text = line.substr(begin);
    out.append(line.substr(0, begin)).append(text.starts_with("::") ? "\\" : "").append(text);
}

void add_line(std::string& out, std::string_view line) {
    add_harmless(out, line);
    out += '\n';
}

std::string blanks(std::size_t count) { return std::string(count, ' '); }

std::vector<std::string> fold_between(const std::vector<std::string>& parts, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    const auto end_line = [&](std::string_view ending) {
        for (std::string& folded : fold(line + std::string(ending), {lines.empty() ? 0U : 2U, 2}, width))
            lines.push_back(std::move(folded));
        line.clear();
    };
    for (const std::string& part : parts) {
        const bool fits = count_characters(line) + count_characters(part) + 5 <= width;
        if (!line.empty() && !fits) end_line(" ·");
        line += (line.empty() ? "" : " · ") + part;
    }
    end_line("");
    return lines;
}

/// The offset behind so many characters of valid UTF-8.
std::size_t offset_of(std::string_view text, std::size_t characters) {
    std::size_t offset = 0;
    while (characters-- > 0 && offset < text.size()) offset += std::max<std::size_t>(decode(text.substr(offset)).size, 1);
    return offset;
}

}  // namespace

std::vector<std::string> fold(std::string_view text, Page::Indent indent, std::size_t width) {
    std::vector<std::string> lines{blanks(indent.first)};
    std::size_t column = indent.first;
    bool fresh = true;  // no word in the line yet
    const bool plain = is_plain(text);
    while (true) {
        const std::size_t begin = text.find_first_not_of(' ');
        if (begin == std::string_view::npos) return lines;
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        const std::size_t length = plain ? word.size() : count_code_points(word);
        text.remove_prefix(end);
        if (!fresh && column + begin + length > width) {
            lines.push_back(blanks(indent.rest));
            column = indent.rest;
            fresh = true;
        }
        const std::size_t space = fresh && lines.size() > 1 ? 0 : begin;
        lines.back().append(space, ' ').append(word);
        column += space + length;
        fresh = false;
    }
}

void Page::paragraph(Indent indent, std::string_view text) { row(indent, text, ""); }

void Page::row(Indent indent, std::string_view text, std::string_view right, Paint paint) {
    std::vector<std::string> lines = fold(printable_on_one_line(text), indent, width_);
    const std::size_t used = count_characters(lines.back()) + gap;
    if (colours_ && paint.length > 0) {
        std::string& first = lines.front();
        first.insert(offset_of(first, indent.first + paint.length), "\x1b[0m");
        first.insert(indent.first, escape(paint.colour));
    }
    for (const std::string& line : lines) add_line(out_, line);
    if (!right.empty()) add_right(indent, used, is_plain(right) ? std::string(right) : printable(right));
}

/// Behind the line written last.
void Page::add_right(Indent indent, std::size_t used, const std::string& right) {
    const std::size_t length = count_characters(right);
    const std::size_t last = width_ > length ? width_ - length : 0;
    if (used > last) {
        add_line(out_, blanks(indent.rest) + right);
        return;
    }
    out_.pop_back();
    gaps_.push_back({out_.size(), static_cast<std::uint32_t>(used), static_cast<std::uint32_t>(last)});
    column_ = std::max(column_, gaps_.back().used);
    const std::size_t before = out_.find_last_not_of(' ');
    const bool begins_line = before == std::string::npos || out_[before] == '\n';
    if (begins_line)
        add_harmless(out_, right);
    else
        out_ += right;
    out_ += '\n';
}

void Page::line(Indent indent, std::string_view text) { add_line(out_, blanks(indent.first) + printable_on_one_line(text)); }

void Page::parts(const std::vector<std::string>& parts) {
    std::vector<std::string> harmless_parts;
    for (const std::string& part : parts) harmless_parts.push_back(printable(part));
    for (const std::string& line : fold_between(harmless_parts, width_)) add_line(out_, line);
}

void Page::blank() { out_ += '\n'; }

std::size_t Page::room() const { return out_.size() + gaps_.size() * (width_ + gap); }

void Page::make_room(std::size_t size) { out_.reserve(room() + size); }

void Page::append(Page other) {
    for (const Gap& at : other.gaps_) gaps_.push_back({at.offset + out_.size(), at.used, at.last});
    column_ = std::max(column_, other.column_);
    out_ += other.out_;
}

std::string Page::print() {
    const auto blanks_of = [&](const Gap& at) { return std::min(column_, at.last) + gap - at.used; };
    std::size_t end = out_.size();
    std::size_t shift = 0;
    for (const Gap& at : gaps_) shift += blanks_of(at);
    out_.resize(end + shift);
    for (; !gaps_.empty(); gaps_.pop_back()) {  // from the end, so that every part is moved once
        const Gap& at = gaps_.back();
        const auto place = [&](std::size_t offset) { return out_.begin() + static_cast<std::ptrdiff_t>(offset); };
        std::copy_backward(place(at.offset), place(end), place(end + shift));
        shift -= blanks_of(at);
        std::fill(place(at.offset + shift), place(at.offset + shift + blanks_of(at)), ' ');
        end = at.offset;
    }
    column_ = 0;
    return std::exchange(out_, {});
}

}  // namespace concordat
