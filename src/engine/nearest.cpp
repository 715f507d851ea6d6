#include "engine/nearest.hpp"

#include <algorithm>
#include <utility>

#include "engine/miss.hpp"

namespace concordat {

namespace {

struct Miss {
    enum class Why : std::uint8_t { one_field, right_in_all, before, after, another_act };
    int days;
    RecordIndex record;
    Why why;
    std::size_t alternative;
};

/// The misses of one obligation that expects a record.
class MissSearch {
public:
    MissSearch(const Telling& telling, const Pattern& expect, const std::vector<Bound>& bound)
        : telling_(telling), timeline_(telling.job.job.timeline), expect_(expect), bound_(bound) {
        const Obligation& at = telling.obligation;
        opens_ = at.opens.value_or(earliest_day);
        due_ = std::max(at.due.value_or(latest_day), opens_);
        taken_.reserve(telling.witnesses().size() + 1 + nearest_shown);
        for (const Witness& witness : telling.witnesses()) taken_.push_back(witness.record);
        taken_.push_back(telling.binding().record);
        std::sort(taken_.begin(), taken_.end());
        tier_.reserve(nearest_shown);
        found_.reserve(nearest_shown);
    }

    std::vector<Miss> run() {
        for (const auto look : {&MissSearch::inside, &MissSearch::outside, &MissSearch::another_act}) {
            for (std::size_t i = 0; i < bound_.size() && found_.size() < nearest_shown; ++i) (this->*look)(i);
            close_tier();
        }
        return std::move(found_);
    }

    std::uint64_t looked_at() const { return looked_at_; }

    std::string text(const Miss& miss) const {
        const Alternative& pattern = expect_.alternatives[miss.alternative];
        switch (miss.why) {
            case Miss::Why::one_field: return differences(telling_, pattern, bound_[miss.alternative], miss.record).first->text;
            case Miss::Why::right_in_all: return inexact(miss.record);
            case Miss::Why::before: return days_apart(miss.days) + " before the time opened";
            case Miss::Why::after: return days_apart(miss.days) + " after the due day";
            case Miss::Why::another_act: break;
        }
        std::string wanted;
        add_joined(wanted, pattern.find(Field::act)->values, "or", [&](const Value& value) { return names().text(value.name); });
        return text_of({telling_.act_of(miss.record), ", not ", wanted});
    }

private:
    const Names& names() const { return telling_.job.job.names; }

    void close_tier() {
        const auto nearer = [](const Miss& a, const Miss& b) { return a.days < b.days; };
        if (!std::is_sorted(tier_.begin(), tier_.end(), nearer)) std::stable_sort(tier_.begin(), tier_.end(), nearer);
        for (const Miss& miss : tier_)
            if (found_.size() < nearest_shown && take(miss.record)) found_.push_back(miss);
        tier_.clear();
    }

    bool is_taken(RecordIndex record) const { return std::binary_search(taken_.begin(), taken_.end(), record); }
    /// False if it was taken before.
    bool take(RecordIndex record) {
        const auto place = std::lower_bound(taken_.begin(), taken_.end(), record);
        if (place != taken_.end() && *place == record) return false;
        taken_.insert(place, record);
        return true;
    }

    Day reference() const { return std::min(due_, telling_.audit.standpoint.as_of); }
    int days_from_due(RecordIndex record) const { return std::abs((timeline_.date(record).last - reference()).count()); }

    /// From here on: no record has been visited.
    void begin() {
        wanting_ = nearest_shown - found_.size();
        furthest_ = 0;
    }

    /// Visits the records of a list inside the window, the nearest to the due day first, until enough of them are misses, with
    /// those of the lists before, and no other can be nearer: one of an earlier day is not, unless only its month is known. No
    /// record may be a miss in two lists. `why` says which kind of miss one is.
    template <typename Why>
    void backwards(std::size_t alternative, std::span<const RecordIndex> records, Why why) {
        const int most_days_of_a_month = timeline_.all_exact() ? 0 : 30;
        auto at = std::upper_bound(records.begin(), records.end(), due_,
                                   [&](Day day, RecordIndex record) { return day < timeline_.date(record).first; });
        for (std::size_t seen = 0; at != records.begin() && seen < nearest_examined; ++seen) {
            --at;
            ++looked_at_;
            const DayRange date = timeline_.date(*at);
            if (date.last < opens_) break;
            if (wanting_ == 0 && (reference() - date.first).count() - most_days_of_a_month >= furthest_) break;
            const int days = days_from_due(*at);
            if ((wanting_ == 0 && days >= furthest_) || is_taken(*at)) continue;
            const std::optional<Miss::Why> is_miss = why(*at);
            if (!is_miss) continue;
            tier_.push_back({days, *at, *is_miss, alternative});
            if (wanting_ == 0) continue;
            furthest_ = std::max(furthest_, days);
            --wanting_;
        }
    }

    static const BoundField* field_of(const Bound& bound, Field wanted) {
        for (const BoundField& field : bound.fields)
            if (field.field == wanted) return &field;
        return nullptr;
    }

    static bool contains(const std::vector<Name>& sorted, Name name) {
        return std::binary_search(sorted.begin(), sorted.end(), name);
    }

