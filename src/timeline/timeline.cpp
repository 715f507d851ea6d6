#include "timeline/timeline.hpp"

#include <algorithm>
#include <numeric>

namespace concordat {

Timeline::Timeline(const Log& log, const Names& names, std::vector<RecordIndex> counted)
    : log_(log), all_(std::move(counted)), rank_(log.records.size(), not_counted) {
    std::sort(all_.begin(), all_.end(), [&](RecordIndex a, RecordIndex b) {
        const Record& left = log.at(a);
        const Record& right = log.at(b);
        if (left.date.first != right.date.first) return left.date.first < right.date.first;
        if (left.date.last != right.date.last) return left.date.last < right.date.last;
        return names.text(left.id) < names.text(right.id);
    });
    for (std::size_t i = 0; i < all_.size(); ++i) {
        rank_[static_cast<std::size_t>(all_[i])] = static_cast<std::uint32_t>(i);
        by_act_[log.at(all_[i]).act].push_back(all_[i]);
    }
}

std::vector<Name> Timeline::acts() const {
    std::vector<Name> result;
    for (const auto& [act, records] : by_act_) result.push_back(act);
    return result;
}

std::span<const RecordIndex> Timeline::of_act(Name act) const {
    const auto found = by_act_.find(act);
    if (found == by_act_.end()) return {};
    return found->second;
}

std::span<const RecordIndex> Timeline::showing(Name act, Field field, Name value) const {
    const Index& look_up = index(act, field);
    const auto [begin, end] = std::equal_range(look_up.values.begin(), look_up.values.end(), value);
    return std::span(look_up.records)
        .subspan(static_cast<std::size_t>(begin - look_up.values.begin()), static_cast<std::size_t>(end - begin));
}

std::span<const RecordIndex> Timeline::not_saying(Name act, Field field) const { return index(act, field).not_saying; }

const Timeline::Index& Timeline::index(Name act, Field field) const {
    const std::uint64_t key = static_cast<std::uint64_t>(act) << 8 | static_cast<std::uint64_t>(field);
    const auto [place, fresh] = indexes_.try_emplace(key);
    Index& made = place->second;
    if (!fresh) return made;

    std::vector<std::pair<Name, RecordIndex>> shown;
    for (RecordIndex at : of_act(act)) {
        const Record& record = log_.at(at);
        const std::size_t before = shown.size();
        for_each_shown(log_, record, field, [&](Name value) { shown.emplace_back(value, at); });
        const bool partial = field == Field::present ? record.partial_present : record.partial;
        if (may_be_not_stated(field) && (partial || shown.size() == before)) made.not_saying.push_back(at);
    }
    std::sort(shown.begin(), shown.end(), [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : rank(a.second) < rank(b.second);
    });
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    made.values.reserve(shown.size());
    made.records.reserve(shown.size());
    for (const auto& [value, at] : shown) {
        made.values.push_back(value);
        made.records.push_back(at);
    }
    return made;
}

}  // namespace concordat
