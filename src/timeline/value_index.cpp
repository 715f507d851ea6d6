#include "timeline/value_index.hpp"

#include <algorithm>

namespace concordat {

ValueIndex::ValueIndex(const std::vector<Entry>& shown) {
    if (shown.empty()) return;
    const auto by_value = [](const Entry& a, const Entry& b) { return a.value < b.value; };
    const auto [least, greatest] = std::minmax_element(shown.begin(), shown.end(), by_value);
    least_ = static_cast<std::uint32_t>(least->value);
    greatest_ = static_cast<std::uint32_t>(greatest->value);
    while ((greatest_ - least_) >> shift_ > shown.size()) ++shift_;

    begins_.assign(part_of(Name{greatest_}) + 2, 0);
    for (const Entry& entry : shown) ++begins_[part_of(entry.value) + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
    std::vector<Entry> sorted(shown.size());
    {
        std::vector<std::uint32_t> next(begins_.begin(), begins_.end() - 1);
        for (const Entry& entry : shown) sorted[next[part_of(entry.value)]++] = entry;
    }
    values_.reserve(sorted.size());
    records_.reserve(sorted.size());
    for (std::size_t part = 0; part + 1 < begins_.size(); ++part) {
        const auto begin = sorted.begin() + begins_[part];
        const auto end = sorted.begin() + begins_[part + 1];
        if (shift_ > 0 && !std::is_sorted(begin, end, by_value)) std::stable_sort(begin, end, by_value);
        begins_[part] = static_cast<std::uint32_t>(values_.size());
        for (auto at = begin; at != end; ++at) {
            if (at != begin && *at == *(at - 1)) continue;  // the record shows it twice
            values_.push_back(at->value);
            records_.push_back(at->record);
        }
    }
    begins_.back() = static_cast<std::uint32_t>(values_.size());
}

std::span<const RecordIndex> ValueIndex::showing(Name value) const {
    const auto number = static_cast<std::uint32_t>(value);
    if (begins_.empty() || number < least_ || number > greatest_) return {};
    const std::size_t part = part_of(value);
    const auto begin = values_.begin() + begins_[part];
    const auto [first, last] = std::equal_range(begin, values_.begin() + begins_[part + 1], value);
    return std::span(records_).subspan(static_cast<std::size_t>(first - values_.begin()), static_cast<std::size_t>(last - first));
}

}  // namespace concordat
