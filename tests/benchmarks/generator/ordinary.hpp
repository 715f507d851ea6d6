// The ordinary log: ten boards over ten years, as `protocols/two-rules.yaml` looks at them. Of every 1 000 reports, 980 reach the
// chair of the HWB in time, 10 late and 10 never; of every 1 000 plans, 990 were consulted on in the year before, 5 earlier and 5
// never. More than half of the records concern no rule. In order of their days, as a clerk writes them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "generator/sink.hpp"

namespace bench {

using IdOf = std::function<std::string(std::size_t number)>;

/// r000123
std::string plain_id(std::size_t number);

struct Ordinary {
    std::size_t records;
    bool on_one_day = false;
    IdOf id = plain_id;
};

void write_ordinary(const Ordinary& wanted, Sink& sink);

}  // namespace bench
