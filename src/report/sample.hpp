#pragma once
// Example records: what a log would hold where a rule is met, and where it is broken. They are made from the rule's own patterns,
// so they can be copied into a log; what a pattern takes over from the trigger (`$to`) is filled in on both sides. Dates are the
// first that make sense under the rule. They are examples, one of many: where a pattern takes any of several, the first is shown.

#include <map>
#include <string>
#include <vector>

#include "model/protocol.hpp"

namespace concordat {

/// The id of a record that samples refer to when the rule does not say which.
inline constexpr std::string_view referred_to = "r0";

/// A record to be, with its values as they would be written.
struct Sample {
    std::string id;
    Day date{};
    std::map<Field, std::vector<std::string>> fields;
};

/// `{id: r1, date: 2014-09-30, act: sent, …}`
std::string to_flow(const Sample& sample);

/// What `$each`, `$period` and `$field` stand for in an example. What the trigger lacks is added to it.
struct SampleBindings {
    std::string each, period, previous_period;
    Sample* trigger = nullptr;
};

class Sampler {
public:
    Sampler(const Protocol& protocol, const Names& names) : protocol_(protocol), names_(names) {}

    Sample make(std::string id, Day date, const Pattern& pattern, const SampleBindings& bindings) const;
    /// Adds what `pattern` asks for to what the record shows already.
    void extend(Sample& sample, const Pattern& pattern, const SampleBindings& bindings) const;
    /// What the first of these would be in a record.
    std::string word(const Value& value, const SampleBindings& bindings) const;
    /// What could stand in this field instead: none of these.
    std::string another(Field field, const std::vector<std::string>& but) const;

private:
    std::vector<std::string> words(const Value& value, const SampleBindings& bindings) const;
    std::string placeholder(Field field, const Sample& sample) const;

    const Protocol& protocol_;
    const Names& names_;
};

}  // namespace concordat
