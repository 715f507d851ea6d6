#pragma once
// The formats in which a report can be printed, by name. One line in formats.cpp makes a new one known.

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
    void (*print)(const Report& report, const TextOptions& options, const Out& out);
    /// What it says where the input could not be used; null if it says nothing then.
    std::string (*print_faults)(const Diagnostics& diagnostics, const Sources& sources, const std::string& version);
    /// Whether it prints Report::chronicle.
    bool draws = false;
    /// Whether it prints the SHA-256 of each input.
    bool vouches = false;
};

std::span<const Format> formats();
std::vector<std::string_view> format_names();
/// One of these names.
const Format& format_named(std::string_view name);

}  // namespace concordat
