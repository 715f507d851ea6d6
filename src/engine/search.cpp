#include "engine/search.hpp"

#include <algorithm>

namespace concordat {

namespace {

void make_key(const Bound& pattern, std::vector<std::uint32_t>& key) {
    key.clear();
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
}

const BoundField* field_of(const Bound& pattern, Field wanted) {
    for (const BoundField& field : pattern.fields)
        if (field.field == wanted) return &field;
    return nullptr;
}

/// Fields by which records can be looked up, the rarer first; and those that cost more to look up by last.
constexpr std::array rarest_first = {Field::re,    Field::subject, Field::document, Field::role, Field::rule,   Field::of,
                                     Field::about, Field::by,      Field::to,       Field::with, Field::present};

}  // namespace

std::size_t Search::KeyHash::operator()(const Key& key) const {
    std::uint64_t hash = 0xCBF29CE484222325ull;
    for (std::uint32_t word : key) {
        hash = (hash ^ word) * 0x9E3779B97F4A7C15ull;
        hash ^= hash >> 29;
    }
    return static_cast<std::size_t>(hash);
}

void HitList::add(const Log& log, RecordIndex record) {
    const DayRange date = log.at(record).date();
    std::vector<RecordIndex>& list = date.first == date.last ? days : months;
    if (list.empty() || list.back() != record) list.push_back(record);
}

/// Adds the fewest places in which all records of an act that may match are.
void Search::narrow(const Bound& pattern, Name act) {
    const auto of_act = timeline_.of_act(act);
    const std::size_t begin = places_.size();
    std::size_t best = of_act.size();
    bool found = false;
    const auto add = [&](std::span<const RecordIndex> records) {
        if (!records.empty()) places_.push_back(records);
        return records.size();
    };
    for (Field wanted : rarest_first) {
        if (best <= few_candidates) break;
        const BoundField* field = field_of(pattern, wanted);
        if (!field || field->open) continue;
        const Timeline::LookUp& look_up = timeline_.look_up(act, wanted);
        if (!look_up.made) continue;
        const std::size_t end = places_.size();
        std::size_t count = add(look_up.not_saying);
        for (Name name : field->accepted.front()) count += add(look_up.showing(name));
        const auto old = count < best ? std::pair(begin, end) : std::pair(end, places_.size());
        places_.erase(places_.begin() + static_cast<std::ptrdiff_t>(old.first),
                      places_.begin() + static_cast<std::ptrdiff_t>(old.second));
        if (count >= best) continue;
        best = count;
        found = true;
    }
    if (!found) add(of_act);
}

std::size_t Search::locate(const Bound& pattern) {
    places_.clear();
    const BoundField* acts = field_of(pattern, Field::act);
    if (!acts || acts->open || acts->accepted.size() != 1)
        places_.push_back(timeline_.all());
    else
        for (Name act : acts->accepted.front()) narrow(pattern, act);
    std::size_t count = 0;
    for (const std::span<const RecordIndex> place : places_) count += place.size();
    return count;
}

std::span<const RecordIndex> Search::candidates(std::vector<RecordIndex>& made) const {
    if (places_.empty()) return {};
    if (places_.size() == 1) return places_.front();
    made.clear();
    for (const std::span<const RecordIndex> place : places_)
        for (RecordIndex record : place) made.push_back(static_cast<RecordIndex>(timeline_.rank(record)));
    std::sort(made.begin(), made.end());
    made.erase(std::unique(made.begin(), made.end()), made.end());
    for (RecordIndex& rank : made) rank = timeline_.all()[static_cast<std::size_t>(rank)];
    return made;
}

Match Search::match(const Bound& pattern, RecordIndex candidate, SharedList* shared) {
    ++looked_at_;
    const Match match = matcher_.fields(pattern, candidate, shared);
    return match == Match::yes && timeline_.date(candidate).last > as_of_ ? Match::maybe : match;
}

const Hits& Search::hits(const Bound& pattern) {
    make_key(pattern, key_);
    if (const auto found = hits_.find(key_); found != hits_.end()) return *found->second;
    Hits& fresh = *hits_.emplace(key_, std::make_unique<Hits>()).first->second;
    locate(pattern);
    std::vector<RecordIndex> made;
    find(pattern, candidates(made), fresh);
    return fresh;
}

const Hits& Search::hits(const Bound& pattern, Hits& few) {
    if (locate(pattern) > few_candidates) return hits(pattern);
    std::vector<RecordIndex> made;
    few = {};
    find(pattern, candidates(made), few);
    return few;
}

void Search::find(const Bound& pattern, std::span<const RecordIndex> candidates, Hits& into) {
    SharedList shared;
    for (RecordIndex record : candidates) {
        const Match found = match(pattern, record, &shared);
        if (found == Match::no) continue;
        const auto add = [&](HitSet& set) { (found == Match::yes ? set.sure : set.maybe).add(log_, record); };
        add(into.all);
        if (!pattern.editions.named) continue;
        const auto editions = log_.words(log_.at(record), Part::covering);
        if (editions.empty()) add(into.unstated);
        for (Name edition : editions) add(into.by_edition[edition]);
    }
}

/// The one record shows all of them: take those of the first, and keep the ones that state the others too.
const HitSet* Search::of_all_editions(const Editions& editions, const Hits& found) {
    const auto [place, fresh] = of_all_editions_.try_emplace({&found, editions.wanted});
    const auto first = found.by_edition.find(editions.wanted.front());
    if (!fresh || first == found.by_edition.end()) return &place->second;
    const auto keep = [&](const HitList& from, HitList& into) {
        for (const std::vector<RecordIndex>* list : {&from.days, &from.months})
            for (RecordIndex record : *list)
                if (matcher_.editions(editions, record) == Match::yes) into.add(log_, record);
    };
    keep(first->second.sure, place->second.sure);
    keep(first->second.maybe, place->second.maybe);
    return &place->second;
}

void Search::take(Search&& other) {
    hits_.merge(other.hits_);
    looked_at_ += other.looked_at_;
}

const Hits& Search::ask(const Bound& pattern, Query& query) {
    static const HitSet nothing;
    const Hits& found = hits(pattern);
    const Editions& editions = pattern.editions;
    if (!editions.named) {
        query.stated.push_back({&found.all, Name::none});
        return found;
    }
    if (editions.open) query.open = &found.all;
    if (!editions.all) {
        for (Name edition : editions.wanted) {
            const auto at = found.by_edition.find(edition);
            query.stated.push_back({at == found.by_edition.end() ? &nothing : &at->second, edition});
        }
    } else if (!editions.open) {
        query.stated.push_back({of_all_editions(editions, found), editions.wanted.front()});
    }
    if (!editions.open) query.unstated = &found.unstated;
    return found;
}

Expectation Search::expectation(const std::vector<Bound>& alternatives) {
    Expectation result(alternatives.size());
    for (std::size_t i = 0; i < alternatives.size(); ++i) ask(alternatives[i], result[i]);
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
