#include "report/comparison.hpp"

#include <fmt/format.h>

#include "report/english.hpp"
#include "report/page.hpp"
#include "report/summary.hpp"

namespace concordat {
namespace {

constexpr Page::Indent row{4, 6};

std::string each(const Rhythm& rhythm, const Speaker& speak) { return "each " + speak.period(rhythm); }

std::string within(const Deadline& deadline) {
    switch (deadline.kind) {
        case Deadline::Kind::duration: return ", within " + to_string(deadline.duration);
        case Deadline::Kind::next_meeting: return ", by the next meeting";
        case Deadline::Kind::next_edition: return ", by the next edition";
        case Deadline::Kind::open: return ", with no due day";
        case Deadline::Kind::at_once: return "";
    }
    return "";
}

/// How often, or on which occasion.
struct When {
    Speaker& speak;

    std::string operator()(const Every& form) const {
        return each(form.rhythm, speak) + (form.times > 1 ? fmt::format(", {} times", form.times) : "") + within(form.within);
    }
    std::string operator()(const AtLeastEvery& form) const { return "at least every " + to_string(form.gap); }
    std::string operator()(const Once& form) const { return "once" + within(form.within); }
    std::string operator()(const After& form) const { return "after " + speak.clause(form.trigger) + within(form.within); }
    std::string operator()(const Before& form) const { return "before " + speak.clause(form.guarded); }
    std::string operator()(const Each& form) const { return "each time, showing " + speak.particulars(form.has); }
    std::string operator()(const Never&) const { return "never"; }
    std::string operator()(const Throughout&) const { return "at all times"; }
    std::string operator()(const May& form) const { return form.only ? "a power of theirs alone" : "a power"; }
    std::string operator()(const Attest& form) const { return "attested " + each(form.rhythm, speak); }
};

class Writer {
public:
    Writer(const Protocol& first, const Protocol& second, const Names& names) : first_{first}, second_{second}, names_{names} {}

    std::string write(const Comparison& comparison, std::size_t width) {
        page_.line({}, fmt::format("{} and {}, duty by duty", names_.text(first_.id), names_.text(second_.id)));
        page_.blank();
        add_together(comparison);
        add_alone(first_, comparison.first_only);
        add_alone(second_, comparison.second_only);
        page_.paragraph({0, 2}, fmt::format("{} asked by both; only {} asks for {}, only {} for {}",
                                            counted(comparison.together.size(), "matter", "matters"), names_.text(first_.id),
                                            counted(comparison.first_only.size(), "more", "more"), names_.text(second_.id),
                                            counted(comparison.second_only.size(), "more", "more")));
        return page_.print(width, false);
    }

private:
    std::string list(const std::vector<Name>& names, const Protocol& protocol) const {
        std::vector<std::string> parts;
        for (const Name name : names) parts.push_back(protocol.directory.display(name, names_));
        return joined(parts, "and");
    }

    void add_duty(const Protocol& protocol, const Duty& duty) {
        const Rule& rule = protocol.rules[duty.rule];
        Speaker speak(protocol, names_, rule);
        page_.row({2, 6},
                  fmt::format("{}  {}  {}{}", names_.text(protocol.id), protocol.clauses[rule.clause].number, rule.title,
                              rule.strength == Strength::must ? "" : fmt::format(" ({})", to_string(rule.strength))),
                  names_.text(rule.id));
        std::vector<std::string> acts;
        for (const Name act : duty.acts) acts.push_back(names_.text(act));
        std::string line = duty.who.empty() ? "somebody" : list(duty.who, protocol);
        if (!acts.empty()) line += ": " + joined(acts, "or");
        if (!duty.matter.empty() && duty.matter != duty.who) line += ": " + list(duty.matter, protocol);
        page_.paragraph(row, line);
        if (!duty.to.empty()) page_.paragraph(row, fmt::format("to {} ({})", list(duty.to, protocol), duty.to.size()));
        page_.paragraph(row, std::visit(When{speak}, rule.form));
    }

    void add_missing(const Protocol& has, const Protocol& lacks, const std::vector<Name>& recipients) {
        if (!recipients.empty())
            page_.paragraph({2, 4}, fmt::format("{} names {}, {} does not", names_.text(has.id), list(recipients, has),
                                                names_.text(lacks.id)));
    }

    void add_together(const Comparison& comparison) {
        for (std::size_t i = 0; i < comparison.together.size(); ++i) {
            const Together& together = comparison.together[i];
            page_.line({}, fmt::format("{}. Asked by both", i + 1));
            for (const Duty& duty : together.first) add_duty(first_, duty);
            for (const Duty& duty : together.second) add_duty(second_, duty);
            add_missing(first_, second_, together.to_first_only);
            add_missing(second_, first_, together.to_second_only);
            page_.blank();
        }
    }

    void add_alone(const Protocol& protocol, const std::vector<Duty>& duties) {
        if (duties.empty()) return;
        page_.line({}, fmt::format("Only {} asks", names_.text(protocol.id)));
        for (const Duty& duty : duties) {
            const Rule& rule = protocol.rules[duty.rule];
            page_.row({2, 6}, fmt::format("{}  {}", protocol.clauses[rule.clause].number, rule.title), names_.text(rule.id));
        }
        page_.blank();
    }

    const Protocol& first_;
    const Protocol& second_;
    const Names& names_;
    Page page_;
};

}  // namespace

std::string comparison_text(const Protocol& first, const Protocol& second, const Names& names, const Comparison& comparison,
                            std::size_t width) {
    return Writer{first, second, names}.write(comparison, width);
}

}  // namespace concordat
