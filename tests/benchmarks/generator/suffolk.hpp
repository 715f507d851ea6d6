// A log like Suffolk's: the years under examples/suffolk, told over and over from random days of ten years on, until there are
// as many records as are wanted (an item of a meeting is a record). One year in twenty is the one with ten things gone wrong.
//
// Each telling has its own ids and subjects, and its editions are those of its time. So a mailing of 2018 may serve for any of
// the reports of that year: many records compete for few obligations, which the ordinary log does not have.
#pragma once

#include <cstddef>
#include <string>

#include "generator/sink.hpp"

namespace bench {

/// `examples` is the folder with compliant.yaml and ten-wrong.yaml.
void write_suffolk(std::size_t records, const std::string& examples, Sink& sink);

}  // namespace bench
