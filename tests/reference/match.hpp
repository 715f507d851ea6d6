#pragma once
// Matching with three values, and what the variables of a pattern are bound to. language.md, "Patterns"; verdicts.md,
// "Matching has three values".

#include <optional>
#include <string>
#include <vector>

#include "reference/scene.hpp"

namespace concordat::reference {

enum class Truth { no, maybe, yes };

struct Bindings {
    const Record* record = nullptr;  // `$field`: the trigger, the guarded or the judged record
    std::optional<Name> each;        // `$each`; not given: not stated
    std::string period, previous;    // `$period`, `$previous-period`
};

/// What a pattern's value comes to once it is bound.
struct Wanted {
    std::string text;
    Name name = Name::none;
    bool itself = false;
};

/// nullopt if a `$field` (or an `$each` that hangs on one) is not stated.
std::optional<std::vector<Wanted>> bind(const Scene& scene, const Values& values, const Bindings& bindings);

struct Match {
    Truth truth = Truth::no;
    bool edition_not_stated = false;    // it serves, but with a flag, after the others, and only once
    std::vector<std::string> editions;  // if the pattern names `covering`: those of the record's that it agrees with
};

/// As a witness: a record that states no edition serves where the pattern names one.
Match match_witness(const Scene& scene, const Rule& rule, const Pattern& pattern, const Record& record, const Bindings& bindings);

/// In every other part a record that states no edition only may match.
Truth match(const Scene& scene, const Rule& rule, const Pattern& pattern, const Record& record, const Bindings& bindings);

/// The same for a single field, and for an alternative without its `by`.
Truth match_field(const Scene& scene, const Rule& rule, const FieldPattern& pattern, const Record& record,
                  const Bindings& bindings);

}  // namespace concordat::reference
