#include "cli/library.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/refusal.hpp"
#include "diagnostic/nearest.hpp"

namespace concordat {
namespace {

constexpr std::string_view folder = "protocols/";
constexpr std::string_view calendars = "protocols/calendars/";
constexpr std::string_view ending = ".yaml";

const Shipped* find(std::string_view where, std::string_view id) {
    if (id.find('/') != std::string_view::npos) return nullptr;
    const std::string path = fmt::format("{}{}{}", where, id, ending);
    const auto files = shipped_files();
    const auto found = std::find_if(files.begin(), files.end(), [&](const Shipped& file) { return file.path == path; });
    return found == files.end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::string_view> shipped_protocols() {
    std::vector<std::string_view> ids;
    for (const Shipped& file : shipped_files())
        if (!file.path.starts_with(calendars))
            ids.push_back(file.path.substr(folder.size(), file.path.size() - folder.size() - ending.size()));
    return ids;
}

const Shipped* find_protocol(std::string_view id) { return find(folder, id); }
const Shipped* find_calendar(std::string_view id) { return find(calendars, id); }

std::vector<std::string> protocols_or_all(std::vector<std::string> wanted) {
    if (wanted.empty())
        for (const std::string_view id : shipped_protocols()) wanted.emplace_back(id);
    return wanted;
}

std::vector<std::string> protocols_or_all(const std::optional<std::string>& wanted) {
    return protocols_or_all(wanted ? std::vector{*wanted} : std::vector<std::string>{});
}

void refuse_protocol(const std::string& id) {
    const std::vector<std::string_view> known = shipped_protocols();
    std::string help =
        fmt::format("shipped: {}; a file of your own has a `/` in its name or ends in .yaml", fmt::join(known, ", "));
    if (const auto meant = nearest(id, known)) help = "did you mean `" + *meant + "`? " + help;
    throw Refusal("unknown-protocol", "no protocol `" + id + "` is shipped", help);
}

}  // namespace concordat
