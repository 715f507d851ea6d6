#pragma once
// A world before it is loaded: a protocol and a log as YAML trees, and the day after which nothing is known yet.

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "laws/tree.hpp"

namespace concordat::laws {

struct Draft {
    Tree protocol, log;
    std::optional<std::string> known_at;
};

/// Both files, as they would be written.
std::ostream& operator<<(std::ostream& out, const Draft& draft);

struct Wishes {
    std::vector<std::string> forms = {"every", "at-least-every", "once",       "after", "before",
                                      "each",  "never",          "throughout", "may",   "attest"};
    int fewest_records = 2, most_records = 40;
    bool month_dates = true;
    bool withdrawals = true;
    bool working_days = true;
    bool stated_covers_only = false;  // stated spans of `covers`
    bool always_act = false;          // every pattern names the act
};

/// A world at random: everything that the language has, over few names and few days, so that things meet.
Draft random_draft(std::uint64_t seed, const Wishes& wishes = {});

/// The draft without one of its parts, for each part in turn; not all of them can be loaded.
std::vector<Draft> smaller(const Draft& draft);

}  // namespace concordat::laws
