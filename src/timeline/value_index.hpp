#pragma once
// Which records show a value: the values side by side in order, each with its record, and over them a directory by the leading
// bits of the value, so that a look-up reads two or three places that lie close together where names came up together. It is made
// by counting and needs 12 bytes for each value that a record shows, however many names there are. Where all values fall into
// one part of the directory, a look-up is a binary search.

#include <cstdint>
#include <span>
#include <vector>

#include "model/record.hpp"

namespace concordat {

class ValueIndex {
public:
    struct Entry {
        Name value;
        RecordIndex record;
        friend bool operator==(const Entry&, const Entry&) = default;
    };

    ValueIndex() = default;
    /// The records of one value keep the order in which they are given.
    explicit ValueIndex(const std::vector<Entry>& shown);

    std::span<const RecordIndex> showing(Name value) const;

private:
    std::size_t part_of(Name value) const { return (static_cast<std::uint32_t>(value) - least_) >> shift_; }

    std::uint32_t least_ = 0;
    std::uint32_t greatest_ = 0;
    unsigned shift_ = 0;
    std::vector<std::uint32_t> begins_;  // of each part of the directory, and one more
    std::vector<Name> values_;
    std::vector<RecordIndex> records_;
};

}  // namespace concordat
