#include "review/signature.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace concordat {
namespace {

class Signer {
public:
    Signer(Name member, const Names& names) : member_{member}, names_{names} {}

    std::string operator()(const Every& form) const {
        return fmt::format("every {} x{} {} opens {} within {} part {} late {} unless {}", rhythm(form.rhythm), form.times,
                           pattern(form.expect), length(form.opens), deadline(form.within), form.part_period_counts,
                           form.late_counts, pattern(form.unless));
    }
    std::string operator()(const AtLeastEvery& form) const {
        return fmt::format("at-least-every {} {} {}", to_string(form.gap), form.from_agreed, pattern(form.expect));
    }
    std::string operator()(const Once& form) const {
        return fmt::format("once {} within {} late {} unless {}", pattern(form.expect), deadline(form.within), form.late_counts,
                           pattern(form.unless));
    }
    std::string operator()(const After& form) const {
        return fmt::format("after {} {} within {} late {} distinct {} unless {}", pattern(form.trigger), pattern(form.expect),
                           deadline(form.within), form.late_counts, form.distinct, pattern(form.unless));
    }
    std::string operator()(const Before& form) const {
        return fmt::format("before {} {} within {} at-least {} since {} distinct {} unless {}", pattern(form.guarded),
                           pattern(form.expect), length(form.within), length(form.at_least), pattern(form.since), form.distinct,
                           pattern(form.unless));
    }
    std::string operator()(const Each& form) const {
        return fmt::format("each {} has {}", pattern(form.pattern), pattern(form.has));
    }
    std::string operator()(const Never& form) const {
        return fmt::format("never {} excused-by {}", pattern(form.pattern), pattern(form.excused_by));
    }
    std::string operator()(const Throughout& form) const {
        std::vector<std::string> subjects;
        for (const Value& subject : form.state.subjects) subjects.push_back(value(subject));
        std::sort(subjects.begin(), subjects.end());
        return fmt::format("throughout {} {} of {} as {}", static_cast<int>(form.state.kind), fmt::join(subjects, "|"),
                           value(form.state.of), names_.text(form.state.as));
    }
    std::string operator()(const May& form) const { return fmt::format("may {} only {}", pattern(form.pattern), form.only); }
    std::string operator()(const Attest& form) const {
        return fmt::format("attest {} by {} every {}", form.text, values(form.by), rhythm(form.rhythm));
    }

    std::string parties(const std::optional<Values>& parties) const { return parties ? values(*parties) : "-"; }

private:
    std::string value(const Value& value) const {
        if (value.kind == Value::Kind::each && member_ != Name::none) return std::string{names_.text(member_)};
        return fmt::format("{}{}{}", value.kind == Value::Kind::name ? "" : fmt::format("${}:", static_cast<int>(value.kind)),
                           names_.text(value.name),
                           value.kind == Value::Kind::field ? std::string(to_string(value.field)) : std::string{});
    }
    std::string values(const Values& values) const {
        std::vector<std::string> parts;
        for (const Value& each : values.values) parts.push_back(value(each));
        std::sort(parts.begin(), parts.end());
        return fmt::format("{}", fmt::join(parts, values.all && parts.size() > 1 ? "&" : "|"));
    }
    std::string pattern(const Pattern& pattern) const {
        std::vector<std::string> alternatives;
        for (const Alternative& alternative : pattern.alternatives) {
            std::string text;
            for (const FieldPattern& field : alternative.fields)
                text += fmt::format("{}={};", to_string(field.field), values(field.values));
            alternatives.push_back(std::move(text));
        }
        std::sort(alternatives.begin(), alternatives.end());
        return fmt::format("{{{}}}", fmt::join(alternatives, "/"));
    }
    std::string pattern(const std::optional<Pattern>& maybe) const { return maybe ? pattern(*maybe) : "-"; }
    static std::string length(const std::optional<Duration>& maybe) { return maybe ? to_string(*maybe) : "-"; }
    static std::string rhythm(const Rhythm& rhythm) {
        return rhythm.from_agreement ? to_string(*rhythm.from_agreement) : std::to_string(static_cast<int>(rhythm.cycle));
    }
    std::string deadline(const Deadline& deadline) const {
        return fmt::format("{} {} {}", static_cast<int>(deadline.kind),
                           deadline.kind == Deadline::Kind::duration ? to_string(deadline.duration) : "-",
                           names_.text(deadline.name));
    }

    Name member_;
    const Names& names_;
};

}  // namespace

std::vector<Name> members_of(const Rule& rule) {
    std::vector<Name> members;
    if (rule.for_each)
        for (const Value& member : *rule.for_each)
            if (member.name != Name::none) members.push_back(member.name);
    if (members.empty()) members.push_back(Name::none);
    return members;
}

std::string signature(const Rule& rule, Name member, const Names& names) {
    const Signer signer{member, names};
    const auto end = [](const std::optional<Day>& day) { return day ? to_string(*day) : std::string("-"); };
    return fmt::format("{} owed {} to {} from {} to {}", std::visit(signer, rule.form), signer.parties(rule.owed_by),
                       signer.parties(rule.owed_to), end(rule.in_force.from), end(rule.in_force.to));
}

}  // namespace concordat
