#include "engine/search.hpp"

#include <algorithm>

namespace concordat {

namespace {

std::vector<std::uint32_t> key_of(const Bound& pattern) {
    std::vector<std::uint32_t> key;
    const auto add = [&](const std::vector<Name>& names) {
        key.push_back(static_cast<std::uint32_t>(names.size()));
        for (Name name : names) key.push_back(static_cast<std::uint32_t>(name));
    };
    key.push_back(pattern.editions.named);
    for (const BoundField& field : pattern.fields) {
        key.push_back(static_cast<std::uint32_t>(field.field) | (field.all ? 0x100u : 0u) | (field.open ? 0x200u : 0u));
        key.push_back(static_cast<std::uint32_t>(field.accepted.size()));
        for (const std::vector<Name>& names : field.accepted) add(names);
    }
    add(pattern.delegates);
    return key;
}

/// Fields by which records can be looked up, the rarer first.
constexpr std::array cheap_fields = {Field::re, Field::subject, Field::document, Field::role, Field::rule, Field::of};
constexpr std::array costly_fields = {Field::about, Field::by, Field::to, Field::with, Field::present};
constexpr std::size_t few = 64;

}  // namespace

std::size_t Search::KeyHash::operator()(const std::vector<std::uint32_t>& key) const {
    std::uint64_t hash = 0xCBF29CE484222325ull;
    for (std::uint32_t word : key) {
        hash = (hash ^ word) * 0x9E3779B97F4A7C15ull;
        hash ^= hash >> 29;
    }
    return static_cast<std::size_t>(hash);
}

void HitList::add(const Log& log, RecordIndex record) {
    const DayRange date = log.at(record).date;
    std::vector<RecordIndex>& list = date.first == date.last ? days : months;
    if (list.empty() || list.back() != record) list.push_back(record);
}

/// The records of an act that may satisfy one field: how many; with `into`, which.
std::size_t Search::gather(Name act, const BoundField& field, std::vector<RecordIndex>* into) const {
    std::size_t count = 0;
    const auto take = [&](std::span<const RecordIndex> records) {
        count += records.size();
        if (into) into->insert(into->end(), records.begin(), records.end());
    };
    if (field.open) {
        take(timeline_.of_act(act));
        return count;
    }
    for (Name name : field.accepted.front()) take(timeline_.showing(act, field.field, name));
    if (may_be_not_stated(field.field)) take(timeline_.not_saying(act, field.field));
    return count;
}

std::vector<RecordIndex> Search::candidates(const Bound& pattern) const {
    const auto find = [&](Field wanted) -> const BoundField* {
        for (const BoundField& field : pattern.fields)
            if (field.field == wanted) return &field;
        return nullptr;
    };
    const BoundField* acts = find(Field::act);
    if (!acts || acts->open || acts->accepted.size() != 1) {
        const auto all = timeline_.all();
        return {all.begin(), all.end()};
    }
    std::vector<RecordIndex> result;
    for (Name act : acts->accepted.front()) {
        std::size_t best = timeline_.of_act(act).size();
        const BoundField* by = nullptr;
        const auto consider = [&](Field wanted) {
            const BoundField* field = find(wanted);
            if (!field || field->open || best <= few) return;
            if (const std::size_t count = gather(act, *field, nullptr); count < best) {
                best = count;
                by = field;
            }
        };
        for (Field field : cheap_fields) consider(field);
        for (Field field : costly_fields) consider(field);
        if (by) {
            gather(act, *by, &result);
        } else {
            const auto all = timeline_.of_act(act);
            result.insert(result.end(), all.begin(), all.end());
        }
    }
    const auto earlier = [&](RecordIndex a, RecordIndex b) { return timeline_.rank(a) < timeline_.rank(b); };
    if (!std::is_sorted(result.begin(), result.end(), earlier)) std::sort(result.begin(), result.end(), earlier);
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

const Hits& Search::hits(const Bound& pattern) {
    std::unique_ptr<Hits>& place = hits_[key_of(pattern)];
    if (place) return *place;
    place = std::make_unique<Hits>();
    SharedList shared;
    for (RecordIndex record : candidates(pattern)) {
        const Match match = matcher_.fields(pattern, record, &shared);
        if (match == Match::no) continue;
        const bool happened = timeline_.date(record).last <= as_of_;
        const auto add = [&](HitSet& set) { (match == Match::yes && happened ? set.sure : set.maybe).add(log_, record); };
        add(place->all);
        if (!pattern.editions.named) continue;
        const auto editions = log_.words(log_.at(record), Part::covering);
        if (editions.empty()) add(place->unstated);
        for (Name edition : editions) add(place->by_edition[edition]);
    }
    return *place;
}

Expectation Search::expectation(const std::vector<Bound>& alternatives) {
    static const HitSet nothing;
    Expectation result;
    for (const Bound& pattern : alternatives) {
        const Hits& found = hits(pattern);
        Query& query = result.emplace_back();
        const Editions& editions = pattern.editions;
        if (!editions.named) {
            query.stated.push_back({&found.all, Name::none});
            continue;
        }
        const auto of_edition = [&](Name edition) {
            const auto at = found.by_edition.find(edition);
            return at == found.by_edition.end() ? &nothing : &at->second;
        };
        if (editions.open) query.open = &found.all;
        if (!editions.all) {
            for (Name edition : editions.wanted) query.stated.push_back({of_edition(edition), edition});
        } else if (!editions.open) {
            // The one record shows all of them: take those of the first, and keep the ones that state the others too.
            const HitSet* first = of_edition(editions.wanted.front());
            HitSet& kept = made_.emplace_back();
            const auto keep = [&](const HitList& from, HitList& into) {
                for (const std::vector<RecordIndex>* list : {&from.days, &from.months})
                    for (RecordIndex record : *list)
                        if (matcher_.editions(editions, record) == Match::yes) into.add(log_, record);
            };
            keep(first->sure, kept.sure);
            keep(first->maybe, kept.maybe);
            query.stated.push_back({&kept, editions.wanted.front()});
        }
        if (!editions.open) query.unstated = &found.unstated;
    }
    return result;
}

RecordIndex earlier_of(const Timeline& timeline, RecordIndex a, RecordIndex b) {
    if (a == RecordIndex::none || b == RecordIndex::none) return a == RecordIndex::none ? b : a;
    return timeline.rank(b) < timeline.rank(a) ? b : a;
}

RecordIndex first_inside(const Timeline& timeline, const HitList& list, Day from, Day to, RecordIndex except) {
    const auto first_in = [&](const std::vector<RecordIndex>& records) {
        auto at = std::lower_bound(records.begin(), records.end(), from,
                                   [&](RecordIndex record, Day day) { return timeline.date(record).first < day; });
        if (at != records.end() && *at == except) ++at;
        return at == records.end() || timeline.date(*at).last > to ? RecordIndex::none : *at;
    };
    return earlier_of(timeline, first_in(list.days), first_in(list.months));
}

RecordIndex first_stated(const Timeline& timeline, const Expectation& expectation, Day from, Day to, RecordIndex except) {
    RecordIndex first = RecordIndex::none;
    for (const Query& query : expectation)
        for (const Query::Stated& stated : query.stated)
            first = earlier_of(timeline, first, first_inside(timeline, stated.hits->sure, from, to, except));
    return first;
}

bool contains(const Timeline& timeline, const HitList& list, RecordIndex record) {
    const auto among = [&](const std::vector<RecordIndex>& records) {
        return std::binary_search(records.begin(), records.end(), record,
                                  [&](RecordIndex a, RecordIndex b) { return timeline.rank(a) < timeline.rank(b); });
    };
    return among(list.days) || among(list.months);
}

RecordIndex first_touching(const Timeline& timeline, const HitList& list, Day from, Day to, RecordIndex except) {
    const auto first_in = [&](const std::vector<RecordIndex>& records) {
        auto at = std::lower_bound(records.begin(), records.end(), from,
                                   [&](RecordIndex record, Day day) { return timeline.date(record).last < day; });
        if (at != records.end() && *at == except) ++at;
        return at == records.end() || timeline.date(*at).first > to ? RecordIndex::none : *at;
    };
    return earlier_of(timeline, first_in(list.days), first_in(list.months));
}

std::size_t count_touching(const Timeline& timeline, const HitList& list, Day from, Day to, RecordIndex except) {
    if (to < from) return 0;
    const auto count_in = [&](const std::vector<RecordIndex>& records) {
        const auto begin = std::lower_bound(records.begin(), records.end(), from,
                                            [&](RecordIndex record, Day day) { return timeline.date(record).last < day; });
        const auto end = std::upper_bound(begin, records.end(), to,
                                          [&](Day day, RecordIndex record) { return day < timeline.date(record).first; });
        const bool among = except != RecordIndex::none && timeline.counts(except) &&
                           std::binary_search(begin, end, except,
                                              [&](RecordIndex a, RecordIndex b) { return timeline.rank(a) < timeline.rank(b); });
        return static_cast<std::size_t>(end - begin) - (among ? 1 : 0);
    };
    return count_in(list.days) + count_in(list.months);
}

}  // namespace concordat
