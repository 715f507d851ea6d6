#pragma once
// A rollup: the results of separate audits laid together, as counts. It keeps how many obligations of each rule got each verdict
// at each place, and nothing of the single findings, so its size is that of a table of places by rules, however long the logs
// were. A place is a log, by its title. One result is a rollup of one place, and `merge` may be done in any order and any
// grouping: the outcome is the same. A place that is there already is an error: nothing is ever counted twice.

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "engine/verdict.hpp"
#include "report/report.hpp"

namespace concordat {

struct RolledRule {
    std::string id, clause, form, strength, title;
    std::vector<std::string> also{};  // clauses that it checks too, if any of its findings told

    bool is_binding() const { return strength != "implied"; }
};

using Counts = std::array<std::uint32_t, verdict_names.size()>;  // by Verdict

struct Place {
    std::string as_of;
    std::string tool;  // the version that made the audit
    std::vector<Input> inputs{};
    std::vector<Counts> counts{};  // by rule
    std::uint32_t outstanding = 0;
    std::uint32_t file = 0;  // where it was read, for errors
};

/// One text of a protocol: places that were checked against another text are counted apart.
struct EditionKey {
    std::string protocol;
    std::string sha256;

    friend auto operator<=>(const EditionKey&, const EditionKey&) = default;
};

struct Edition {
    std::vector<RolledRule> rules{};        // in the order of the paper
    std::map<std::string, Place> places{};  // by the log's title
};

struct Rollup {
    std::map<EditionKey, Edition> editions{};
};

/// Adds `part`. What cannot be added is an error of the file that it came from, and is left out.
void merge(Rollup& rollup, Rollup part, Diagnostics& diagnostics);

}  // namespace concordat
