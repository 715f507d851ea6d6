#pragma once
// Which thing of one protocol is which of another: the same id, or names that say the same in other words ("annual report of the
// SSAB", "annual report of the Safeguarding Adults Board"). Abbreviations that are ids of bodies are read as their names, and the
// place that a paper belongs to is left out. Names are compared as sets of words; what is not near enough is not paired, and
// whoever knows better says so.

#include <unordered_map>
#include <utility>
#include <vector>

#include "model/protocol.hpp"

namespace concordat {

class Alignment {
public:
    /// `same`: pairs that somebody states, of the first protocol and of the second. Both must have come from the same `names`.
    Alignment(const Protocol& first, const Protocol& second, const Names& names, const std::vector<std::pair<Name, Name>>& same);

    /// What the second protocol's thing is called in the first; none if nothing there is the same. Acts are the same in both.
    Name in_first(Name second) const;
    /// What the first protocol's thing is called in the second; none if nothing there is the same.
    Name in_second(Name first) const;

private:
    const Protocol& second_;
    std::unordered_map<Name, Name> to_first_;
    std::unordered_map<Name, Name> to_second_;
};

}  // namespace concordat
