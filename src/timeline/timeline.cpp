#include "timeline/timeline.hpp"

#include <algorithm>
#include <utility>

#include "timeline/order.hpp"

namespace concordat {

Timeline::Timeline(const Log& log, const Names& names, std::vector<RecordIndex> counted)
    : log_(log),
      all_(std::move(counted)),
      ids_looked_at_(put_in_order(all_, log, names)),
      rank_(log.records.size(), not_counted),
      all_exact_(
          std::all_of(all_.begin(), all_.end(), [&](RecordIndex record) { return date(record).first == date(record).last; })) {
    for (std::size_t i = 0; i < all_.size(); ++i) rank_[static_cast<std::size_t>(all_[i])] = static_cast<std::uint32_t>(i);
    sort_by_act();
}

void Timeline::sort_by_act() {
    Name last = Name::none;
    for (RecordIndex record : all_) last = std::max(last, log_.at(record).act);
    std::vector<Slice> slices(static_cast<std::size_t>(last) + 1);  // acts come up early, so their numbers are small
    const auto slice = [&](RecordIndex record) -> Slice& { return slices[static_cast<std::size_t>(log_.at(record).act)]; };
    for (RecordIndex record : all_) ++slice(record).size;
    std::uint32_t begin = 0;
    for (Slice& one : slices) one.begin = std::exchange(begin, begin + one.size);
    for (std::size_t act = 0; act < slices.size(); ++act)
        if (slices[act].size > 0) acts_.emplace(Name{static_cast<std::uint32_t>(act)}, slices[act]);
    by_act_.resize(all_.size());
    for (RecordIndex record : all_) by_act_[slice(record).begin++] = record;
}

std::vector<Name> Timeline::acts() const {
    std::vector<Name> result;
    for (const auto& [act, records] : acts_) result.push_back(act);
    return result;
}

std::span<const RecordIndex> Timeline::of_act(Name act) const {
    const auto found = acts_.find(act);
    if (found == acts_.end()) return {};
    return std::span(by_act_).subspan(found->second.begin, found->second.size);
}

const Timeline::LookUp& Timeline::look_up(Name act, Field field) const {
    const std::uint64_t key = static_cast<std::uint64_t>(act) << 8 | static_cast<std::uint64_t>(field);
    const auto known = look_ups_.find(key);
    return known != look_ups_.end() ? known->second : look_ups_.emplace(key, make_look_up(act, field)).first->second;
}

Timeline::LookUp Timeline::make_look_up(Name act, Field field) const {
    const auto records = of_act(act);
    const std::size_t most = 8 * records.size() + 1000;
    LookUp made;
    std::vector<ValueIndex::Entry> shown;
    for (RecordIndex at : records) {
        const Record& record = log_.at(at);
        const std::size_t before = shown.size();
        for_each_shown(log_, record, field, [&](Name value) { shown.push_back({value, at}); });
        if (shown.size() > most && shown.size() - before > 8) return {.made = false, .values = {}, .not_saying = {}};
        const bool partial = field == Field::present ? record.partial_present : record.partial;
        if (may_be_not_stated(field) && (partial || shown.size() == before)) made.not_saying.push_back(at);
    }
    made.values = ValueIndex(shown);
    return made;
}

}  // namespace concordat
