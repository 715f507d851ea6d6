#pragma once
// The parts of the page, from top to bottom; html.cpp puts them together. Each adds one section, or nothing where there is
// nothing to say.

#include <vector>

#include "report/html_element.hpp"
#include "report/matrix.hpp"
#include "report/report.hpp"

namespace concordat {

/// Findings that stand under one heading.
struct Listed {
    const char* id;
    const char* heading;
    bool in_full;                       // a block for each; else a row in a table
    std::vector<std::size_t> findings;  // indexes into Report::findings; those on the page
    std::size_t left_out = 0;
};

/// What stands where, worked out before anything links to it.
struct Listing {
    std::vector<Listed> lists;
    std::vector<bool> shown;  // by finding
    Matrix matrix;
};

Listing make_listing(const Report& report);

/// The id of a finding's place on the page.
std::string anchor(std::size_t finding);
/// The id of the place where the assumptions of its rule are told.
std::string anchor_of_assumptions(std::size_t rule);
/// "14: HCT reports on early help to HSCB every quarter (should)"
std::string title_of(const Report& report, std::size_t rule);
/// A section with its heading.
Element add_section(Element page, const std::string& id, std::string_view heading);
/// A table with its heads, and without a body.
Element add_table(Element section, std::string_view label, const std::vector<std::string_view>& columns,
                  const char* css_class = "");

void add_head(Element page, const Report& report);                                 // html_head.cpp
void add_totals(Element page, const Report& report);                               // html_head.cpp
void add_violations(Element page, const Report& report, const Listing& listing);   // html_summary.cpp
void add_matrix(Element page, const Report& report, const Listing& listing);       // html_matrix.cpp
void add_timeline(Element page, const Report& report, const Listing& listing);     // html_timeline.cpp
void add_blocks(Element section, const Report& report, const Listed& list);        // html_finding.cpp
void add_rows(Element section, const Report& report, const Listed& list);          // html_rows.cpp
void add_findings(Element page, const Report& report, const Listing& listing);     // html_finding.cpp
void add_readings(Element page, const Report& report);                             // html_rest.cpp
void add_waivers(Element page, const Report& report);                              // html_rest.cpp
void add_powers(Element page, const Report& report);                               // html_rest.cpp
void add_unchecked(Element page, const Report& report);                            // html_paper.cpp
void add_assumptions(Element page, const Report& report, const Listing& listing);  // html_paper.cpp
void add_inputs(Element page, const Report& report);                               // html_rest.cpp

}  // namespace concordat
