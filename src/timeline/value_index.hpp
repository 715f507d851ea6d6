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

    void sort(std::size_t begin, std::size_t end, std::vector<Entry>& entries);

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

    // While they are being put in, a part's begin stands one place too far, where the part before it ends at last.
    begins_.assign(part_of(Value{greatest_}) + 3, 0);
    for (const Entry& entry : shown) ++begins_[part_of(entry.value) + 2];
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    values_.resize(shown.size());
    items_.resize(shown.size());
    for (const Entry& entry : shown) {
        const std::uint32_t place = begins_[part_of(entry.value) + 1]++;
        values_[place] = entry.value;
        items_[place] = entry.item;
    }
    begins_.pop_back();

    std::vector<Entry> part_entries;
    std::uint32_t kept = 0;
    for (std::size_t part = 0; part + 1 < begins_.size(); ++part) {
        const std::uint32_t begin = begins_[part], end = begins_[part + 1];
        if (shift_ > 0 && !std::is_sorted(values_.begin() + begin, values_.begin() + end)) sort(begin, end, part_entries);
        begins_[part] = kept;
        for (std::uint32_t at = begin; at < end; ++at) {
            if (at != begin && values_[at] == values_[kept - 1] && items_[at] == items_[kept - 1]) continue;  // shown twice
            values_[kept] = values_[at];
            items_[kept++] = items_[at];
        }
    }
    begins_.back() = kept;
    values_.resize(kept);
    items_.resize(kept);
}

/// One part of the directory.
template <typename Value, typename Item>
void IndexBy<Value, Item>::sort(std::size_t begin, std::size_t end, std::vector<Entry>& entries) {
    entries.clear();
    for (std::size_t at = begin; at < end; ++at) entries.push_back({values_[at], items_[at]});
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.value < b.value; });
    for (std::size_t at = begin; at < end; ++at) {
        values_[at] = entries[at - begin].value;
        items_[at] = entries[at - begin].item;
    }
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
