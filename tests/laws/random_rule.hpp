#pragma once
// Rules at random: every form with every modifier that it takes. language.md, section 2.

#include "laws/days.hpp"
#include "laws/draft.hpp"

namespace concordat::laws {

/// The few words that a world has; patterns and records are made of the same ones, so that they meet.
struct Words {
    std::vector<std::string> acts;
    std::vector<std::string> bodies, roles, parties, documents, topics;
    std::vector<std::string> labels;  // of editions and periods
    std::vector<std::string> subjects;
    std::vector<std::string> record_ids;
    std::vector<std::string> rules;      // that are attested
    std::vector<std::string> as;         // in what capacity somebody is a member
    Day in_force_from{}, in_force_to{};  // the protocol's; the whole time that a world has, if it does not say
    bool agreed = false, dated = false, holidays = false;
};

Tree random_rule(Dice& dice, Days& days, const Words& words, const Wishes& wishes, const std::string& id);

}  // namespace concordat::laws
