#pragma once
// A pattern shows the record that a rule wants to see: `{act: sent, by: hct, to: $each}`. It is one or more alternatives
// (`any:`), each a list of fields with the values that the field may show. Groups and lists are written out while loading, so a
// value is one thing, or a variable that is bound when an obligation is made.

#include <vector>

#include "model/field.hpp"
#include "model/name.hpp"
#include "source/text.hpp"

namespace concordat {

struct Value {
    enum class Kind : std::uint8_t {
        name,             // `hscb`, `2014-15`, `true`
        itself,           // `{itself: hhwb}`: the body alone, not its chair
        each,             // `$each`
        period,           // `$period`
        previous_period,  // `$previous-period`
        field             // `$to`: what the trigger, the guarded record or the record itself shows there
    };
    Kind kind = Kind::name;
    Name name = Name::none;   // of `name` and `itself`
    Field field = Field::id;  // of `field`

    friend bool operator==(const Value&, const Value&) = default;
};

/// Any of the values; with `all`, the one record shows every one of them.
struct Values {
    bool all = false;
    std::vector<Value> values;

    friend bool operator==(const Values&, const Values&) = default;
};

struct FieldPattern {
    Field field = Field::act;
    Values values;
    Span place;
};

struct Alternative {
    std::vector<FieldPattern> fields;  // in the order of Field; each field at most once

    const Values* find(Field field) const {
        for (const FieldPattern& pattern : fields)
            if (pattern.field == field) return &pattern.values;
        return nullptr;
    }
};

struct Pattern {
    std::vector<Alternative> alternatives;  // never empty; one unless written with `any`
    Span place;
};

}  // namespace concordat
