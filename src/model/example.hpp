#pragma once
// An example: a few records that keep a rule or break it, written beside the rule as its test. It is a log in miniature, and is
// judged like any other.

#include "model/log.hpp"

namespace concordat {

struct Example {
    std::size_t rule = 0;  // index into Protocol::rules
    bool broken = false;   // what it claims: that it breaks the rule, or that it keeps it
    Log log;
    Span place;
};

}  // namespace concordat