    void inside(std::size_t alternative) {
        const Bound& bound = bound_[alternative];
        const BoundField* acts = field_of(bound, Field::act);
        if (!acts || acts->accepted.size() != 1) return;
        const BoundField* documents = field_of(bound, Field::document);
        const auto why = [&](RecordIndex record) -> std::optional<Miss::Why> {
            switch (count_differences(telling_.job, bound, record, 2)) {
                case 0: return Miss::Why::right_in_all;
                case 1: return Miss::Why::one_field;
                default: return std::nullopt;
            }
        };
        begin();
        const bool by_document = documents && documents->accepted.size() == 1;
        const Log& log = telling_.job.job.log;
        const auto why_unseen = [&](RecordIndex record) {
            const bool seen = by_document && contains(documents->accepted.front(), log.name(log.at(record), Part::document));
            return seen ? std::nullopt : why(record);
        };
        for (Name act : acts->accepted.front()) {
            if (by_document)
                for (Name document : documents->accepted.front())
                    backwards(alternative, timeline_.showing(act, Field::document, document), why);
            backwards(alternative, timeline_.of_act(act), why_unseen);
        }
    }

    std::string inexact(RecordIndex record) const {
        const DayRange date = timeline_.date(record);
        if (date.first != date.last) return "only its month is known";
        const RecordIndex trigger = telling_.binding().record;
        if (trigger != RecordIndex::none && timeline_.date(trigger).first != timeline_.date(trigger).last)
            return text_of({"only the month of ", telling_.id_of(trigger), " is known, so which came first is not"});
        return "right in all";
    }

    void outside(std::size_t alternative) {
        const Bound& bound = bound_[alternative];
        const Hits& hits = telling_.job.search.hits(bound, few_);
        const auto right = [&](RecordIndex record) {
            return !is_taken(record) && telling_.job.job.matcher.editions(bound.editions, record) != Match::no;
        };
        for (const std::vector<RecordIndex>* list : {&hits.all.sure.days, &hits.all.sure.months}) {
            auto before = std::lower_bound(list->begin(), list->end(), opens_,
                                           [&](RecordIndex record, Day day) { return timeline_.date(record).last < day; });
            for (std::size_t seen = 0; before != list->begin() && seen < nearest_examined; ++seen) {
                --before;
                if (!right(*before)) continue;
                const int days = (opens_ - timeline_.date(*before).last).count();
                tier_.push_back({days, *before, Miss::Why::before, alternative});
                break;
            }
            auto after = std::upper_bound(list->begin(), list->end(), due_,
                                          [&](Day day, RecordIndex record) { return day < timeline_.date(record).first; });
            for (std::size_t seen = 0; after != list->end() && seen < nearest_examined; ++seen, ++after) {
                if (!right(*after)) continue;
                const int days = (timeline_.date(*after).first - due_).count();
                tier_.push_back({days, *after, Miss::Why::after, alternative});
                break;
            }
        }
    }

    static std::string days_apart(int days) { return std::to_string(days) + (days == 1 ? " day" : " days"); }

    /// Not the act that calls for it: another record of that act is another occasion, and no attempt.
    void another_act(std::size_t alternative) {
        const Bound& bound = bound_[alternative];
        const BoundField* documents = field_of(bound, Field::document);
        const BoundField* acts = field_of(bound, Field::act);
        if (!documents || !acts || documents->accepted.size() != 1 || acts->accepted.size() != 1) return;
        const auto why = [&](RecordIndex record) -> std::optional<Miss::Why> {
            if (telling_.job.job.matcher.editions(bound.editions, record) == Match::no) return std::nullopt;
            return Miss::Why::another_act;
        };
        const RecordIndex trigger = telling_.binding().record;
        const Name calling = trigger == RecordIndex::none ? Name::none : telling_.job.job.log.at(trigger).act;
        begin();
        for (Name document : documents->accepted.front())
            for (Name act : telling_.job.job.acts)
                if (act != calling && !contains(acts->accepted.front(), act))
                    backwards(alternative, timeline_.showing(act, Field::document, document), why);
    }

    const Telling& telling_;
    const Timeline& timeline_;
    const Pattern& expect_;
    const std::vector<Bound>& bound_;
    Hits few_;
    Day opens_{}, due_{};
    std::vector<RecordIndex> taken_;  // sorted
    std::uint64_t looked_at_ = 0;
    std::size_t wanting_ = 0;  // so many more misses would be enough
    int furthest_ = 0;         // of those that were enough: the most days
    std::vector<Miss> tier_;
    std::vector<Miss> found_;
};

}  // namespace

std::string Served::tell(RecordIndex record, const Obligation& other_than) const {
    std::call_once(once_, [this] {
        std::vector<IndexBy<RecordIndex, std::uint32_t>::Entry> served;
        for (std::size_t i = 0; i < own_.size(); ++i)
            for (const Witness& witness : std::span(audit_.witnesses).subspan(own_[i].witnesses, own_[i].witness_count))
                served.push_back({witness.record, static_cast<std::uint32_t>(i)});
        by_record_ = IndexBy<RecordIndex, std::uint32_t>(served);
    });
    const auto found = by_record_.showing(record);
    if (found.empty() || &own_[found.front()] == &other_than) return {};
    return "; it serves " + obligation_id(audit_, own_[found.front()]);
}

std::vector<Sighting> Nearest::misses(const Telling& telling) {
    std::vector<Sighting> result;
    const Pattern* expect = telling.expect();
    if (!expect) return result;
    const Job& job = telling.job.job;
    if (!expect_) expect_.emplace(*expect, job.log, job.names, job.offices, telling.job.delegates);
    MissSearch search(telling, *expect, expect_->at(telling.binding()));
    const std::vector<Miss> misses = search.run();
    result.reserve(misses.size());
    for (const Miss& miss : misses)
        result.push_back(telling.sighting(miss.record, search.text(miss).append(served_.tell(miss.record, telling.obligation))));
    looked_at_ += search.looked_at();
    return result;
}

}  // namespace concordat
