// The words that a protocol has, and what they are: nearly all words of its logs are among these few hundred and are found here
// by their letters, without the table of all names. It never changes, so several threads may ask at once.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "load/kinds.hpp"
#include "model/name.hpp"
#include "source/letters.hpp"

namespace concordat {

class KnownWords {
public:
    struct Word {
        std::string_view text;  // which must live as long as this
        Name name = Name::none;
        Kinds kinds = kinds::none;
    };

    KnownWords() = default;
    explicit KnownWords(std::span<const Word> words) {
        while (entries_.size() < 4 * words.size()) entries_.resize(2 * entries_.size());
        for (const Word& word : words) {
            const Letters letters = letters_of(word.text);
            std::size_t at = place(letters);
            while (!entries_[at].word.text.empty()) at = next(at);
            entries_[at] = {letters, word};
        }
    }

    /// Null if it is not among them.
    const Word* find(std::string_view text) const {
        const Letters letters = letters_of(text);
        for (std::size_t at = place(letters); !entries_[at].word.text.empty(); at = next(at))
            if (entries_[at].letters == letters && (text.size() <= 16 || entries_[at].word.text == text))
                return &entries_[at].word;
        return nullptr;
    }

private:
    /// The first eight letters, the last eight, and how many there are: of up to sixteen, all of them.
    struct Letters {
        std::uint64_t head = 0, tail = 0;
        std::size_t size = 0;
        friend bool operator==(const Letters&, const Letters&) = default;
    };
    struct Entry {
        Letters letters;
        Word word;
    };

    static Letters letters_of(std::string_view text) {
        const std::size_t size = text.size();
        if (size < 8) return {up_to_seven_letters(text), 0, size};
        return {letters_at<std::uint64_t>(text.data()), letters_at<std::uint64_t>(text.data() + size - 8), size};
    }
    std::size_t place(const Letters& letters) const {
        const std::uint64_t mixed = (letters.head + letters.size) * 0x9E3779B97F4A7C15U ^ letters.tail * 0xC2B2AE3D27D4EB4FU;
        return ((mixed * 0x9E3779B97F4A7C15U) >> 32U) & (entries_.size() - 1);
    }
    std::size_t next(std::size_t at) const { return (at + 1) & (entries_.size() - 1); }

    std::vector<Entry> entries_ = std::vector<Entry>(16);  // a power of two, at most a quarter full
};

}  // namespace concordat
