#pragma once
// What the reasons of one verdict are told from: the obligation, its rule, and what its variables stand for.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

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

    std::string_view id_of(RecordIndex record) const;
    std::string date_of(RecordIndex record) const;
    std::string_view act_of(RecordIndex record) const;
    /// How people call it.
    std::string_view call(Name name) const;
    Sighting sighting(RecordIndex record, std::string why = {}) const;
};

/// One text of several, in one piece of memory: there may be as many findings as records, and each has many texts.
std::string text_of(std::initializer_list<std::string_view> parts);

/// "a", "a or b", "a, b or c".
std::string join(const std::vector<std::string>& words, std::string_view last);
/// Adds the same of things of which each has a word.
template <typename Things, typename WordOf>
void add_joined(std::string& text, const Things& things, std::string_view last, WordOf word_of) {
    std::size_t left = things.size();
    for (const auto& thing : things) {
        text.append(word_of(thing));
        if (--left == 0) return;
        if (left > 1)
            text += ", ";
        else
            text.append(1, ' ').append(last).append(1, ' ');
    }
}

}  // namespace concordat
