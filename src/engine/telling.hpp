#pragma once
// What the reasons of one verdict are told from: the obligation, its rule, and what its variables stand for.

#include "engine/finding.hpp"
#include "engine/job.hpp"

namespace concordat {

struct Telling {
    RuleJob& job;  // of the obligation's rule
    const Audit& audit;
    const Obligation& obligation;

    const Rule& rule() const { return job.rule; }
    Binding binding() const;
    const Pattern* expect() const;  // what the form wants to see; none for forms that want no record
    std::span<const Witness> witnesses() const;

    std::string id_of(RecordIndex record) const;
    std::string date_of(RecordIndex record) const;
    std::string act_of(RecordIndex record) const;
    /// How people call it.
    std::string call(Name name) const;
    Sighting sighting(RecordIndex record, std::string why = {}) const;
};

/// "a", "a or b", "a, b or c".
std::string join(const std::vector<std::string>& words, std::string_view last);

}  // namespace concordat
