#pragma once
// Tells the findings of an audit: makes the reasons of a verdict when somebody asks for them, and keeps none. There may be as
// many obligations as records and hardly anybody reads of those that are met, so this is all that a met one costs. What every
// telling of one rule needs is made at the first and kept.

#include <memory>
#include <optional>
#include <vector>

#include "engine/finding.hpp"
#include "engine/nearest.hpp"

namespace concordat {

class Teller {
public:
    /// The audit must outlive it, and the waivers must have been applied.
    explicit Teller(const Audit& audit);
    Teller(const Teller&) = delete;
    Teller& operator=(const Teller&) = delete;

    /// `obligation`: index into Audit::obligations.
    Finding tell(std::uint32_t obligation);
    FindingDays days(std::uint32_t obligation) const;
    std::vector<Name> owed_by(std::uint32_t obligation);

private:
    struct OfRule {
        RuleJob job;
        std::optional<Nearest> nearest;
    };
    OfRule& of_rule(std::uint32_t rule);
    Nearest& nearest(OfRule& of);

    const Audit& audit_;
    Audit faults_;  // reminders are counted in the same way as due days, but no fault of a table stops a report
    std::vector<std::unique_ptr<OfRule>> rules_;
};

}  // namespace concordat
