#pragma once
// The day on which an audit stands: `--as-of`, else the log's own, else the last day that the log covers, else its last record's.
// Never today, unless `--as-of today` asks for it: this is the one place of the program that may read the clock.

#include <optional>
#include <string>
#include <string_view>

#include "engine/audit.hpp"

namespace concordat {

struct ChosenStandpoint {
    Standpoint standpoint;
    std::string source;  // where the as-of day comes from, in words
};

ChosenStandpoint choose_standpoint(const std::optional<std::string>& as_of, const std::optional<std::string>& known_at,
                                   const Log& log);

/// The value of a flag, `today` included.
Day parse_day_flag(std::string_view flag, const std::string& value);

}  // namespace concordat
