#include "report/page.hpp"

#include <algorithm>
#include <iterator>
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
    if (line.substr(begin).starts_with("::"))
        out.append(begin, ' ').append("\\").append(line.substr(begin));
    else
        out.append(line);
}

void add_line(std::string& out, std::size_t blanks, std::string_view line) {
    out.append(blanks, ' ');
    add_harmless(out, line);
    out += '\n';
}

/// The offset behind so many characters of valid UTF-8.
std::size_t offset_of(std::string_view text, std::size_t characters) {
    std::size_t offset = 0;
    while (characters-- > 0 && offset < text.size()) offset += std::max<std::size_t>(decode(text.substr(offset)).size, 1);
    return offset;
}

/// How much of a text goes on a line: all the words that fit, and one in any case. `plain`: each byte is a character.
std::size_t end_of_line(std::string_view text, std::size_t room, bool plain) {
    const std::size_t reach = plain ? room : offset_of(text, room);
    if (text.size() <= reach) return text.size();
    if (const std::size_t blank = text.rfind(' ', reach); blank != std::string_view::npos)
        if (const std::size_t last = text.find_last_not_of(' ', blank); last != std::string_view::npos) return last + 1;
    return std::min(text.find(' ', text.find_first_not_of(' ')), text.size());
}

/// The lines of a folded text: `visit(blanks, line)`, with so many blanks before it.
template <typename Visit>
void for_each_line(std::string_view text, bool plain, Page::Indent indent, std::size_t width, Visit visit) {
    text = text.substr(0, text.find_last_not_of(' ') + 1);
    for (std::size_t blanks = indent.first;; blanks = indent.rest) {
        const std::size_t end = end_of_line(text, width - std::min(width, blanks), plain);
        visit(blanks, text.substr(0, end));
        if (end == text.size()) return;
        text.remove_prefix(text.find_first_not_of(' ', end));
    }
}

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

}  // namespace

std::vector<std::string> fold(std::string_view text, Page::Indent indent, std::size_t width) {
    std::vector<std::string> lines;
    for_each_line(text, is_plain(text), indent, width,
                  [&](std::size_t blanks, std::string_view line) { lines.emplace_back(blanks, ' ').append(line); });
    return lines;
}

void Page::paragraph(Indent indent, std::string_view text) { row(indent, text, ""); }

void Page::row(Indent indent, std::string_view text, std::string_view right, Paint paint) {
    const bool plain = is_plain(text);
    const std::string made = plain ? std::string{} : printable_on_one_line(text);
    std::size_t used = 0;
    bool to_be_painted = colours_ && paint.length > 0;
    for_each_line(plain ? text : made, plain, indent, width_, [&](std::size_t blanks, std::string_view line) {
        if (to_be_painted)
            add_painted(blanks, line, paint);
        else
            add_line(sheet_.text, blanks, line);
        to_be_painted = false;
        used = blanks + (plain ? line.size() : count_code_points(line)) + gap;
    });
    if (!right.empty()) add_right(indent, used, right);
}

void Page::add_painted(std::size_t blanks, std::string_view line, Paint paint) {
    const std::size_t end = offset_of(line, paint.length);
    sheet_.text.append(blanks, ' ').append(escape(paint.colour)).append(line.substr(0, end)).append("\x1b[0m");
    sheet_.text.append(line.substr(end)) += '\n';
}

/// Behind the line written last.
void Page::add_right(Indent indent, std::size_t used, std::string_view right) {
    const bool plain = is_plain(right);
    const std::string made = plain ? std::string{} : printable(right);
    if (!plain) right = made;
    const std::size_t length = plain ? right.size() : count_code_points(right);
    const std::size_t last = width_ > length ? width_ - length : 0;
    std::string& out = sheet_.text;
    if (used > last) {
        add_line(out, indent.rest, right);
        return;
    }
    out.pop_back();
    sheet_.gaps.push_back({out.size(), static_cast<std::uint32_t>(used), static_cast<std::uint32_t>(last)});
    column_ = std::max(column_, static_cast<std::uint32_t>(used));
    const std::size_t before = out.find_last_not_of(' ');
    const bool begins_line = before == std::string::npos || out[before] == '\n';
    if (begins_line)
        add_harmless(out, right);
    else
        out += right;
    out += '\n';
}

void Page::line(Indent indent, std::string_view text) {
    add_line(sheet_.text, indent.first, is_plain(text) ? text : printable_on_one_line(text));
}

void Page::parts(const std::vector<std::string>& parts) {
    std::vector<std::string> harmless_parts;
    for (const std::string& part : parts) harmless_parts.push_back(printable(part));
    for (const std::string& line : fold_between(harmless_parts, width_)) add_line(sheet_.text, 0, line);
}

void Page::blank() { sheet_.text += '\n'; }

void Page::append(Page other) {
    end_sheet();
    other.end_sheet();
    std::move(other.ended_.begin(), other.ended_.end(), std::back_inserter(ended_));
    column_ = std::max(column_, other.column_);
}

void Page::end_sheet() {
    if (!sheet_.text.empty()) ended_.push_back(std::exchange(sheet_, {}));
}

void Page::print(const Out& out) {
    constexpr std::size_t large = 1U << 16U;
    end_sheet();
    std::string piece;
    for (Sheet& sheet : ended_) {
        std::size_t begin = 0;
        for (const Gap& at : sheet.gaps) {
            piece.append(sheet.text, begin, at.offset - begin).append(std::min(column_, at.last) + gap - at.used, ' ');
            begin = at.offset;
        }
        piece.append(sheet.text, begin);
        sheet = {};  // a long page is not held twice
        if (piece.size() < large) continue;
        out(piece);
        piece.clear();
    }
    if (!piece.empty()) out(piece);
    ended_.clear();
    column_ = 0;
}

std::string Page::print() {
    std::string printed;
    print([&](std::string_view piece) { printed += piece; });
    return printed;
}

}  // namespace concordat
