#pragma once
// The parts of a rule in plain English, built from its structure: names of things, lists, lengths of time, and patterns as
// clauses
// ("Halton Children's Trust sends the report on early help to Halton Safeguarding Children Board"). No title is parsed and no
// text of the paper repeated, so what it says is what the engine will look for. A Speaker speaks of one rule: it names the
// members of a `for-each` once and then refers back to them, and what is called "… Board (HSCB)" is HSCB from then on.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "model/protocol.hpp"
#include "report/verbs.hpp"

namespace concordat {

/// "a, b or c"; with semicolons where a part has commas of its own.
std::string joined(const std::vector<std::string>& parts, std::string_view last_word);
/// The same with the first letter a capital and a full stop at the end.
std::string sentence(std::string text);
/// "1 April"
std::string in_words(YearStart start);

class Speaker {
public:
    enum class Mood : std::uint8_t { does, may };

    Speaker(const Protocol& protocol, const Names& names, const Rule& rule) : protocol_(protocol), names_(names), rule_(rule) {}

    /// With its article, if it takes one: "the report on early help", "Halton Children's Trust".
    std::string thing(Name name);
    std::string things(const std::vector<Name>& names, std::string_view last_word);
    std::string values(const Values& values, Field field);
    /// What happens, as a clause without a full stop.
    std::string clause(const Pattern& pattern, Mood mood = Mood::does);
    /// What a record shows: "X (under `with`) and Y (under `about`)".
    std::string particulars(const Pattern& pattern);
    /// A fact that holds over time, as a clause.
    std::string state(const State& state);
    /// "quarter"; "period of 2 years"
    std::string period(const Rhythm& rhythm) const;
    /// "each of a and b", the members of `for-each`; from the second time on, "the same one of them".
    std::string each(std::string_view word = "each of");
    bool has_named_each() const { return named_each_; }

private:
    std::string value(const Value& value, Field field);
    std::string clause(const Alternative& alternative, Mood mood);
    std::string meeting(const Alternative& alternative, Mood mood);
    Verb verb_of(Name act) const;
    enum class Shape : std::uint8_t { base, present, past };
    std::string verbs(const Values& acts, Shape shape) const;
    struct Object {
        std::string text;
        Field field = Field::act;  // where it comes from; `act` if there is none
    };
    Object object(const Alternative& alternative, bool transitive);
    std::string rest(const Alternative& alternative, Field said, bool said_of);
    std::string document(const Alternative& alternative);

    const Protocol& protocol_;
    const Names& names_;
    const Rule& rule_;
    bool named_each_ = false;
    std::unordered_set<Name> said_;
};

}  // namespace concordat
