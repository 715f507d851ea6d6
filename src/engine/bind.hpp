#pragma once
// Filling in a pattern's variables. `$each`, `$period` and `$field` get their values when an obligation is made; what comes out
// is a pattern of names alone, with every name that may stand for each of them already written out. A variable that has no value
// (the trigger does not state the field) leaves the field open: then no record can be said to show it, nor not to.

#include <optional>
#include <string>
#include <vector>

#include "engine/offices.hpp"
#include "model/log.hpp"
#include "model/rule.hpp"
#include "time/period.hpp"
#include "timeline/timeline.hpp"

namespace concordat {

/// What the variables of one obligation stand for.
struct Binding {
    Name member = Name::none;                // $each
    const Period* period = nullptr;          // $period, $previous-period
    RecordIndex record = RecordIndex::none;  // $field: the trigger, the guarded or judged record
};

/// A name that no record can show: an edition that no log mentions.
inline constexpr Name unmentioned{0xFFFFFFFF};

/// The names a value stands for, one after the other: `visit(Name)`. False where a variable has none.
template <typename Visit>
bool for_each_name(const Value& value, const Binding& binding, const Log& log, const Names& names, Visit visit);

/// The same as a list; `known` becomes false where a variable has none.
std::vector<Name> resolve(const Value& value, const Binding& binding, const Log& log, const Names& names, bool& known);

struct BoundField {
    Field field = Field::act;
    bool all = false;
    bool open = false;  // a variable without a value is among the values
    /// Any: one list of all names that will do, sorted. All: one list for each value that must be shown.
    std::vector<std::vector<Name>> accepted;
};

/// Which editions `covering` asks for.
struct Editions {
    bool named = false;  // the pattern names `covering`
    bool all = false;
    bool open = false;
    std::vector<Name> wanted{};  // sorted, no two alike

    friend bool operator==(const Editions&, const Editions&) = default;
};

/// One alternative of a pattern, its variables filled in; `covering` apart, because it follows rules of its own.
struct Bound {
    std::vector<BoundField> fields;
    Editions editions;
    std::vector<Name> delegates;  // all names of the offices that may act through a delegate, sorted
};

/// Fills in a pattern for one obligation after another. What the protocol itself names is written out once, and where the
/// variables stand is filled in place, so that a trigger costs no more than its own values.
class Binder {
public:
    /// All must outlive it.
    Binder(const Pattern& pattern, const Log& log, const Names& names, const Offices& offices,
           const std::vector<Name>& delegates);

    /// All alternatives of the pattern, until it is asked the next time.
    const std::vector<Bound>& at(const Binding& binding);
    /// Whether any `$field` is in it, so that it differs from record to record.
    bool of_record() const { return of_record_; }
    /// Whether the last answer is another than the one before; with a `$field` it is taken to be.
    bool changed() const { return changed_; }

private:
    /// What is to be filled in again: a field of an alternative, or its editions.
    struct Place {
        const FieldPattern* pattern;
        std::size_t alternative;
        std::size_t field;  // index into Bound::fields; none of `covering`
        bool of_record;
    };
    void fill(const Place& place, const Binding& binding);
    void fill(BoundField& bound, const Values& values, const Binding& binding) const;
    void fill(Editions& editions, const Values& values, const Binding& binding) const;

    const Log& log_;
    const Names& names_;
    const Offices& offices_;
    std::vector<Bound> bound_;
    std::vector<Place> places_;
    bool of_record_ = false;
    bool changed_ = true;
    std::optional<Binding> last_;
};

/// A name for a label, which may be one that no log mentions.
Name mentioned(const Names& names, const std::string& label);

template <typename Visit>
bool for_each_name(const Value& value, const Binding& binding, const Log& log, const Names& names, Visit visit) {
    bool known = false;
    const auto one = [&](Name name) {
        known = true;
        visit(name);
    };
    switch (value.kind) {
        case Value::Kind::name:
        case Value::Kind::itself: one(value.name); break;
        case Value::Kind::each:
            if (binding.member != Name::none) one(binding.member);
            break;
        case Value::Kind::period:
            if (binding.period) one(mentioned(names, binding.period->label));
            break;
        case Value::Kind::previous_period:
            if (binding.period) one(mentioned(names, binding.period->previous_label));
            break;
        case Value::Kind::field:
            if (binding.record != RecordIndex::none) for_each_shown(log, log.at(binding.record), value.field, one);
            break;
    }
    return known;
}

}  // namespace concordat
