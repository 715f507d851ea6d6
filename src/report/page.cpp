#include "report/page.hpp"

#include <algorithm>

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
std::string harmless(const std::string& line) {
    const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view text = std::string_view(line).substr(begin);
    if (!text.starts_with("::")) return line;
    return line.substr(0, begin) + '\\' + std::string(text);
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
        const bool fits = count_code_points(line) + count_code_points(part) + 5 <= width;
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
    while (true) {
        const std::size_t begin = text.find_first_not_of(' ');
        if (begin == std::string_view::npos) return lines;
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        const std::size_t length = count_code_points(word);
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

void Page::row(Indent indent, std::string_view text, std::string_view right) {
    std::string words(text);
    std::replace(words.begin(), words.end(), '\n', ' ');
    rows_.push_back({.indent = indent, .text = printable(words), .right = printable(right)});
}

void Page::line(Indent indent, std::string_view text) {
    row(indent, text, "");
    rows_.back().folded = false;
}

void Page::parts(const std::vector<std::string>& parts) {
    rows_.emplace_back();
    for (const std::string& part : parts) rows_.back().parts.push_back(printable(part));
}

void Page::blank() { rows_.emplace_back(); }

void Page::paint(Colour colour, std::size_t length) {
    rows_.back().colour = colour;
    rows_.back().painted = length;
}

std::string Page::print(std::size_t width, bool colours) const {
    struct Laid {
        std::vector<std::string> lines;
        std::size_t used = 0;  // of the last line
    };
    std::vector<Laid> laid;
    laid.reserve(rows_.size());
    std::size_t column = 0;  // where the right one begins: behind the longest text that leaves room for it
    for (const Row& row : rows_) {
        Laid lines;
        if (!row.parts.empty())
            lines.lines = fold_between(row.parts, width);
        else if (row.folded)
            lines.lines = fold(row.text, row.indent, width);
        else
            lines.lines = {blanks(row.indent.first) + row.text};
        lines.used = count_code_points(lines.lines.back()) + gap;
        if (!row.right.empty() && lines.used + count_code_points(row.right) <= width) column = std::max(column, lines.used);
        laid.push_back(std::move(lines));
    }

    std::string out;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const Row& row = rows_[i];
        Laid& lines = laid[i];
        if (!row.right.empty()) {
            const std::size_t length = count_code_points(row.right);
            const std::size_t last = width > length ? width - length : 0;  // where it still fits
            if (lines.used > last)
                lines.lines.push_back(blanks(row.indent.rest) + row.right);
            else
                lines.lines.back() += blanks(std::min(column, last) + gap - lines.used) + row.right;
        }
        if (colours && row.painted > 0) {
            std::string& first = lines.lines.front();
            first.insert(offset_of(first, row.indent.first + row.painted), "\x1b[0m");
            first.insert(row.indent.first, escape(row.colour));
        }
        for (const std::string& line : lines.lines) out += harmless(line) + '\n';
    }
    return out;
}

}  // namespace concordat
