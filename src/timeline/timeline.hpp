#pragma once
// The records that count, in order of date and then id, with look-ups by what they show. Order comes from dates and ids alone,
// never from where a record stands in a file. Look-ups are made for one act and one field when they are first asked for, by any
// thread; several may ask at once.
// Nothing here knows what a rule is or on which day an audit stands.

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "model/field.hpp"
#include "model/log.hpp"
#include "model/name.hpp"
#include "timeline/value_index.hpp"

namespace concordat {

/// The names that a record shows in a field, one after the other: `visit(Name)`. A meeting's items are not looked into.
template <typename Visit>
void for_each_shown(const Log& log, const Record& record, Field field, Visit visit);

class Timeline {
public:
    /// `counted`: the records to keep, in any order.
    Timeline(const Log& log, const Names& names, std::vector<RecordIndex> counted);

    /// All records, in order.
    std::span<const RecordIndex> all() const { return all_; }
    /// Every act that any of them shows, in no order.
    std::vector<Name> acts() const;
    /// Those of an act, in order.
    std::span<const RecordIndex> of_act(Name act) const;
    /// Those of an act that show the value in the field, in order.
    std::span<const RecordIndex> showing(Name act, Field field, Name value) const { return look_up(act, field).showing(value); }

    /// The records of one act by what they show in one field.
    struct LookUp {
        /// False where they show so much that a look-up would cost more than it saves: the thousand items of one meeting have the
        /// hundred thousand who were present there. Nothing can be asked of it then.
        bool made = true;
        ValueIndex values;
        std::vector<RecordIndex> not_saying;  // those that do not say what the field holds, or not all of it, in order

        std::span<const RecordIndex> showing(Name value) const { return values.showing(value); }
    };
    const LookUp& look_up(Name act, Field field) const;

    /// Where a record stands in the order.
    std::uint32_t rank(RecordIndex record) const { return rank_[static_cast<std::size_t>(record)]; }
    DayRange date(RecordIndex record) const { return log_.at(record).date(); }
    /// Whether of no record only the month is known.
    bool all_exact() const { return all_exact_; }
    bool counts(RecordIndex record) const { return rank(record) != not_counted; }

    /// How many ids were looked at to put the records in order. For tests.
    std::uint64_t ids_looked_at() const { return ids_looked_at_; }

private:
    static constexpr std::uint32_t not_counted = 0xFFFFFFFF;
    struct Kept {
        std::atomic<bool> known = false;  // so that asking again costs no more than a glance
        std::once_flag once;
        LookUp look_up;
    };
    struct OfAct {
        std::uint32_t begin = 0;  // in by_act_
        std::uint32_t size = 0;
        mutable std::array<Kept, field_names.size()> kept;
    };
    const OfAct* find(Name act) const {
        const auto number = static_cast<std::size_t>(act);
        return number < acts_.size() ? acts_[number].get() : nullptr;
    }
    void rank_and_sort_by_act();
    LookUp make_look_up(Name act, Field field) const;

    const Log& log_;
    std::vector<RecordIndex> all_;
    std::uint64_t ids_looked_at_;
    std::vector<std::uint32_t> rank_;
    bool all_exact_ = true;
    std::vector<RecordIndex> by_act_;           // those of one act side by side, in order
    std::vector<std::unique_ptr<OfAct>> acts_;  // by name: acts come up early, so their numbers are small
};

template <typename Visit>
void for_each_shown(const Log& log, const Record& record, Field field, Visit visit) {
    const auto one = [&](Name name) {
        if (name != Name::none) visit(name);
    };
    const auto parties = [&](Part part) {
        for (const Party& party : log.parties(record, part)) visit(party.who);
    };
    const auto words = [&](Part part) {
        for (Name word : log.words(record, part)) visit(word);
    };
    switch (field) {
        case Field::act: return one(record.act);
        case Field::by: return parties(Part::by);
        case Field::to: return parties(Part::to);
        case Field::present: return parties(Part::present);
        case Field::with: return parties(Part::with);
        case Field::of: return one(log.name(record, Part::of));
        case Field::document: return one(log.name(record, Part::document));
        case Field::covering: return words(Part::covering);
        case Field::about: return words(Part::about);
        case Field::contains: return words(Part::contains);
        case Field::subject: return one(log.name(record, Part::subject));
        case Field::re: return one(log.name(record, Part::re));
        case Field::role: return one(log.name(record, Part::role));
        case Field::rule: return one(log.name(record, Part::rule));
        case Field::in_writing: return;
        case Field::id: return one(record.id);
    }
}

}  // namespace concordat
