// Logs that would be slow to check if something compared everything with everything, or trusted a hash. Each has a size: how many
// there are of whatever it has too many of. They are checked against protocols/two-rules.yaml where nothing else is said.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "generator/sink.hpp"

namespace bench {

struct BadCase {
    std::string_view name;
    void (*write)(std::size_t size, Sink& sink);
};

const std::vector<BadCase>& bad_cases();

}  // namespace bench
