#pragma once
// The findings as a table of clauses by periods: the clauses that rules check, in the order of the paper, and the periods of the
// protocol's year, as long as they must be for all of them to fit a page. A finding stands in the period in which its duty fell
// due, else in that of the record that it judges. What holds all along, what is due later or has no due day, and what was due
// before the first period, have columns of their own. A clause that a rule under another clause checks shows that rule's
// findings.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace concordat {

struct Column {
    enum class Kind : std::uint8_t { all_along, earlier, period, later };
    Kind kind = Kind::period;
    std::string label;
    DayRange days{};  // of a period
};

struct Cell {
    std::array<std::uint32_t, verdict_names.size()> verdicts{};  // by Verdict
    std::uint32_t total = 0;
    Verdict worst = Verdict::not_applicable;
    std::uint32_t first = 0;  // index of the first finding with that verdict
};

struct MatrixRow {
    std::size_t clause = 0;
    std::vector<Cell> cells{};  // by column
    bool exercised = false;     // whether any cell holds anything
    bool power = false;         // whether one of its rules only allows something
    std::size_t uses = 0;       // of such rules
};

struct Matrix {
    std::vector<Column> columns;  // only those that a finding stands in, and every period
    std::vector<MatrixRow> rows;
    DayRange days{};  // all periods together
};

Matrix make_matrix(const Report& report);

}  // namespace concordat
