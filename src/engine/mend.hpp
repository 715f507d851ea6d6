#pragma once
// The record that would mend a finding, if it did happen: as one YAML flow mapping, ready to be pasted into a log.

#include "engine/telling.hpp"

namespace concordat {

/// Empty where no record can mend it.
std::string mend(const Telling& telling);

/// A text as it must stand in a YAML flow mapping: quoted only where it needs to be.
std::string yaml_flow(std::string_view text);
void add_yaml_flow(std::string& flow, std::string_view text);

}  // namespace concordat
