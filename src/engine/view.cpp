#include "engine/view.hpp"

#include <unordered_map>

namespace concordat {

namespace {

/// Which records are withdrawn: a withdrawal counts unless it has itself been withdrawn, and so on back.
class Withdrawals {
public:
    template <typename Stands>
    Withdrawals(const Log& log, const Standpoint& standpoint, Stands stands) : log_(log) {
        std::unordered_map<Name, std::vector<RecordIndex>> by_target;
        for (std::size_t i = 0; i < log.records.size(); ++i) {
            const Record& record = log.records[i];
            if (!record.shows(Part::withdraws) || !stands(record)) continue;
            const Day from = log.recorded(record).value_or(record.date().first);
            if (from <= standpoint.as_of)
                by_target[log.name(record, Part::withdraws)].push_back(RecordIndex{static_cast<std::uint32_t>(i)});
        }
        if (by_target.empty()) return;
        for (std::size_t i = 0; i < log.records.size(); ++i)
            if (const auto found = by_target.find(log.records[i].id); found != by_target.end())
                withdrawers_.emplace(RecordIndex{static_cast<std::uint32_t>(i)}, found->second);
    }

    bool withdrawn(RecordIndex record) {
        if (withdrawers_.empty()) return false;
        const RecordIndex meeting = log_.meeting(log_.at(record));
        return gone(record) || (meeting != RecordIndex::none && gone(meeting));
    }

private:
    /// Whether somebody whose word still counts has withdrawn it. Chains are walked with a stack of our own, not the machine's:
    /// a log may hold a chain of any length. Circles are refused while loading.
    bool gone(RecordIndex first) {
        std::vector<RecordIndex> open{first};
        while (!open.empty()) {
            const RecordIndex record = open.back();
            const auto found = withdrawers_.find(record);
            if (decided_.contains(record) || found == withdrawers_.end()) {
                decided_.try_emplace(record, false);
                open.pop_back();
                continue;
            }
            bool result = false;
            bool waits = false;
            for (RecordIndex by : found->second) {
                bool stands = true;
                const RecordIndex meeting = log_.meeting(log_.at(by));
                for (RecordIndex word : {by, meeting}) {
                    if (word == RecordIndex::none) continue;
                    const auto known = decided_.find(word);
                    if (known == decided_.end()) {
                        open.push_back(word);
                        waits = true;
                    } else if (known->second) {
                        stands = false;
                    }
                }
                if (!waits && stands) result = true;
            }
            if (waits) continue;
            decided_.emplace(record, result);
            open.pop_back();
        }
        return decided_.at(first);
    }

    const Log& log_;
    std::unordered_map<RecordIndex, std::vector<RecordIndex>> withdrawers_;
    std::unordered_map<RecordIndex, bool> decided_;
};

}  // namespace

View view_of(const Log& log, const Standpoint& standpoint) {
    const auto is_later = [&](const Record& record) { return record.date().first > standpoint.as_of; };
    const auto is_unknown = [&](const Record& record) {
        return standpoint.known_at && log.recorded(record).value_or(record.date().first) > *standpoint.known_at;
    };
    const auto stands = [&](const Record& record) {
        return record.status == Status::held && !is_later(record) && !is_unknown(record);
    };
    View view;
    bool any_withdraws = false;
    view.counted.reserve(log.records.size());
    for (std::size_t i = 0; i < log.records.size(); ++i) {
        const Record& record = log.records[i];
        any_withdraws = any_withdraws || record.shows(Part::withdraws);
        if (stands(record)) {
            view.counted.push_back(static_cast<RecordIndex>(i));
        } else if (!record.is_item()) {  // counted with its meeting
            if (is_later(record))
                ++view.later_records;
            else if (is_unknown(record))
                ++view.unknown_records;
        }
    }
    if (!any_withdraws) return view;
    Withdrawals withdrawals(log, standpoint, stands);
    std::erase_if(view.counted, [&](RecordIndex record) { return withdrawals.withdrawn(record); });
    return view;
}

}  // namespace concordat
