#include <fmt/format.h>

#include "report/changes.hpp"
#include "report/page.hpp"
#include "report/summary.hpp"
#include "report/title.hpp"

namespace concordat {
namespace {

void add_list(Page& page, std::string_view heading, const std::vector<Change>& changes) {
    if (changes.empty()) return;
    page.line({}, heading);
    for (const Change& change : changes) {
        page.row({2, 6}, fmt::format("{}  {}", change.clause, title_with_strength(change.title, change.strength)), change.id);
        page.line({6, 6}, fmt::format("{} → {}", change.was ? to_string(*change.was) : "new",
                                      change.is ? to_string(*change.is) : "gone"));
    }
    page.blank();
}

}  // namespace

std::string changes_text(const Changes& changes, std::size_t width) {
    Page page(width);
    page.parts({"protocol " + changes.protocol, fmt::format("from {} as of {}", changes.old_log, changes.old_as_of),
                fmt::format("to {} as of {}", changes.new_log, changes.new_as_of)});
    page.blank();
    add_list(page, "Worse", changes.worse);
    add_list(page, "Mended", changes.mended);
    add_list(page, "Other changes", changes.other);
    page.paragraph({0, 2}, fmt::format("{} worse, {} mended, {}, {} unchanged", changes.worse.size(), changes.mended.size(),
                                       counted(changes.other.size(), "other change", "other changes"), changes.unchanged));
    return page.print();
}

}  // namespace concordat
