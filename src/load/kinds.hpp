// What a field or key can hold, as a set of kinds: `by` holds bodies and roles, `document` documents.
//
// The one table of it is here; patterns, records, `$field`s and the words of an error all go by it.
#pragma once

#include <cstdint>
#include <string>

#include "model/directory.hpp"
#include "model/field.hpp"

namespace concordat {

/// A set of kinds, one bit each.
using Kinds = std::uint16_t;

namespace kinds {
// In the order of Kind, then what is no Thing.
inline constexpr Kinds none = 0, body = 1, meeting = 2, role = 4, document = 8, topic = 16, act = 32, rule = 64, record = 128,
                       label = 256, text = 512, truth = 1024;
inline constexpr Kinds party = body | role;
inline constexpr Kinds thing = body | meeting | role | document | topic;
inline constexpr Kinds any = 2047;
}  // namespace kinds

constexpr Kinds kinds_of(Kind kind) { return static_cast<Kinds>(1U << static_cast<unsigned>(kind)); }

Kinds kinds_of(Field field);

/// Whether a record shows at most one thing in this field.
bool holds_one(Field field);

/// "bodies and roles"
std::string plural(Kinds kinds);

/// "body or role"
std::string singular(Kinds kinds);

}  // namespace concordat
