#include "report/matrix.hpp"

#include <algorithm>
#include <optional>

namespace concordat {
namespace {

constexpr std::int64_t most_periods = 9;
constexpr std::int64_t most_years = 12;

/// The day by which a finding is put into a period; none for what is due later than any, or never.
std::optional<Day> day_of(const Outcome& finding, const FindingDays& days) {
    if (days.due) return days.due;
    if (finding.verdict == Verdict::pending) return std::nullopt;
    return days.about ? days.about : days.opens;
}

/// A prohibition that nobody broke and a state that never failed hold on every day, not on their first.
bool holds_all_along(const Rule& rule, const Outcome& finding, const FindingDays& days) {
    if (finding.verdict == Verdict::breached) return false;
    return std::holds_alternative<Throughout>(rule.form) || (std::holds_alternative<Never>(rule.form) && !days.about);
}

Day first_day(const Report& report) {
    const Day as_of = report.standpoint.as_of;
    Day first = as_of;
    for (const CoveredSpan& span : report.covers) first = std::min(first, span.days.first);
    if (!report.covers.empty()) return first;
    for (const Outcome& finding : report.findings)
        if (const auto day = day_of(finding, report.days(finding))) first = std::min(first, *day);
    return first;
}

std::vector<Column> periods(const Report& report) {
    const Day first = first_day(report);
    const Day last = report.standpoint.as_of;
    std::vector<Column> result;
    for (const Cycle cycle : {Cycle::quarter, Cycle::half_year, Cycle::year}) {
        const Periods all(cycle, report.protocol->year);
        const std::int64_t end = all.index_of(last);
        std::int64_t begin = all.index_of(first);
        if (cycle != Cycle::year && end - begin >= most_periods) continue;
        begin = std::max(begin, end - most_years + 1);
        for (std::int64_t i = begin; i <= end; ++i)
            if (const auto period = all.at(i))
                result.push_back({.kind = Column::Kind::period, .label = period->label, .days = period->days});
        break;
    }
    return result;
}

/// Puts findings into columns: all along, earlier, the periods, later.
class Placing {
public:
    explicit Placing(const Report& report)
        : report_(report), columns_{{Column::Kind::all_along, "all along", {}}, {Column::Kind::earlier, "before", {}}} {
        for (Column& column : periods(report)) columns_.push_back(std::move(column));
        columns_.push_back({Column::Kind::later, "later or open", {}});
    }

    std::size_t column_of(const Outcome& finding) const {
        const FindingDays days = report_.days(finding);
        if (holds_all_along(report_.rule(finding), finding, days)) return 0;
        const auto day = day_of(finding, days);
        if (!day) return finding.verdict == Verdict::pending ? columns_.size() - 1 : 0;
        if (columns_.size() == 3 || *day < columns_[2].days.first) return 1;
        const auto after = [&](const Column& column) { return *day <= column.days.last; };
        const auto found = std::find_if(columns_.begin() + 2, columns_.end() - 1, after);
        return static_cast<std::size_t>(found - columns_.begin());
    }

    const std::vector<Column>& columns() const { return columns_; }

private:
    const Report& report_;
    std::vector<Column> columns_;
};

void add(Cell& cell, const Outcome& finding, std::size_t index) {
    if (cell.total == 0 || finding.verdict < cell.worst) {
        cell.worst = finding.verdict;
        cell.first = static_cast<std::uint32_t>(index);
    }
    ++cell.verdicts[static_cast<std::size_t>(finding.verdict)];
    ++cell.total;
}

/// The rows of each rule: that of its clause, and those of the clauses that it checks as well.
std::vector<std::vector<std::size_t>> rows_of_rules(const Protocol& protocol, Matrix& matrix) {
    std::vector<std::vector<std::size_t>> result(protocol.rules.size());
    for (std::size_t i = 0; i < protocol.clauses.size(); ++i) {
        const Clause& clause = protocol.clauses[i];
        if (clause.rules.empty() && clause.checked_by.empty()) continue;
        for (const auto* rules : {&clause.rules, &clause.checked_by})
            for (const std::size_t rule : *rules) result[rule].push_back(matrix.rows.size());
        matrix.rows.push_back({.clause = i, .cells = {}});
    }
    return result;
}

void drop_empty_columns(Matrix& matrix) {
    for (std::size_t i = matrix.columns.size(); i-- > 0;) {
        const auto used = [&](const MatrixRow& row) { return row.cells[i].total > 0; };
        if (matrix.columns[i].kind == Column::Kind::period || std::any_of(matrix.rows.begin(), matrix.rows.end(), used)) continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        matrix.columns.erase(matrix.columns.begin() + at);
        for (MatrixRow& row : matrix.rows) row.cells.erase(row.cells.begin() + at);
    }
}

}  // namespace

Matrix make_matrix(const Report& report) {
    const Placing placing(report);
    Matrix matrix;
    matrix.columns = placing.columns();
    matrix.days = {report.standpoint.as_of, report.standpoint.as_of};
    if (matrix.columns.size() > 3)
        matrix.days = {matrix.columns[2].days.first, matrix.columns[matrix.columns.size() - 2].days.last};
    const auto rows = rows_of_rules(*report.protocol, matrix);
    for (MatrixRow& row : matrix.rows) row.cells.resize(matrix.columns.size());
    for (std::size_t i = 0; i < report.findings.size(); ++i) {
        const Outcome& finding = report.findings[i];
        const std::size_t column = placing.column_of(finding);
        for (const std::size_t row : rows[finding.rule]) {
            add(matrix.rows[row].cells[column], finding, i);
            matrix.rows[row].exercised = true;
        }
    }
    for (const PowerUsed& power : report.powers)
        for (const std::size_t row : rows[power.rule]) {
            matrix.rows[row].power = true;
            matrix.rows[row].uses += power.uses.size();
        }
    drop_empty_columns(matrix);
    return matrix;
}

}  // namespace concordat
