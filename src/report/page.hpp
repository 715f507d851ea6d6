#pragma once
// A page of text with two columns: what there is to say on the left, where to find it on the right. Long texts are folded at
// blanks; ids, places and records that are to be copied are never cut. Whatever is written on it is made harmless first
// (printable), so nothing that comes from a log or a protocol can act on a terminal. It knows nothing of reports. A page may be
// long: what is written is laid out at once and kept as the text that it is; only where the right column begins is not known
// before the end.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "source/bytes.hpp"

namespace concordat {

enum class Colour : std::uint8_t { none, red, yellow, green, dim, bold };

/// Of the first `length` characters of a row, where colours are wanted.
struct Paint {
    Colour colour = Colour::none;
    std::size_t length = 0;
};

class Page {
public:
    /// `first` on the first line, the others under it.
    struct Indent {
        std::size_t first = 0;
        std::size_t rest = 0;
    };

    explicit Page(std::size_t width, bool colours = false) : width_(width), colours_(colours) {}

    void paragraph(Indent indent, std::string_view text);
    /// `right` stands behind the last line of `text`, or under it where there is no room.
    void row(Indent indent, std::string_view text, std::string_view right, Paint paint = {});
    /// Not folded, however long.
    void line(Indent indent, std::string_view text);
    /// Joined by middle dots; where the line is too long it is broken between them.
    void parts(const std::vector<std::string>& parts);
    void blank();

    /// What another page of the same width says, below what this one does.
    void append(Page other);

    bool empty() const { return ended_.empty() && sheet_.text.empty(); }
    /// Gives away what has been written, in large pieces; the page is empty then.
    void print(const Out& out);
    /// The same in one piece.
    std::string print();

private:
    /// Where the right column follows, as far behind the text as will be known in the end.
    struct Gap {
        std::size_t offset = 0;
        std::uint32_t used = 0;  // by the text before it and the least distance
        std::uint32_t last = 0;  // the last column where it fits
    };
    /// A part of a page. A page that was put together of others has several.
    struct Sheet {
        std::string text;
        std::vector<Gap> gaps;
    };

    void add_painted(std::size_t blanks, std::string_view line, Paint paint);
    void add_right(Indent indent, std::size_t used, std::string_view right);
    void end_sheet();

    std::size_t width_;
    bool colours_;
    std::vector<Sheet> ended_;
    Sheet sheet_;               // the one that is written on
    std::uint32_t column_ = 0;  // where the right one begins: behind the longest text that leaves room for it
};

/// The text in lines of at most `width` characters, the first one with so many blanks before it, the others with so many. A word
/// that is longer than a line has a line to itself.
std::vector<std::string> fold(std::string_view text, Page::Indent indent, std::size_t width);

}  // namespace concordat
