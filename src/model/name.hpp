#pragma once
// A Name is a word that occurs in a protocol or a log, kept once: an id (of a body, a role, a document, a rule, a record),
// an act, the label of an edition, a subject. Two names are equal exactly if their texts are; nothing else is asked of them
// while an audit runs. Names are handed out by one table for a whole run, in the order in which the words first come up,
// so their numbers mean nothing: whatever is sorted for people is sorted by text.
//
// There may be as many names as records, so a name costs its letters and some 15 bytes: the texts stand one after the other in
// blocks that never move, and the table (open addressing) holds numbers only. A log may come from a stranger who chose its ids
// so that they meet in one place of the table. Where a look-up takes too many steps, the table is therefore laid out anew with
// another hash; nobody can choose words that meet under all of them.

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "source/great_pages.hpp"
#include "source/hash.hpp"

namespace concordat {

enum class Name : std::uint32_t { none = 0 };

class Names {
public:
    Names();
    Names(const Names&) = delete;
    Names& operator=(const Names&) = delete;

    Name intern(std::string_view text) { return intern(text, hash(text)); }
    /// That these texts will be interned soon. Where they stand, or will, lies anywhere in memory: it is on its way then while
    /// other work is done. They know then what they need to be interned quickly.
    struct Expected {
        std::string_view text;
        std::uint32_t hash = 0;
        std::uint32_t layout = 0;  // of the table, when the hash was taken
    };
    void expect(std::span<Expected> words);
    Name intern_expected(const Expected& word) { return intern(word.text, word.layout == layout_ ? word.hash : hash(word.text)); }
    /// That there will be so many in all, as far as can be told now: the table grows at once to what they need.
    void expect_in_all(std::size_t count) { in_all_ = count; }
    /// Name::none if the word has not come up.
    Name find(std::string_view text) const;
    /// Valid as long as the table.
    std::string_view text(Name name) const;
    std::size_t size() const { return places_.size(); }

    /// How many places of the table `intern` has looked at in all. For tests.
    std::uint64_t steps() const { return steps_; }
    /// The hash of the table as it is now laid out. For tests, which look for words that meet.
    std::uint32_t hash(std::string_view text) const { return hash_(text); }

private:
    struct Slot {
        std::uint32_t name = 0;  // 0: free
        std::uint32_t hash = 0;  // so that few texts need to be compared, and none when the table grows
    };
    /// Where a text stands: its block and its place in it. Its length stands before it.
    using Place = std::uint32_t;

    /// Where the text stands or would stand, and after how many steps that was known.
    struct Found {
        std::size_t slot;
        std::size_t steps;
    };
    Name intern(std::string_view text, std::uint32_t hash);
    /// The slots where a text may stand: all of one row, which is what the processor fetches at once, then those of rows ever
    /// further on.
    class Walk {
    public:
        static constexpr std::size_t row = 8;

        Walk(std::uint32_t hash, std::size_t slots)
            : rows_(slots / row), row_((std::uint64_t{hash} * rows_) >> 32U), begin_(hash % row) {}

        std::size_t slot() const { return row_ * row + (begin_ + step_) % row; }
        void go_on() {
            if (++step_ % row == 0) row_ = (row_ + step_ / row) % rows_;
        }
        /// How many slots it has come by, with this one.
        std::size_t steps() const { return step_ + 1; }

    private:
        std::size_t rows_, row_, begin_, step_ = 0;
    };
    Found look_up(std::string_view text, std::uint32_t hash) const;
    const char* at(Name name) const;
    Place keep(std::string_view text);
    void grow();
    void lay_out_anew();
    void put(Slot slot);

    std::vector<std::unique_ptr<char[]>> blocks_;
    std::size_t used_ = 0;  // of the last block
    std::vector<Place> places_;
    std::vector<Slot, GreatPages<Slot>> slots_;  // whole rows, at most 4/5 full
    WordHash hash_;
    std::uint32_t layout_ = 0;  // how often it has been laid out anew
    std::uint64_t steps_ = 0;
    std::size_t in_all_ = 0;  // names that are expected
};

/// As in the standard library from C++26 on.
inline std::string operator+(std::string left, std::string_view right) { return left.append(right); }
inline std::string operator+(std::string_view left, const std::string& right) { return std::string{left}.append(right); }
inline std::string operator+(std::string_view left, const char* right) { return std::string{left}.append(right); }

}  // namespace concordat

template <>
struct std::hash<concordat::Name> {
    std::size_t operator()(concordat::Name name) const noexcept { return static_cast<std::size_t>(name) * 0x9E3779B97F4A7C15ull; }
};
