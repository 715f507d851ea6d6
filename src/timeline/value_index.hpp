#pragma once
// Which records show a value: the values side by side in order, each with its record, and over them a directory by the leading
// bits of the value, so that a look-up reads two or three places that lie close together where names came up together. It is made
// by counting and needs 12 bytes for each value that a record shows, however many names there are. Where all values fall into
// one part of the directory, a look-up is a binary search. It serves for any two things that are kept as numbers of 32 bits.

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "model/record.hpp"

namespace concordat {

template <typename Value, typename Item>
class IndexBy {
public:
    struct Entry {
        Value value;
        Item item;
        friend bool operator==(const Entry&, const Entry&) = default;
    };

    IndexBy() = default;
    /// The items of one value keep the order in which they are given.
    explicit IndexBy(const std::vector<Entry>& shown);

    std::span<const Item> showing(Value value) const;

private:
    std::size_t part_of(Value value) const { return (static_cast<std::uint32_t>(value) - least_) >> shift_; }

    std::uint32_t least_ = 0;
    std::uint32_t greatest_ = 0;
    unsigned shift_ = 0;
    std::vector<std::uint32_t> begins_;  // of each part of the directory, and one more
    std::vector<Value> values_;
    std::vector<Item> items_;
};

using ValueIndex = IndexBy<Name, RecordIndex>;

template <typename Value, typename Item>
IndexBy<Value, Item>::IndexBy(const std::vector<Entry>& shown) {
    if (shown.empty()) return;
    const auto by_value = [](const Entry& a, const Entry& b) { return a.value < b.value; };
    const auto [least, greatest] = std::minmax_element(shown.begin(), shown.end(), by_value);
    least_ = static_cast<std::uint32_t>(least->value);
    greatest_ = static_cast<std::uint32_t>(greatest->value);
    while ((greatest_ - least_) >> shift_ > shown.size()) ++shift_;

    begins_.assign(part_of(Value{greatest_}) + 2, 0);
    for (const Entry& entry : shown) ++begins_[part_of(entry.value) + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    std::vector<Entry> sorted(shown.size());
    {
        std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
        for (const Entry& entry : shown) sorted[next[part_of(entry.value)]++] = entry;
    }
    values_.reserve(sorted.size());
    items_.reserve(sorted.size());
    for (std::size_t part = 0; part + 1 < begins_.size(); ++part) {
        const auto begin = sorted.begin() + begins_[part];
        const auto end = sorted.begin() + begins_[part + 1];
        if (shift_ > 0 && !std::is_sorted(begin, end, by_value)) std::stable_sort(begin, end, by_value);
        begins_[part] = static_cast<std::uint32_t>(values_.size());
        for (auto at = begin; at != end; ++at) {
            if (at != begin && *at == *(at - 1)) continue;  // a record shows it twice
            values_.push_back(at->value);
            items_.push_back(at->item);
        }
    }
    begins_.back() = static_cast<std::uint32_t>(values_.size());
}

template <typename Value, typename Item>
std::span<const Item> IndexBy<Value, Item>::showing(Value value) const {
    const auto number = static_cast<std::uint32_t>(value);
    if (begins_.empty() || number < least_ || number > greatest_) return {};
    const std::size_t part = part_of(value);
    const auto begin = values_.begin() + begins_[part];
    const auto [first, last] = std::equal_range(begin, values_.begin() + begins_[part + 1], value);
    return std::span(items_).subspan(static_cast<std::size_t>(first - values_.begin()), static_cast<std::size_t>(last - first));
}

}  // namespace concordat
