// Text: the bytes of one input with the name to call it by. Sources: all the inputs of a run; a Span's `file` is an
// index into it.
//
// Lines end with LF or CRLF and nothing else. The start of every 256th line is noted when a line is first asked for:
// logs run to millions of lines, and most are never quoted. So the bytes must not change after that first question, and
// two threads must not ask it at once. Neither type reads a disk or refuses anything: whether the bytes are fit to be
// parsed is for `utf8.hpp` and the parsers to say.
//
// A log may be too large to be held. Then `bytes` is empty, and `open` gives its bytes anew each time it is asked; the lines that
// are to be quoted are best fetched together, since each fetch goes through the file once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "source/bytes.hpp"
#include "source/span.hpp"

namespace concordat {

struct Text {
    std::string name = {};
    std::string bytes = {};
    mutable std::vector<std::size_t> landmarks = {};    // byte offset of lines 1, 257, 513 …; filled by `line`
    std::function<std::unique_ptr<Bytes>()> open = {};  // of a text that is not held
    mutable std::map<std::uint32_t, std::string> fetched = {};

    /// From the beginning.
    std::unique_ptr<Bytes> stream() const { return open ? open() : std::make_unique<HeldBytes>(bytes); }

    /// Without its line end and without a byte order mark; empty if there is no such line.
    std::string_view line(std::uint32_t number) const;
    /// Reads these lines, so that `line` need not go through the file for each.
    void fetch(std::vector<std::uint32_t> numbers) const;
};

class Sources {
public:
    /// The index by which spans refer to this text.
    std::uint32_t add(Text text);

    /// Valid as long as the Sources, whatever is added later.
    const Text& at(std::uint32_t file) const;

    std::size_t size() const { return texts_.size(); }

private:
    std::deque<Text> texts_;
};

}  // namespace concordat
