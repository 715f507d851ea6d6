#include "engine/assign.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace concordat {

namespace {

bool has_room(const Claim& claim) { return claim.witnesses.size() < claim.times; }

bool holds(const Claim& claim, RecordIndex record) {
    return std::any_of(claim.witnesses.begin(), claim.witnesses.end(),
                       [&](const Witness& witness) { return witness.record == record; });
}

/// The first day on which a match comes late but is still a match.
Day late_from(const Claim& claim) { return std::max(claim.opens_sure, claim.due_maybe + one_day); }

/// The earliest match, on time or late.
RecordIndex earliest(const Claim& claim, const Expectation& expectation, bool late, const Timeline& timeline) {
    const Day from = late ? late_from(claim) : claim.opens_sure;
    const Day to = late ? claim.late_until : claim.due_sure;
    return first_stated(timeline, expectation, from, to, claim.self);
}

/// How many records of a place may lie inside the window.
std::size_t count_maybe_in(const HitSet& hits, const Claim& claim, const Timeline& timeline) {
    const bool closed = claim.closing != RecordIndex::none && claim.opens_maybe <= claim.due_maybe &&
                        timeline.date(claim.closing).last >= claim.opens_maybe &&
                        timeline.date(claim.closing).first <= claim.due_maybe;
    std::size_t count = 0;
    for (const HitList* list : {&hits.sure, &hits.maybe}) {
        count += count_touching(timeline, *list, claim.opens_maybe, claim.due_maybe, claim.self);
        if (closed && contains(timeline, *list, claim.closing)) --count;
    }
    return count;
}

/// Where the matches are, each with the edition that it is to serve for.
template <typename Visit>
void for_each_place(const Expectation& expectation, Visit visit) {
    for (const Query& query : expectation) {
        for (const Query::Stated& stated : query.stated) visit(stated.hits, stated.edition);
        if (query.unstated) visit(query.unstated, Name::none);
        if (query.open) visit(query.open, Name::none);
    }
}

struct Round {
    bool late;      // discharging after the due day, else on time
    bool unstated;  // records that state no edition, where one is asked for
};

class Assignment {
public:
    Assignment(std::vector<Claim*> claims, bool competing, const Timeline& timeline)
        : claims_(std::move(claims)), competing_(competing), timeline_(timeline) {}

    void run() {
        std::stable_sort(claims_.begin(), claims_.end(),
                         [](const Claim* a, const Claim* b) { return a->due_maybe < b->due_maybe; });
        for (const bool unsure : {false, true}) {
            chosen_.clear();
            for (Claim* claim : claims_)
                if (claim->unsure == unsure) chosen_.push_back(claim);
            if (chosen_.empty()) continue;
            for (const bool late : {false, true})
                for (const bool unstated : {false, true}) serve({late, unstated});
        }
        for (Claim* claim : claims_)
            if (claim->on_time < claim->times) claim->maybe = count_maybe(*claim);
    }

private:
    void serve(Round round) {
        if (competing_ || round.unstated)
            sweep(round);
        else
            share(round);
    }

    void take(Claim& claim, RecordIndex record, Round round) {
        claim.witnesses.push_back({record, round.late, round.unstated});
        if (!round.late) ++claim.on_time;
    }

    /// A record serves one obligation; one that states several editions serves one for each, where editions are asked for.
    bool used(RecordIndex record, Name edition) const {
        const auto found = used_.find(record);
        if (found == used_.end()) return false;
        return edition == Name::none || std::any_of(found->second.begin(), found->second.end(),
                                                    [&](Name other) { return other == Name::none || other == edition; });
    }

    bool wants(const Claim& claim, Round round) const { return has_room(claim) && (!round.late || claim.late); }

    /// Each obligation takes its earliest match; others may take the same.
    void share(Round round) {
        for (Claim* claim : chosen_) {
            if (!wants(*claim, round)) continue;
            const RecordIndex first = earliest(*claim, claim->expectation, round.late, timeline_);
            if (first != RecordIndex::none) take(*claim, first, round);
        }
    }

    /// Obligations that look for their witnesses in the same place, waiting for their time to open.
    struct Queue {
        std::vector<std::size_t> waiting;            // indexes into chosen_, by the day on which they open; the next one last
        std::set<std::pair<Day, std::size_t>> open;  // by due day
        Name edition = Name::none;
    };

    struct Turn {
        std::uint32_t rank;
        std::size_t queue;
        RecordIndex record;
    };

