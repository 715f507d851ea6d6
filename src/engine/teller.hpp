#pragma once
// Tells the findings of an audit: makes the reasons of a verdict when somebody asks for them, and keeps none. There may be as
// many obligations as records and hardly anybody reads of those that are met, so this is all that a met one costs. What every
// telling of one rule needs is made at the first and kept.

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/finding.hpp"
#include "engine/holder_changes.hpp"
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
    /// Tells many, cut into so many parts of which several may be told at once: `hear(part, place, finding)`, the place
    /// being that in `obligations`. Those of one part come one after the other, in their order.
    using Hear = std::function<void(std::size_t, std::size_t, const Finding&)>;
    void tell(std::span<const std::uint32_t> obligations, std::size_t parts, const Hear& hear);
    FindingDays days(std::uint32_t obligation) const;
    std::vector<Name> owed_by(std::uint32_t obligation);

private:
    struct OfRule {
        RuleJob job;
        std::optional<Nearest> nearest;
    };
    /// What one thread needs of its own.
    struct Voice {
        explicit Voice(Job& job) : asked(job.asked), rules(job.protocol.rules.size()) {}
        Voice(const Job& job, Asked nothing) : own(std::move(nothing)), asked(*own), rules(job.protocol.rules.size()) {}

        std::optional<Asked> own;
        Asked& asked;
        HolderChanges holders;
        Audit faults;  // reminders are counted in the same way as due days, but no fault of a table stops a report
        std::vector<std::unique_ptr<OfRule>> rules;
    };
    Finding tell(std::uint32_t obligation, Voice& voice) const;
    OfRule& of_rule(std::uint32_t rule, Voice& voice) const;
    Nearest& nearest(OfRule& of) const;

    const Audit& audit_;
    std::deque<Served> served_;                   // by rule
    std::vector<std::unique_ptr<Voice>> voices_;  // the first is that of the caller, who has asked what the audit has
};

}  // namespace concordat
