#include "load/join.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "load/wording.hpp"

namespace concordat {
namespace {

bool before(const Party& left, const Party& right) {
    return std::pair{left.who, left.delegate} < std::pair{right.who, right.delegate};
}
bool same(const Party& left, const Party& right) { return left.who == right.who && left.delegate == right.delegate; }

bool same_parties(const Log& log, List left, List right) {
    if (left == right) return true;
    const auto sorted = [&](List list) {
        const auto entries = log.parties_of(list);
        std::vector<Party> copy{entries.begin(), entries.end()};
        std::sort(copy.begin(), copy.end(), before);
        copy.erase(std::unique(copy.begin(), copy.end(), same), copy.end());
        return copy;
    };
    const auto first = sorted(left), second = sorted(right);
    return std::equal(first.begin(), first.end(), second.begin(), second.end(), same);
}

bool same_words(const Log& log, List left, List right) {
    if (left == right) return true;
    const auto sorted = [&](List list) {
        const auto entries = log.words_of(list);
        std::vector<Name> copy{entries.begin(), entries.end()};
        std::sort(copy.begin(), copy.end());
        copy.erase(std::unique(copy.begin(), copy.end()), copy.end());
        return copy;
    };
    return sorted(left) == sorted(right);
}

/// The first field in which two records differ.
std::optional<RecordKey> find_difference(const Log& log, const WholeRecord& left, const WholeRecord& right) {
    if (left.date() != right.date()) return RecordKey::date;
    if (left.has_recorded != right.has_recorded || (left.has_recorded && left.recorded != right.recorded))
        return RecordKey::recorded;
    if (left.act != right.act) return RecordKey::act;
    if (!same_parties(log, left.by, right.by)) return RecordKey::by;
    if (!same_parties(log, left.to, right.to)) return RecordKey::to;
    if (!same_parties(log, left.present, right.present)) return RecordKey::present;
    if (!same_parties(log, left.with, right.with)) return RecordKey::with;
    if (left.of != right.of) return RecordKey::of;
    if (left.document != right.document) return RecordKey::document;
    if (!same_words(log, left.covering, right.covering)) return RecordKey::covering;
    if (!same_words(log, left.about, right.about)) return RecordKey::about;
    if (!same_words(log, left.contains, right.contains)) return RecordKey::contains;
    if (left.subject != right.subject) return RecordKey::subject;
    if (left.re != right.re) return RecordKey::re;
    if (left.role != right.role) return RecordKey::role;
    if (left.rule != right.rule) return RecordKey::rule;
    if (left.broken != right.broken) return RecordKey::finding;
    if (left.status != right.status) return RecordKey::status;
    if (left.in_writing != right.in_writing) return RecordKey::in_writing;
    if (left.partial != right.partial) return RecordKey::partial;
    if (left.withdraws != right.withdraws) return RecordKey::withdraws;
    return std::nullopt;
}

class Joiner {
public:
    Joiner(Draft& draft, const Names& names, Diagnostics& diagnostics)
        : draft_{draft},
          records_{draft.log.records},
          names_{names},
          diagnostics_{diagnostics},
          is_double_(records_.size(), false) {}

    void find_doubles();
    void drop_doubles();

private:
    Span place(std::size_t record) const;
    std::size_t count_items(std::size_t meeting) const;
    void meet(std::size_t first, std::size_t second);
    /// What differs, in words; nothing if they are the same.
    std::optional<std::string> difference(std::size_t first, std::size_t second) const;

    Draft& draft_;
    Records& records_;
    const Names& names_;
    Diagnostics& diagnostics_;
    std::vector<bool> is_double_;
};

void Joiner::find_doubles() {
    constexpr auto none = RecordIndex::none;
    std::vector<RecordIndex> first(names_.size(), none);
    for (std::size_t i = 0; i < records_.size(); ++i) {
        const Record& record = records_[i];
        if (record.id == Name::none) continue;  // reported when it was read
        if (record.is_item() && is_double_[static_cast<std::size_t>(draft_.log.meeting(record))]) {
            is_double_[i] = true;
            continue;
        }
        RecordIndex& known = first[static_cast<std::size_t>(record.id)];
        if (known == none)
            known = static_cast<RecordIndex>(i);
        else
            meet(static_cast<std::size_t>(known), i);
    }
}

void Joiner::meet(std::size_t first, std::size_t second) {
    is_double_[second] = true;
    const std::string id = quoted(names_.text(records_[second].id));
    if (records_[first].file == records_[second].file) {
        diagnostics_.error(place(second), "duplicate-id", fmt::format("there is a record {} already", id), "",
                           {{place(first), "the first one"}});
    } else if (const auto what = difference(first, second)) {
        diagnostics_.error(
            place(second), "conflicting-record", fmt::format("two logs tell {} differently: {} differs", id, *what),
            "one of them must be wrong, or these are two records and need two ids", {{place(first), "the other telling"}});
    }
}

Span Joiner::place(std::size_t record) const {
    const IdPlace at = draft_.places[record];
    return {.file = records_[record].file, .line = at.line, .column = at.column, .length = at.length};
}

std::size_t Joiner::count_items(std::size_t meeting) const {
    std::size_t count = 0;
    while (meeting + count + 1 < records_.size() &&
           draft_.log.meeting(records_[meeting + count + 1]) == static_cast<RecordIndex>(meeting))
        ++count;
    return count;
}

std::optional<std::string> Joiner::difference(std::size_t first, std::size_t second) const {
    if (records_[first].is_item() || records_[second].is_item()) return "what it is (an item of a meeting, and another record)";
    const auto in_quotes = [](RecordKey key) { return quoted(to_string(key)); };
    if (const auto key = find_difference(draft_.log, draft_.log.whole(records_[first]), draft_.log.whole(records_[second])))
        return in_quotes(*key);
    const std::size_t items = count_items(first);
    if (count_items(second) != items) return "the number of items";
    for (std::size_t i = 1; i <= items; ++i)
        if (const auto key =
                find_difference(draft_.log, draft_.log.whole(records_[first + i]), draft_.log.whole(records_[second + i])))
            return fmt::format("{} of item {}", in_quotes(*key), i);
    return std::nullopt;
}

void Joiner::drop_doubles() {
    std::vector<RecordIndex> moved(records_.size(), RecordIndex::none);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < records_.size(); ++i) {
        if (is_double_[i]) continue;
        moved[i] = static_cast<RecordIndex>(kept);
        records_[kept] = records_[i];
        draft_.places[kept] = draft_.places[i];
        const Record& record = records_[kept++];
        if (record.is_item())
            draft_.log.set(record, Part::meeting,
                           static_cast<std::uint32_t>(moved[static_cast<std::size_t>(draft_.log.meeting(record))]));
    }
    records_.resize(kept);
    draft_.places.resize(kept);
}

}  // namespace

void join_doubles(Draft& draft, const Names& names, Diagnostics& diagnostics) {
    if (!draft.has_doubles) return;
    Joiner joiner{draft, names, diagnostics};
    joiner.find_doubles();
    joiner.drop_doubles();
}

}  // namespace concordat