    void sweep(Round round) {
        std::vector<Queue> queues;
        std::vector<Turn> turns;
        std::unordered_map<const HitSet*, std::map<Name, std::size_t>> known;
        const auto queue_for = [&](const HitSet* hits, Name edition) {
            const auto [place, fresh] = known[hits].try_emplace(edition, queues.size());
            if (fresh) {
                for (const std::vector<RecordIndex>* list : {&hits->sure.days, &hits->sure.months})
                    for (RecordIndex record : *list)
                        if (!used(record, edition)) turns.push_back({timeline_.rank(record), place->second, record});
                queues.emplace_back().edition = edition;
            }
            return place->second;
        };
        for (std::size_t i = 0; i < chosen_.size(); ++i) {
            if (!wants(*chosen_[i], round)) continue;
            for (const Query& query : chosen_[i]->expectation) {
                if (round.unstated) {
                    if (query.unstated) queues[queue_for(query.unstated, Name::none)].waiting.push_back(i);
                } else {
                    for (const Query::Stated& stated : query.stated)
                        queues[queue_for(stated.hits, stated.edition)].waiting.push_back(i);
                }
            }
        }
        for (Queue& queue : queues) {
            std::stable_sort(queue.waiting.begin(), queue.waiting.end(), [&](std::size_t a, std::size_t b) {
                return opening(*chosen_[a], round) > opening(*chosen_[b], round);
            });
        }
        std::sort(turns.begin(), turns.end(), [&](const Turn& a, const Turn& b) {
            return a.rank != b.rank ? a.rank < b.rank : queues[a.queue].edition < queues[b.queue].edition;
        });
        for (std::size_t begin = 0; begin < turns.size();) {
            const RecordIndex record = turns[begin].record;
            const Name edition = queues[turns[begin].queue].edition;
            const bool spent = used(record, edition);
            std::size_t end = begin;
            std::optional<std::pair<Day, std::size_t>> best;
            for (; end < turns.size() && turns[end].record == record && queues[turns[end].queue].edition == edition; ++end) {
                if (spent) continue;
                const auto fit = earliest_due(queues[turns[end].queue], record, round);
                if (fit && (!best || *fit < *best)) best = fit;
            }
            if (best) {
                take(*chosen_[best->second], record, round);
                used_[record].push_back(edition);
            }
            begin = end;
        }
    }

    Day opening(const Claim& claim, Round round) const { return round.late ? late_from(claim) : claim.opens_sure; }

    /// The open obligation with the earliest due day that the record fits.
    std::optional<std::pair<Day, std::size_t>> earliest_due(Queue& queue, RecordIndex record, Round round) {
        const DayRange date = timeline_.date(record);
        while (!queue.waiting.empty() && opening(*chosen_[queue.waiting.back()], round) <= date.first) {
            const std::size_t next = queue.waiting.back();
            queue.waiting.pop_back();
            queue.open.emplace(chosen_[next]->due_maybe, next);
        }
        auto at = round.late ? queue.open.begin() : queue.open.lower_bound({date.last, 0});
        while (at != queue.open.end()) {
            const Claim& claim = *chosen_[at->second];
            const bool over = round.late && claim.late_until < date.first;
            if (!has_room(claim) || over) {
                at = queue.open.erase(at);
                continue;
            }
            const bool fits = date.last <= (round.late ? claim.late_until : claim.due_sure);
            if (fits && claim.self != record && !holds(claim, record)) return *at;
            ++at;
        }
        return std::nullopt;
    }

    /// What is left of a list when those that serve another obligation are gone.
    const HitSet& left_of(const HitSet* hits, Name edition) {
        const auto [place, fresh] = left_[hits].try_emplace(edition);
        if (fresh) {
            const auto keep = [&](const std::vector<RecordIndex>& from, std::vector<RecordIndex>& into) {
                for (RecordIndex record : from)
                    if (!used(record, edition)) into.push_back(record);
            };
            keep(hits->sure.days, place->second.sure.days);
            keep(hits->sure.months, place->second.sure.months);
            keep(hits->maybe.days, place->second.maybe.days);
            keep(hits->maybe.months, place->second.maybe.months);
        }
        return place->second;
    }

    /// Records that may be what is wanted: those that do not say enough, and those of which nobody knows whether they lie inside.
    /// A sure record inside the sure window is no such record: it is a witness already, or serves another obligation.
    std::size_t count_maybe(const Claim& claim) {
        std::vector<const HitSet*> places;
        for_each_place(claim.expectation, [&](const HitSet* hits, Name edition) {
            places.push_back(used_.empty() ? hits : &left_of(hits, edition));
        });
        std::size_t count = 0;
        for (const HitSet* hits : places) count += count_maybe_in(*hits, claim, timeline_);
        if (claim.times == 1 || places.size() == 1 || claim.on_time + count < claim.times) return count;
        return count_once(places, claim);
    }

    /// The same where a record may come up in several places, and more than one is wanted.
    std::size_t count_once(const std::vector<const HitSet*>& places, const Claim& claim) const {
        std::set<RecordIndex> records;
        for (const HitSet* hits : places)
            for (const HitList* list : {&hits->sure, &hits->maybe})
                for (const std::vector<RecordIndex>* dates : {&list->days, &list->months})
                    for (RecordIndex record : *dates)
                        if (const DayRange date = timeline_.date(record); date.last >= claim.opens_maybe &&
                                                                          date.first <= claim.due_maybe && record != claim.self &&
                                                                          record != claim.closing)
                            records.insert(record);
        return records.size();
    }

    std::vector<Claim*> claims_;
    std::vector<Claim*> chosen_;
    bool competing_;
    const Timeline& timeline_;
    std::unordered_map<RecordIndex, std::vector<Name>> used_;  // with the editions for which it serves
    std::unordered_map<const HitSet*, std::map<Name, HitSet>> left_;
};

}  // namespace

void assign_alone(Claim& claim, const Expectation& expectation, const Timeline& timeline) {
    for (const bool late : {false, true}) {
        if (late && !claim.late) break;
        const RecordIndex first = earliest(claim, expectation, late, timeline);
        if (first == RecordIndex::none) continue;
        claim.witnesses.push_back({first, late, false});
        claim.on_time = late ? 0 : 1;
        break;
    }
    if (claim.on_time > 0) return;
    for_each_place(expectation, [&](const HitSet* hits, Name) { claim.maybe += count_maybe_in(*hits, claim, timeline); });
}

void assign(std::vector<Claim*> claims, bool competing, const Timeline& timeline) {
    Assignment(std::move(claims), competing, timeline).run();
}

}  // namespace concordat
