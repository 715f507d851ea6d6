#include "report/trials.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/page.hpp"
#include "report/summary.hpp"

namespace concordat {
namespace {

struct Count {
    std::size_t good = 0;
    std::size_t all = 0;

    void add(bool is_good) {
        ++all;
        if (is_good) ++good;
    }
    std::string text() const { return all == 0 ? "none" : fmt::format("{}/{}", good, all); }
};

struct Row {
    Count met, broken, witnesses;

    bool has_both() const { return met.all > 0 && broken.all > 0; }
};

std::vector<Row> rows(const Tried& tried) {
    std::vector<Row> result(tried.protocol.rules.size());
    for (const Trial& trial : tried.trials) {
        Row& row = result[trial.rule];
        (trial.broken ? row.broken : row.met).add(trial.passed());
        row.witnesses.all += trial.witnesses;
        row.witnesses.good += trial.witnesses - trial.idle.size();
    }
    return result;
}

void add_table(Page& page, const Tried& tried, const std::vector<Row>& rows) {
    std::size_t id = 4;
    for (const Rule& rule : tried.protocol.rules) id = std::max(id, tried.names.text(rule.id).size());
    page.line({}, fmt::format("{:<{}}  {:<14}  {:>5}  {:>6}  {:>9}", "rule", id, "form", "met", "broken", "witnesses"));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Rule& rule = tried.protocol.rules[i];
        const std::string form = fmt::format("{}{}", form_name(rule.form), can_be_broken(rule) ? "" : " *");
        page.line({}, fmt::format("{:<{}}  {:<14}  {:>5}  {:>6}  {:>9}", tried.names.text(rule.id), id, form, rows[i].met.text(),
                                  rows[i].broken.text(), rows[i].witnesses.all == 0 ? "-" : rows[i].witnesses.text()));
    }
    page.blank();
    const bool any = std::any_of(tried.protocol.rules.begin(), tried.protocol.rules.end(),
                                 [](const Rule& rule) { return !can_be_broken(rule); });
    if (!any) return;
    page.paragraph(
        {0, 2},
        "* Nothing can break these: they are powers, or duties without a due day. Their `broken` examples show the power "
        "unused, or the duty still open.");
    page.blank();
}

void add_faults(Page& page, const Tried& tried, const std::vector<Row>& rows) {
    const auto id = [&](std::size_t rule) { return tried.names.text(tried.protocol.rules[rule].id); };
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!rows[i].has_both())
            page.paragraph({0, 2}, fmt::format("{} has no example of {}.", id(i),
                                               rows[i].met.all > 0      ? "`broken`"
                                               : rows[i].broken.all > 0 ? "`met`"
                                                                        : "`met` and none of `broken`"));
    for (const Trial& trial : tried.trials) {
        const std::string where =
            fmt::format("{}: {}: ", place(trial.place.file, trial.place.line, tried.sources), id(trial.rule));
        if (!trial.passed())
            page.paragraph({0, 2}, fmt::format("{}the example of `{}` does not pass: {}.", where, trial.broken ? "broken" : "met",
                                               trial.fault));
        for (const std::string& witness : trial.idle)
            page.paragraph({0, 2}, fmt::format("{}the example of `met` passes without `{}` as well.", where, witness));
    }
}

std::string totals(const std::vector<Row>& rows) {
    Count both, examples, witnesses;
    for (const Row& row : rows) {
        both.add(row.has_both());
        examples.good += row.met.good + row.broken.good;
        examples.all += row.met.all + row.broken.all;
        witnesses.good += row.witnesses.good;
        witnesses.all += row.witnesses.all;
    }
    std::string text = fmt::format("Of {}, {} {} an example of either kind", counted(both.all, "rule", "rules"), both.good,
                                   both.good == 1 ? "has" : "have");
    if (examples.all > 0)
        text += fmt::format("; of {}, {} {}", counted(examples.all, "example", "examples"), examples.good,
                            examples.good == 1 ? "passes" : "pass");
    if (witnesses.all > 0)
        text += fmt::format("; of {}, {} {}", counted(witnesses.all, "witness", "witnesses"), witnesses.good,
                            witnesses.good == 1 ? "matters" : "matter");
    return text;
}

}  // namespace

bool is_proved(const Tried& tried) {
    const std::vector<Row> all = rows(tried);
    return std::all_of(all.begin(), all.end(), [](const Row& row) {
        return row.has_both() && row.met.good == row.met.all && row.broken.good == row.broken.all &&
               row.witnesses.good == row.witnesses.all;
    });
}

std::string trials_text(const Tried& tried, std::size_t width) {
    const std::vector<Row> all = rows(tried);
    Page page(width);
    page.line({}, fmt::format("{}: {}", tried.names.text(tried.protocol.id), tried.protocol.title));
    page.blank();
    add_table(page, tried, all);
    if (!is_proved(tried)) {
        add_faults(page, tried, all);
        page.blank();
    }
    page.paragraph({0, 2}, totals(all));
    return page.print();
}

bool all_decided(const Exercised& exercised) {
    return std::all_of(exercised.rules.begin(), exercised.rules.end(),
                       [](Exercise exercise) { return exercise == Exercise::decided; });
}

std::string exercised_text(const Exercised& exercised, std::size_t width) {
    const Protocol& protocol = exercised.protocol;
    const auto decided = static_cast<std::size_t>(std::count(exercised.rules.begin(), exercised.rules.end(), Exercise::decided));
    Page page(width);
    page.paragraph({0, 2}, fmt::format("{}: {} of {} decided in {}", exercised.names.text(protocol.id), decided,
                                       counted(exercised.rules.size(), "rule", "rules"), counted(exercised.logs, "log", "logs")));
    for (std::size_t i = 0; i < exercised.rules.size(); ++i) {
        if (exercised.rules[i] == Exercise::decided) continue;
        const Rule& rule = protocol.rules[i];
        page.row({2, 6}, fmt::format("{}  {}", protocol.clauses[rule.clause].number, rule.title), exercised.names.text(rule.id));
        page.line({6, 6}, exercised.rules[i] == Exercise::none ? "no log gave it an occasion"
                                                               : "it had an occasion, and was never met, late or breached");
    }
    return page.print();
}

}  // namespace concordat
