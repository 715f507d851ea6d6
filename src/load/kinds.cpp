#include "load/kinds.hpp"

#include <array>
#include <vector>

#include "load/wording.hpp"

namespace concordat {
namespace {

struct KindName {
    std::string_view one;
    std::string_view many;
};

// In the order of the bits.
constexpr std::array<KindName, 11> kind_names{{{"body", "bodies"},
                                               {"meeting", "meetings"},
                                               {"role", "roles"},
                                               {"document", "documents"},
                                               {"topic", "topics"},
                                               {"act", "acts"},
                                               {"rule", "rules"},
                                               {"record", "ids of records"},
                                               {"label", "labels of editions"},
                                               {"text", "any text"},
                                               {"truth value", "`true` and `false`"}}};

std::vector<std::string> names_of(Kinds kinds, std::string_view KindName::*form) {
    std::vector<std::string> result;
    for (std::size_t i = 0; i < kind_names.size(); ++i)
        if (kinds & (1U << i)) result.emplace_back(kind_names[i].*form);
    return result;
}

}  // namespace

Kinds kinds_of(Field field) {
    switch (field) {
        case Field::act: return kinds::act;
        case Field::by:
        case Field::to:
        case Field::present:
        case Field::with: return kinds::party;
        case Field::of: return kinds::body | kinds::meeting;
        case Field::document: return kinds::document;
        case Field::covering: return kinds::label;
        case Field::about:
        case Field::contains: return kinds::topic | kinds::document | kinds::role;
        case Field::subject: return kinds::text;
        case Field::re:
        case Field::id: return kinds::record;
        case Field::role: return kinds::role;
        case Field::rule: return kinds::rule;
        case Field::in_writing: return kinds::truth;
    }
    return kinds::none;
}

bool holds_one(Field field) {
    switch (field) {
        case Field::act:
        case Field::of:
        case Field::document:
        case Field::subject:
        case Field::re:
        case Field::role:
        case Field::rule:
        case Field::in_writing:
        case Field::id: return true;
        case Field::by:
        case Field::to:
        case Field::present:
        case Field::with:
        case Field::covering:
        case Field::about:
        case Field::contains: return false;
    }
    return true;
}

std::string plural(Kinds kinds) { return listed(names_of(kinds, &KindName::many)); }

std::string singular(Kinds kinds) { return listed(names_of(kinds, &KindName::one), "or"); }

}  // namespace concordat
