#include <fmt/format.h>

#include "report/clauses.hpp"
#include "report/markdown.hpp"

namespace concordat {
namespace {

void add_list(std::string& page, std::string_view heading, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    page += fmt::format("**{}**\n\n", heading);
    for (const std::string& text : texts) page += fmt::format("- {}\n", markdown(text));
    page += '\n';
}

std::string link(const Rule& rule, const Names& names) {
    return fmt::format("[{}](#{})", markdown_code(names.text(rule.id)), names.text(rule.id));
}

/// What checks it, for the table.
std::string checks(const Clause& clause, const Protocol& protocol, const Names& names) {
    std::vector<std::string> parts;
    for (const std::size_t rule : clause.rules) parts.push_back(link(protocol.rules[rule], names));
    for (const std::size_t rule : clause.checked_by)
        parts.push_back(fmt::format("{} (under {})", link(protocol.rules[rule], names),
                                    markdown(protocol.clauses[protocol.rules[rule].clause].number)));
    if (clause.unchecked) parts.push_back(fmt::format("unchecked: {}", clause.unchecked->kind));
    return fmt::format("{}", fmt::join(parts, "<br>"));
}

void add_clause(std::string& page, const Clause& clause, const Protocol& protocol, const Names& names) {
    page += fmt::format("### {}\n\n{}\n\n", markdown(clause.number), markdown(clause.says));
    for (const std::size_t index : clause.rules) {
        const Rule& rule = protocol.rules[index];
        page +=
            fmt::format("<a id=\"{0}\"></a>\n**{1}** {2} ({3}, {4})\n\n", names.text(rule.id), markdown_code(names.text(rule.id)),
                        markdown(rule.title), form_name(rule.form), to_string(rule.strength));
        for (const std::string& assumption : rule.assumes) page += fmt::format("- Assumed: {}\n", markdown(assumption));
        if (!rule.assumes.empty()) page += '\n';
    }
    for (const std::size_t rule : clause.checked_by)
        page += fmt::format("Checked by {} under {}.\n\n", link(protocol.rules[rule], names),
                            markdown(protocol.clauses[protocol.rules[rule].clause].number));
    if (clause.unchecked)
        page += fmt::format("Unchecked ({}): {}\n\n", clause.unchecked->kind, markdown(clause.unchecked->because));
    add_list(page, "Defects", clause.defects);
}

}  // namespace

std::string clauses_markdown(const Protocol& protocol, const Names& names) {
    std::string page = fmt::format("# {}\n\n", markdown(protocol.title));
    if (!protocol.source.title.empty()) page += fmt::format("{}\n\n", markdown(protocol.source.title));
    page += totals_in_words(count_clauses(protocol)) + ".\n\n";
    add_list(page, "Assumed for the whole paper", protocol.assumes);
    add_list(page, "Defects of the whole paper", protocol.defects);
    page += "## At a glance\n\n| clause | says | checked by | defects |\n|---|---|---|---|\n";
    for (const Clause& clause : protocol.clauses)
        page += fmt::format("| {} | {} | {} | {} |\n", markdown(clause.number), markdown(clause.says),
                            checks(clause, protocol, names), clause.defects.empty() ? "" : std::to_string(clause.defects.size()));
    page += "\n## Clause by clause\n\n";
    for (const Clause& clause : protocol.clauses) add_clause(page, clause, protocol, names);
    page.pop_back();
    return page;
}

}  // namespace concordat
