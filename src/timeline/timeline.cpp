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
      rank_(log.records.size(), not_counted),
      by_act_(all_.size()) {
    rank_and_sort_by_act();
}

/// In stretches of the order side by side, since all that takes time here is to come by each record.
void Timeline::rank_and_sort_by_act() {
    struct Stretch {
        std::size_t begin = 0, end = 0;
        std::vector<std::uint32_t> places;  // by act: first how many there are, then where the next one goes
        bool all_exact = true;
    };
    std::vector<Stretch> stretches(threads_for(all_.size(), all_.size()));
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        stretches[i].begin = all_.size() * i / stretches.size();
        stretches[i].end = all_.size() * (i + 1) / stretches.size();
    }
    // `visit(stretch, rank, record, act)`
    const auto visit_all = [&](auto visit) {
        side_by_side(stretches.size(), stretches.size(), [&](std::size_t, std::size_t number) {
            Stretch& stretch = stretches[number];
            for (std::size_t rank = stretch.begin; rank < stretch.end; ++rank)
                visit(stretch, rank, all_[rank], static_cast<std::size_t>(log_.at(all_[rank]).act));
        });
    };
    visit_all([this](Stretch& stretch, std::size_t rank, RecordIndex record, std::size_t act) {
        const DayRange day = date(record);
        stretch.all_exact = stretch.all_exact && day.first == day.last;
        rank_[static_cast<std::size_t>(record)] = static_cast<std::uint32_t>(rank);
        if (act >= stretch.places.size()) stretch.places.resize(act + 1);
        ++stretch.places[act];
    });
    for (const Stretch& stretch : stretches) {
        all_exact_ = all_exact_ && stretch.all_exact;
        acts_.resize(std::max(acts_.size(), stretch.places.size()));
    }
    std::uint32_t begin = 0;
    for (std::size_t act = 0; act < acts_.size(); ++act) {
        const std::uint32_t first = begin;
        for (Stretch& stretch : stretches)
            if (act < stretch.places.size()) begin += std::exchange(stretch.places[act], begin);
        if (begin == first) continue;
        acts_[act] = std::make_unique<OfAct>();
        acts_[act]->begin = first;
        acts_[act]->size = begin - first;
    }
    visit_all(
        [this](Stretch& stretch, std::size_t, RecordIndex record, std::size_t act) { by_act_[stretch.places[act]++] = record; });
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
    shown.reserve(records.size());
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
