#pragma once
// What a rule looks like in a log: records that would meet it, and what a broken case would hold or lack. The dates are worked
// out as the engine would, where that needs no log; the records are examples (report/sample.hpp), not the only ones that would
// do.

#include <string>
#include <vector>

#include "model/protocol.hpp"

namespace concordat {

struct Looks {
    std::string met_when;             // "in 2014-15 Q2, due 2014-09-30"; may be empty
    std::vector<std::string> met;     // lines for `records` (for states, `standing`); empty if silence meets it
    std::string broken_when;          // "the log covers the time and holds no such record"
    std::vector<std::string> broken;  // lines that break it; empty if absence does
};

Looks looks(const Protocol& protocol, const Names& names, const Rule& rule);

}  // namespace concordat
