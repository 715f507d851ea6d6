#include "cli/formats.hpp"

#include <algorithm>
#include <array>

#include "report/github.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/junit.hpp"
#include "report/markdown_report.hpp"
#include "report/sarif.hpp"

namespace concordat {
namespace {

/// A format that takes no options.
template <std::string (*print)(const Report&)>
void plainly(const Report& report, const TextOptions&, const Out& out) {
    out(print(report));
}

constexpr std::array<Format, 7> table = {{
    {"text", text, nullptr},
    {"json", plainly<json>, nullptr, false, true},
    {"sarif", plainly<sarif>, sarif_of_faults},
    {"junit", plainly<junit>, nullptr},
    {"github", plainly<github>, github_of_faults},
    {"markdown", plainly<markdown_report>, nullptr},
    {"html", plainly<html>, nullptr, true, true},
}};

}  // namespace

std::span<const Format> formats() { return table; }

std::vector<std::string_view> format_names() {
    std::vector<std::string_view> names(table.size());
    std::transform(table.begin(), table.end(), names.begin(), [](const Format& format) { return format.name; });
    return names;
}

const Format& format_named(std::string_view name) {
    return *std::find_if(table.begin(), table.end(), [&](const Format& format) { return format.name == name; });
}

}  // namespace concordat
