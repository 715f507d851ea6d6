#pragma once
// Filling in a pattern's variables. `$each`, `$period` and `$field` get their values when an obligation is made; what comes out
// is a pattern of names alone, with every name that may stand for each of them already written out. A variable that has no value
// (the trigger does not state the field) leaves the field open: then no record can be said to show it, nor not to.

#include <string>
#include <vector>

#include "engine/offices.hpp"
#include "model/log.hpp"
#include "model/rule.hpp"
#include "time/period.hpp"

namespace concordat {

/// What the variables of one obligation stand for.
struct Binding {
    Name member = Name::none;                // $each
    const Period* period = nullptr;          // $period, $previous-period
    RecordIndex record = RecordIndex::none;  // $field: the trigger, the guarded or judged record
};

/// A name that no record can show: an edition that no log mentions.
inline constexpr Name unmentioned{0xFFFFFFFF};

/// The names a value stands for; `known` becomes false where a variable has none.
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

/// All alternatives of a pattern.
std::vector<Bound> bind(const Pattern& pattern, const Binding& binding, const Log& log, const Names& names,
                        const Offices& offices, const std::vector<Name>& delegates);

}  // namespace concordat
