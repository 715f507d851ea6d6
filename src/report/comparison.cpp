#include "report/comparison.hpp"

#include <fmt/format.h>

#include "report/english.hpp"
#include "report/page.hpp"
#include "report/sentences.hpp"
#include "report/summary.hpp"
#include "report/title.hpp"

namespace concordat {
namespace {

constexpr Page::Indent row{6, 6};

class Writer {
public:
    Writer(const Protocol& first, const Protocol& second, const Names& names, std::size_t width)
        : first_{first}, second_{second}, names_{names}, page_{width} {}

    std::string write(const Comparison& comparison) {
        page_.line({}, fmt::format("{} and {}, duty by duty", names_.text(first_.id), names_.text(second_.id)));
        page_.blank();
        add_together(comparison);
        add_alone(first_, comparison.first_only);
        add_alone(second_, comparison.second_only);
        std::vector<std::string> totals = {counted(comparison.together.size(), "matter is", "matters are") + " asked by both"};
        for (const auto& [protocol, alone] : {std::pair{&first_, &comparison.first_only}, {&second_, &comparison.second_only}})
            if (!alone->empty())
                totals.push_back(
                    fmt::format("{} by {} alone", counted(alone->size(), "duty", "duties"), names_.text(protocol->id)));
        page_.paragraph({0, 2}, fmt::format("{}", fmt::join(totals, ", ")));
        return page_.print();
    }

private:
    std::string list(const std::vector<Name>& names, const Protocol& protocol) const {
        std::vector<std::string> parts;
        for (const Name name : names) parts.emplace_back(protocol.directory.display(name, names_));
        return joined(parts, "and");
    }

    /// What is to be done and, where the form has a due day, when it falls due.
    std::string told(const Protocol& protocol, const Rule& rule) const {
        const std::vector<std::string> all = sentences(protocol, names_, rule);
        const bool has_due = std::holds_alternative<Every>(rule.form) || std::holds_alternative<Once>(rule.form) ||
                             std::holds_alternative<After>(rule.form) || std::holds_alternative<Before>(rule.form);
        return has_due && all.size() > 1 ? all[0] + " " + all[1] : all[0];
    }

    void add_duty(const Protocol& protocol, const Duty& duty) {
        const Rule& rule = protocol.rules[duty.rule];
        page_.row(
            {2, 6},
            fmt::format("{}  {}  {}", names_.text(protocol.id), protocol.clauses[rule.clause].number, title_with_strength(rule)),
            names_.text(rule.id));
        page_.paragraph(row, told(protocol, rule));
        if (duty.to.size() > 1) page_.paragraph(row, counted(duty.to.size(), "recipient", "recipients") + ".");
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
    return Writer{first, second, names, width}.write(comparison);
}

}  // namespace concordat
