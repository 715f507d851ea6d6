#include "engine/preparation.hpp"

#include <algorithm>

#include "engine/telling.hpp"

namespace concordat {
namespace {

constexpr std::size_t shown = 3;
constexpr std::size_t examined = 200;  // of each act, so that a hostile log stays cheap

/// What is planned, by act, in order of date.
using Planned = std::unordered_map<Name, std::vector<RecordIndex>>;

Planned planned_of(const Log& log) {
    Planned planned;
    for (std::size_t i = 0; i < log.records.size(); ++i)
        if (log.records[i].status == Status::planned) planned[log.records[i].act].push_back(static_cast<RecordIndex>(i));
    for (auto& [act, records] : planned)
        std::stable_sort(records.begin(), records.end(),
                         [&](RecordIndex a, RecordIndex b) { return log.at(a).date().first < log.at(b).date().first; });
    return planned;
}

class Signs {
public:
    Signs(const Telling& telling, const Planned& planned)
        : telling_{telling}, planned_{planned}, job_{telling.job.job}, at_{telling.obligation} {}

    std::vector<Sighting> find() {
        for (const Witness& witness : telling_.witnesses()) add(witness.record, "done");
        const Pattern* expect = telling_.expect();
        if (!expect) return std::move(found_);
        for (const Bound& bound : telling_.job.bind(*expect, telling_.binding())) {
            another_step(bound);
            planned_for(bound);
        }
        return std::move(found_);
    }

private:
    static const BoundField* field_of(const Bound& bound, Field wanted) {
        for (const BoundField& field : bound.fields)
            if (field.field == wanted && field.accepted.size() == 1) return &field;
        return nullptr;
    }

    void add(RecordIndex record, const std::string& why) {
        const Sighting sighting = telling_.sighting(record, why);
        const bool known =
            std::any_of(found_.begin(), found_.end(), [&](const Sighting& other) { return other.id == sighting.id; });
        if (!known && found_.size() < shown && record != telling_.binding().record) found_.push_back(sighting);
    }

    /// Something else was done with the document, in the time that is open.
    void another_step(const Bound& bound) {
        const BoundField* documents = field_of(bound, Field::document);
        const BoundField* acts = field_of(bound, Field::act);
        if (!documents || !acts) return;
        const Timeline& timeline = job_.timeline;
        for (const Name document : documents->accepted.front())
            for (const Name act : job_.acts) {
                if (std::binary_search(acts->accepted.front().begin(), acts->accepted.front().end(), act)) continue;
                const auto records = timeline.showing(act, Field::document, document);
                const std::size_t first = records.size() > examined ? records.size() - examined : 0;
                for (std::size_t i = records.size(); i-- > first;) {
                    if (timeline.date(records[i]).last < at_.opens.value_or(earliest_day)) break;
                    if (job_.matcher.editions(bound.editions, records[i]) == Match::no) continue;
                    add(records[i], std::string{telling_.act_of(records[i])});
                    break;
                }
            }
    }

    void planned_for(const Bound& bound) {
        const BoundField* acts = field_of(bound, Field::act);
        if (!acts) return;
        for (const Name act : acts->accepted.front()) {
            const auto list = planned_.find(act);
            if (list == planned_.end()) continue;
            const std::vector<RecordIndex>& records = list->second;
            auto at = std::lower_bound(records.begin(), records.end(), at_.opens.value_or(earliest_day),
                                       [&](RecordIndex record, Day day) { return job_.log.at(record).date().first < day; });
            for (std::size_t seen = 0; at != records.end() && seen < examined; ++at, ++seen) {
                if (job_.log.at(*at).date().last > at_.due.value_or(latest_day)) break;
                if (job_.matcher.whole(bound, *at) == Match::no) continue;
                add(*at, "planned");
                break;
            }
        }
    }

    const Telling& telling_;
    const Planned& planned_;
    const Job& job_;
    const Obligation& at_;
    std::vector<Sighting> found_;
};

}  // namespace

std::unordered_map<std::uint32_t, std::vector<Sighting>> signs_of_preparation(const Audit& audit) {
    std::unordered_map<std::uint32_t, std::vector<Sighting>> all;
    const Planned planned = planned_of(audit.job->log);
    Audit faults;
    std::optional<RuleJob> job;
    for (std::uint32_t i = 0; i < audit.obligations.size(); ++i) {
        const Obligation& obligation = audit.obligations[i];
        if (obligation.verdict != Verdict::pending) continue;
        if (!job || job->index != obligation.rule) job.emplace(*audit.job, obligation.rule, faults);
        std::vector<Sighting> signs = Signs(Telling{*job, audit, obligation}, planned).find();
        if (!signs.empty()) all.emplace(i, std::move(signs));
    }
    return all;
}

}  // namespace concordat
