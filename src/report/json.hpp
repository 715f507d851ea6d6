#pragma once
// JSON: the whole report for other programs, every verdict in it, `--show` or not. The keys are a contract (docs/json.md), its
// JSON Schema is docs/schema/concordat-1.schema.json. One finding stands on one line, so that two runs can be compared with
// `diff` and a log of a million records needs no tree of the whole. All but ASCII is escaped: nothing that a log holds can act
// on a terminal.

#include <string>

#include "report/report.hpp"

namespace concordat {

std::string json(const Report& report);

}  // namespace concordat
