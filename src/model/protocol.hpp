#pragma once
// A protocol has the shape of the paper: its clauses in order, and under each the rules that check it. A Protocol that exists is
// valid: every id in it is known, every rule can be run, every clause says how it is checked or why it is not.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/directory.hpp"
#include "model/rule.hpp"
#include "time/calendar.hpp"

namespace concordat {

struct Unchecked {
    std::string kind;  // context, definition, principle, statute, repeats
    std::string because;
};

struct Clause {
    std::string number;  // `6.1 para 2`
    std::string says;
    std::vector<std::size_t> rules;       // indexes into Protocol::rules
    std::vector<std::size_t> checked_by;  // rules that stand under other clauses
    std::optional<Unchecked> unchecked;
    std::vector<std::string> defects;
    Span place;
};

struct Source {
    std::string title;
    std::string place;
};

struct Group {
    Name id = Name::none;
    std::vector<Name> members;
    Span place;
    bool used = false;  // where it was, its members stand
};

struct OwnAct {
    std::string name;  // what people call it
    Span place;
};

struct Protocol {
    Name id = Name::none;
    std::string title;
    Source source;
    std::optional<Day> agreed;
    InForce in_force;
    YearStart year;
    std::optional<Calendar> calendar;
    std::vector<std::string> assumes;
    std::vector<std::string> defects;
    Directory directory;
    std::vector<Group> groups;
    std::unordered_map<Name, OwnAct> own_acts;  // what the built-in acts lack
    std::vector<Clause> clauses;
    std::vector<Rule> rules;  // in the order of the clauses
    std::uint32_t file = 0;

    const Rule* find_rule(Name id) const;
};

/// The acts that every protocol has.
const std::vector<std::string_view>& built_in_acts();

}  // namespace concordat
