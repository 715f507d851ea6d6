#include <fmt/format.h>

#include "report/changes.hpp"
#include "report/markdown.hpp"
#include "report/title.hpp"

namespace concordat {
namespace {

void add_table(std::string& page, std::string_view heading, const std::vector<Change>& changes) {
    if (changes.empty()) return;
    page += fmt::format("## {}\n\n| clause | duty | obligation | was | is |\n|---|---|---|---|---|\n", heading);
    for (const Change& change : changes)
        page += fmt::format("| {} | {} | {} | {} | {} |\n", markdown(change.clause),
                            markdown(title_with_strength(change.title, change.strength)), markdown_code(change.id),
                            change.was ? to_string(*change.was) : "new", change.is ? to_string(*change.is) : "gone");
    page += '\n';
}

}  // namespace

std::string changes_markdown(const Changes& changes) {
    std::string page = fmt::format("# What changed under {}\n\nFrom {} as of {} to {} as of {}.\n\n", markdown(changes.protocol),
                                   markdown(changes.old_log), markdown(changes.old_as_of), markdown(changes.new_log),
                                   markdown(changes.new_as_of));
    add_table(page, "Worse", changes.worse);
    add_table(page, "Mended", changes.mended);
    add_table(page, "Other changes", changes.other);
    return page + fmt::format("{} worse, {} mended, {} other changes, {} unchanged\n", changes.worse.size(),
                              changes.mended.size(), changes.other.size(), changes.unchanged);
}

}  // namespace concordat
