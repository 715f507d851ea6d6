#pragma once
// What stands in the text report behind the findings: powers, rules never exercised, waivers to look at, what became of the
// baseline, what depends on how the words are read. A section that has nothing to say writes nothing.

#include "report/page.hpp"
#include "report/report.hpp"

namespace concordat {

void add_powers(Page& page, const Report& report);
void add_never_exercised(Page& page, const Report& report);
void add_waivers(Page& page, const Report& report);
void add_baseline(Page& page, const Report& report);
void add_readings(Page& page, const Report& report);

}  // namespace concordat
