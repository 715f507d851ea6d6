#include "timeline/order.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "timeline/side_by_side.hpp"
#include "timeline/sort_by_number.hpp"

namespace concordat {

namespace {

/// Sorts records by their ids, whose first letters are known to be alike in each group that is still to be sorted.
class ById {
public:
    ById(const Log& log, const Names& names) : log_(log), names_(names) {}

    void sort(std::span<RecordIndex> records) {
        open_.push_back({records, 0});
        while (!open_.empty()) {
            const Group group = open_.back();
            open_.pop_back();
            sort(group);
        }
    }
    std::uint64_t looked_at() const { return looked_at_; }

private:
    struct Group {
        std::span<RecordIndex> records;
        std::size_t alike;
    };
    /// The next eight letters of an id, and how many of them there are.
    struct Entry {
        std::uint64_t letters;
        std::uint32_t count;
        RecordIndex record;
        bool operator<(const Entry& other) const {
            return letters != other.letters ? letters < other.letters : count < other.count;
        }
    };

    std::string_view id(RecordIndex record) {
        ++looked_at_;
        return names_.text(log_.at(record).id);
    }

    bool in_order(std::span<const RecordIndex> records) {
        std::string_view last = id(records.front());
        for (RecordIndex record : records.subspan(1)) {
            const std::string_view next = id(record);
            if (next < last) return false;
            last = next;
        }
        return true;
    }

    std::size_t alike(Group group) {
        const std::string_view first = id(group.records.front());
        std::size_t size = first.size();
        for (RecordIndex record : group.records.subspan(1)) {
            const std::string_view other = id(record);
            const auto begin = first.begin() + static_cast<std::ptrdiff_t>(group.alike);
            const auto end = first.begin() + static_cast<std::ptrdiff_t>(std::min(size, other.size()));
            size = static_cast<std::size_t>(
                std::mismatch(begin, end, other.begin() + static_cast<std::ptrdiff_t>(group.alike)).first - first.begin());
            if (size == group.alike) break;
        }
        return size;
    }

    static Entry entry(std::string_view rest, RecordIndex record) {
        Entry result{.letters = 0, .count = static_cast<std::uint32_t>(std::min<std::size_t>(rest.size(), 8)), .record = record};
        for (std::size_t i = 0; i < 8; ++i)
            result.letters = result.letters << 8U | (i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U);
        return result;
    }

    void sort(Group group) {
        if (group.records.size() < 2 || in_order(group.records)) return;
        const std::size_t begin = alike(group);
        entries_.clear();
        for (RecordIndex record : group.records) entries_.push_back(entry(id(record).substr(begin), record));
        std::sort(entries_.begin(), entries_.end());
        for (std::size_t i = 0; i < entries_.size(); ++i) group.records[i] = entries_[i].record;
        for (std::size_t first = 0, last = 0; first < entries_.size(); first = last) {
            while (last < entries_.size() && !(entries_[first] < entries_[last])) ++last;
            if (last - first > 1) open_.push_back({group.records.subspan(first, last - first), begin});
        }
    }

    const Log& log_;
    const Names& names_;
    std::vector<Group> open_;
    std::vector<Entry> entries_;
    std::uint64_t looked_at_ = 0;
};

}  // namespace

std::uint64_t put_in_order(std::vector<RecordIndex>& records, const Log& log, const Names& names) {
    sort_by_number(records, [&](RecordIndex record) { return std::uint32_t{log.at(record).dated}; });
    const auto day_at = [&](std::size_t place) { return std::uint32_t{log.at(records[place]).dated}; };
    const auto sort_by_id = [&](std::size_t begin, std::size_t end) {
        ById ids(log, names);
        for (std::size_t first = begin, last = begin; first < end; first = last) {
            while (last < end && day_at(last) == day_at(first)) ++last;
            if (last - first > 1) ids.sort(std::span(records).subspan(first, last - first));
        }
        return ids.looked_at();
    };
    const std::size_t parts = threads_for(records.size(), records.size());
    std::vector<std::size_t> ends;  // no day is in two parts
    for (std::size_t part = 1; part <= parts; ++part) {
        std::size_t end = records.size() * part / parts;
        while (end > 0 && end < records.size() && day_at(end) == day_at(end - 1)) ++end;
        ends.push_back(end);
    }
    std::vector<std::uint64_t> looked_at(parts);
    side_by_side(parts, parts, [&](std::size_t, std::size_t part) {
        looked_at[part] = sort_by_id(part == 0 ? 0 : ends[part - 1], ends[part]);
    });
    return std::accumulate(looked_at.begin(), looked_at.end(), std::uint64_t{0});
}

}  // namespace concordat
