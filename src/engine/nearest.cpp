#include "engine/nearest.hpp"

#include <algorithm>
#include <set>

#include "engine/miss.hpp"

namespace concordat {

namespace {

struct Miss {
    int days;
    RecordIndex record;
    std::string why;
};

/// The misses of one obligation that expects a record.
class MissSearch {
public:
    MissSearch(const Telling& telling, const Pattern& expect)
        : telling_(telling),
          timeline_(telling.job.job.timeline),
          expect_(expect),
          bound_(telling.job.bind(expect, telling.binding())) {
        const Obligation& at = telling.obligation;
        opens_ = at.opens.value_or(earliest_day);
        due_ = std::max(at.due.value_or(latest_day), opens_);
        for (const Witness& witness : telling.witnesses()) taken_.insert(witness.record);
        taken_.insert(telling.binding().record);
    }

    std::vector<Miss> run() {
        for (std::size_t i = 0; i < bound_.size(); ++i) inside(expect_.alternatives[i], bound_[i]);
        close_tier();
        for (std::size_t i = 0; i < bound_.size(); ++i) outside(bound_[i]);
        close_tier();
        for (std::size_t i = 0; i < bound_.size(); ++i) another_act(expect_.alternatives[i], bound_[i]);
        close_tier();
        return std::move(found_);
    }

private:
    void close_tier() {
        std::stable_sort(tier_.begin(), tier_.end(), [](const Miss& a, const Miss& b) { return a.days < b.days; });
        for (Miss& miss : tier_)
            if (found_.size() < nearest_shown && taken_.insert(miss.record).second) found_.push_back(std::move(miss));
        tier_.clear();
    }

    int days_from_due(RecordIndex record) const {
        return std::abs((timeline_.date(record).last - std::min(due_, last_known())).count());
    }
    Day last_known() const { return telling_.audit.standpoint.as_of; }

    /// Visits the records of a list inside the window, the nearest to the due day first.
    template <typename Visit>
    void backwards(std::span<const RecordIndex> records, Visit visit) {
        auto at = std::upper_bound(records.begin(), records.end(), due_,
                                   [&](Day day, RecordIndex record) { return day < timeline_.date(record).first; });
        for (std::size_t seen = 0; at != records.begin() && seen < nearest_examined; ++seen) {
            --at;
            if (timeline_.date(*at).last < opens_) break;
            if (!taken_.contains(*at)) visit(*at);
        }
    }

    static const BoundField* field_of(const Bound& bound, Field wanted) {
        for (const BoundField& field : bound.fields)
            if (field.field == wanted) return &field;
        return nullptr;
    }

    void inside(const Alternative& pattern, const Bound& bound) {
        const BoundField* acts = field_of(bound, Field::act);
        if (!acts || acts->accepted.size() != 1) return;
        const BoundField* documents = field_of(bound, Field::document);
        for (Name act : acts->accepted.front()) {
            const auto visit = [&](RecordIndex record) {
                Differences differ = differences(telling_, pattern, bound, record);
                if (differ.count == 1) tier_.push_back({days_from_due(record), record, std::move(differ.first->text)});
                if (differ.count == 0) tier_.push_back({days_from_due(record), record, inexact(record)});
            };
            if (documents && documents->accepted.size() == 1)
                for (Name document : documents->accepted.front())
                    backwards(timeline_.showing(act, Field::document, document), visit);
            backwards(timeline_.of_act(act), visit);
        }
    }

    std::string inexact(RecordIndex record) const {
        const DayRange date = timeline_.date(record);
        if (date.first != date.last) return "only its month is known";
        const RecordIndex trigger = telling_.binding().record;
        if (trigger != RecordIndex::none && timeline_.date(trigger).first != timeline_.date(trigger).last)
            return "only the month of " + telling_.id_of(trigger) + " is known, so which came first is not";
        return "right in all";
    }

    void outside(const Bound& bound) {
        const Hits& hits = telling_.job.job.search.hits(bound);
        const auto right = [&](RecordIndex record) {
            return !taken_.contains(record) && telling_.job.job.matcher.editions(bound.editions, record) != Match::no;
        };
        for (const std::vector<RecordIndex>* list : {&hits.all.sure.days, &hits.all.sure.months}) {
            auto before = std::lower_bound(list->begin(), list->end(), opens_,
                                           [&](RecordIndex record, Day day) { return timeline_.date(record).last < day; });
            for (std::size_t seen = 0; before != list->begin() && seen < nearest_examined; ++seen) {
                --before;
                if (!right(*before)) continue;
                const int days = (opens_ - timeline_.date(*before).last).count();
                tier_.push_back({days, *before, days_apart(days) + " before the time opened"});
                break;
            }
            auto after = std::upper_bound(list->begin(), list->end(), due_,
                                          [&](Day day, RecordIndex record) { return day < timeline_.date(record).first; });
            for (std::size_t seen = 0; after != list->end() && seen < nearest_examined; ++seen, ++after) {
                if (!right(*after)) continue;
                const int days = (timeline_.date(*after).first - due_).count();
                tier_.push_back({days, *after, days_apart(days) + " after the due day"});
                break;
            }
        }
    }

    static std::string days_apart(int days) { return std::to_string(days) + (days == 1 ? " day" : " days"); }

    void another_act(const Alternative& pattern, const Bound& bound) {
        const BoundField* documents = field_of(bound, Field::document);
        const BoundField* acts = field_of(bound, Field::act);
        if (!documents || !acts || documents->accepted.size() != 1 || acts->accepted.size() != 1) return;
        for (Name document : documents->accepted.front())
            for (Name act : telling_.job.job.acts) {
                if (std::binary_search(acts->accepted.front().begin(), acts->accepted.front().end(), act)) continue;
                backwards(timeline_.showing(act, Field::document, document), [&](RecordIndex record) {
                    if (telling_.job.job.matcher.editions(bound.editions, record) == Match::no) return;
                    const Values& wanted = *pattern.find(Field::act);
                    std::vector<std::string> words;
                    for (const Value& value : wanted.values) words.emplace_back(telling_.job.job.names.text(value.name));
                    tier_.push_back({days_from_due(record), record, telling_.act_of(record) + ", not " + join(words, "or")});
                });
            }
    }

    const Telling& telling_;
    const Timeline& timeline_;
    const Pattern& expect_;
    std::vector<Bound> bound_;
    Day opens_{}, due_{};
    std::set<RecordIndex> taken_;
    std::vector<Miss> tier_;
    std::vector<Miss> found_;
};

}  // namespace

Nearest::Nearest(const Audit& audit, std::span<const Obligation> own) : audit_(audit) {
    for (const Obligation& obligation : own)
        for (const Witness& witness : std::span(audit.witnesses).subspan(obligation.witnesses, obligation.witness_count))
            served_.try_emplace(witness.record, &obligation);
}

std::string Nearest::serves(RecordIndex record, const Obligation& other_than) const {
    const auto found = served_.find(record);
    if (found == served_.end() || found->second == &other_than) return {};
    return "; it serves " + obligation_id(audit_, *found->second);
}

std::vector<Sighting> Nearest::misses(const Telling& telling) {
    std::vector<Sighting> result;
    const Pattern* expect = telling.expect();
    if (!expect) return result;
    for (const Miss& miss : MissSearch(telling, *expect).run())
        result.push_back(telling.sighting(miss.record, miss.why + serves(miss.record, telling.obligation)));
    return result;
}

}  // namespace concordat
