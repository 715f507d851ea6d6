#include "timeline/timeline.hpp"

#include <algorithm>
#include <utility>

#include "timeline/order.hpp"
#include "timeline/side_by_side.hpp"

namespace concordat {

Timeline::Timeline(const Log& log, const Names& names, std::vector<RecordIndex> counted)
    : log_(log),
      all_(std::move(counted)),
      ids_looked_at_(put_in_order(all_, log, names)),
      rank_(log.records.size(), not_counted) {
    side_by_side(threads_for(all_.size(), 2), 2, [&](std::size_t, std::size_t part) { part == 0 ? sort_by_act() : rank(); });
}

void Timeline::rank() {
    for (std::size_t i = 0; i < all_.size(); ++i) {
        const DayRange day = date(all_[i]);
        all_exact_ = all_exact_ && day.first == day.last;
        rank_[static_cast<std::size_t>(all_[i])] = static_cast<std::uint32_t>(i);
    }
}

void Timeline::sort_by_act() {
    std::vector<std::uint32_t> places;
    for (RecordIndex record : all_) {
        const auto act = static_cast<std::size_t>(log_.at(record).act);
        if (act >= places.size()) places.resize(act + 1);
        ++places[act];
    }
    acts_.resize(places.size());
    std::uint32_t begin = 0;
    for (std::size_t act = 0; act < places.size(); ++act) {
        if (places[act] == 0) continue;
        acts_[act] = std::make_unique<OfAct>();
        acts_[act]->begin = begin;
        acts_[act]->size = places[act];
        begin += std::exchange(places[act], begin);
    }
    by_act_.resize(all_.size());
    for (RecordIndex record : all_) by_act_[places[static_cast<std::size_t>(log_.at(record).act)]++] = record;
}

std::vector<Name> Timeline::acts() const {
    std::vector<Name> result;
    for (std::size_t act = 0; act < acts_.size(); ++act)
        if (acts_[act]) result.push_back(Name{static_cast<std::uint32_t>(act)});
    return result;
}

std::span<const RecordIndex> Timeline::of_act(Name act) const {
    const OfAct* of = find(act);
    return of ? std::span(by_act_).subspan(of->begin, of->size) : std::span<const RecordIndex>{};
}

const Timeline::LookUp& Timeline::look_up(Name act, Field field) const {
    static const LookUp nothing;
    const OfAct* of = find(act);
    if (!of) return nothing;
    Kept& kept = of->kept[static_cast<std::size_t>(field)];
    if (!kept.known.load(std::memory_order_acquire)) {
        std::call_once(kept.once, [&] { kept.look_up = make_look_up(act, field); });
        kept.known.store(true, std::memory_order_release);
    }
    return kept.look_up;
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
