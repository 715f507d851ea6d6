#pragma once
// The formats in which a report can be printed, by name, and where the user wants each: `--format F` is standard output,
// `--format F:PATH` a file. One line in formats.cpp makes a new one known. Two formats to one place are refused, and so is a file
// that is one of the inputs.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "report/report.hpp"
#include "report/text.hpp"

namespace concordat {

struct Format {
    std::string_view name;
    std::string (*print)(const Report& report, const TextOptions& options);
    /// What it says where the input could not be used; null if it says nothing then.
    std::string (*print_faults)(const Diagnostics& diagnostics, const Sources& sources, const std::string& version);
};

std::span<const Format> formats();

struct Sink {
    const Format* format = nullptr;
    std::string path;  // empty: standard output
};

/// From the values of `--format`; none of them means text on standard output.
std::vector<Sink> parse_sinks(const std::vector<std::string>& wanted, const std::vector<std::string>& inputs);

/// Where there is no report because the input could not be used: for the formats that can say so.
void deliver_faults(const Diagnostics& diagnostics, const Sources& sources, const std::vector<Sink>& sinks);

/// Files first: who reads the report may rely on them. Only what goes to standard output has colours or a terminal's width.
void deliver(const Report& report, const std::vector<Sink>& sinks, const TextOptions& options);

}  // namespace concordat
