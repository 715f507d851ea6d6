#pragma once
// A page of text with two columns: what there is to say on the left, where to find it on the right. Long texts are folded at
// blanks; ids, places and records that are to be copied are never cut. Whatever is written on it is made harmless first
// (printable), so nothing that comes from a log or a protocol can act on a terminal. It knows nothing of reports.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

enum class Colour : std::uint8_t { none, red, yellow, green, dim, bold };

class Page {
public:
    /// `first` on the first line, the others under it.
    struct Indent {
        std::size_t first = 0;
        std::size_t rest = 0;
    };

    void paragraph(Indent indent, std::string_view text);
    /// `right` stands behind the last line of `text`, or under it where there is no room.
    void row(Indent indent, std::string_view text, std::string_view right);
    /// Not folded, however long.
    void line(Indent indent, std::string_view text);
    /// Joined by middle dots; where the line is too long it is broken between them.
    void parts(const std::vector<std::string>& parts);
    void blank();
    /// The first `length` characters of the row written last, where colours are wanted.
    void paint(Colour colour, std::size_t length);

    bool empty() const { return rows_.empty(); }
    std::string print(std::size_t width, bool colours) const;

private:
    struct Row {
        Indent indent;
        std::string text;
        std::string right;
        std::vector<std::string> parts;  // instead of `text`
        bool folded = true;
        Colour colour = Colour::none;
        std::size_t painted = 0;
    };

    std::vector<Row> rows_;
};

/// The text in lines of at most `width` characters, the first one with so many blanks before it, the others with so many. A word
/// that is longer than a line has a line to itself.
std::vector<std::string> fold(std::string_view text, Page::Indent indent, std::size_t width);

}  // namespace concordat
