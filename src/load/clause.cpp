#include "load/clause.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "load/ids.hpp"
#include "load/mapping.hpp"
#include "load/rule.hpp"
#include "load/scalar.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

/// Rules may name each other (`rule: ID`, `checked-by`), so all ids are known before the first rule is read.
void collect_rule_ids(const Node& list, Vocabulary& vocabulary) {
    std::map<std::string_view, Span> seen;
    std::size_t index = 0;
    for (const Node& clause : list.items()) {
        const Node* rules = clause.find("rules");
        if (!rules) continue;
        for (const Node& rule : rules->items()) {
            const Node* id = rule.find("rule");
            if (id && id->is_scalar() && !id->text().empty()) {
                const auto [first, is_new] = seen.emplace(id->text(), id->span);
                if (is_new)
                    vocabulary.add_rule(vocabulary.names.intern(id->text()), index);
                else
                    vocabulary.diagnostics.error(id->span, "duplicate-id",
                                                 fmt::format("there is a rule {} already", quoted(id->text())), "",
                                                 {{first->second, "the first one"}});
            }
            ++index;
        }
    }
}

class ClauseReader {
public:
    ClauseReader(const Node& node, const Paper& paper, const Vocabulary& vocabulary, Protocol& protocol)
        : paper_{paper},
          vocabulary_{vocabulary},
          diagnostics_{vocabulary.diagnostics},
          protocol_{protocol},
          mapping_{node, "a clause", vocabulary.diagnostics},
          node_{node} {}

    Clause read();

private:
    void read_rules(const Node& rules, Clause& clause);
    void read_checked_by(const Node& list, Clause& clause) const;
    std::optional<Unchecked> read_unchecked();

    const Paper& paper_;
    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
    Protocol& protocol_;
    Mapping mapping_;
    const Node& node_;
};

Clause ClauseReader::read() {
    Clause clause;
    clause.place = node_.span;
    if (const Node* number = mapping_.need("clause")) {
        clause.number = read_line(*number, "clause", diagnostics_);
        clause.place = number->span;
    }
    if (const Node* says = mapping_.need("says")) clause.says = read_prose(*says, "says", diagnostics_);
    const Node* rules = mapping_.take("rules");
    const Node* checked_by = mapping_.take("checked-by");
    if (rules) read_rules(*rules, clause);
    if (checked_by) read_checked_by(*checked_by, clause);
    clause.unchecked = read_unchecked();
    if (const Node* defects = mapping_.take("defects")) clause.defects = read_prose_list(*defects, "defects", diagnostics_);
    mapping_.finish();
    if (!rules && !checked_by && !clause.unchecked)
        diagnostics_.error(clause.place, "missing-key", "nothing says how this clause is checked",
                           "give it `rules`, `checked-by`, or `unchecked` and `because`");
    return clause;
}

void ClauseReader::read_rules(const Node& rules, Clause& clause) {
    if (!is_filled_list(rules, "rules", diagnostics_)) return;
    for (const Node& rule : rules.items()) {
        clause.rules.push_back(protocol_.rules.size());
        protocol_.rules.push_back(read_rule(rule, protocol_.clauses.size(), paper_, vocabulary_));
    }
}

void ClauseReader::read_checked_by(const Node& list, Clause& clause) const {
    if (!is_filled_list(list, "checked-by", diagnostics_)) return;
    for (const Node& item : list.items()) {
        const Name id = vocabulary_.read(item, "checked-by", kinds::rule);
        const auto rule = vocabulary_.rule(id);
        if (!rule) continue;
        if (std::find(clause.rules.begin(), clause.rules.end(), *rule) != clause.rules.end()) {
            diagnostics_.error(item.span, "bad-value", fmt::format("{} is this clause's own rule", quoted(item.text())),
                               "`checked-by` names rules that stand under other clauses");
        } else if (std::find(clause.checked_by.begin(), clause.checked_by.end(), *rule) != clause.checked_by.end()) {
            diagnostics_.error(item.span, "duplicate-value", fmt::format("{} is in this list twice", quoted(item.text())));
        } else {
            clause.checked_by.push_back(*rule);
        }
    }
}

std::optional<Unchecked> ClauseReader::read_unchecked() {
    static const std::vector<std::string_view> words = {"context", "definition", "principle", "statute", "repeats"};
    const Node* unchecked = mapping_.take("unchecked");
    const Node* because = mapping_.take("because");
    std::string reason = because ? read_prose(*because, "because", diagnostics_) : std::string{};
    if (!unchecked) {
        if (because)
            diagnostics_.error(because->span, "misplaced-key", "`because` belongs to `unchecked`, and this clause has none");
        return std::nullopt;
    }
    if (!because)
        diagnostics_.error(unchecked->span, "missing-key", "`unchecked` needs `because`: why nothing can be checked here");
    const auto word = read_word(*unchecked, "unchecked", words, diagnostics_);
    return Unchecked{.kind = std::string{word ? words[*word] : ""}, .because = std::move(reason)};
}

}  // namespace

void read_clauses(const Node& list, const Paper& paper, Vocabulary& vocabulary, Protocol& protocol) {
    if (!is_filled_list(list, "clauses", vocabulary.diagnostics)) return;
    collect_rule_ids(list, vocabulary);
    std::map<std::string, Span> seen;
    for (const Node& node : list.items()) {
        if (!is_mapping(node, "clauses", vocabulary.diagnostics)) continue;
        Clause clause = ClauseReader{node, paper, vocabulary, protocol}.read();
        if (const auto [first, is_new] = seen.emplace(clause.number, clause.place); !is_new && !clause.number.empty())
            vocabulary.diagnostics.error(clause.place, "duplicate-id",
                                         fmt::format("there is a clause {} already", quoted(clause.number)), "",
                                         {{first->second, "the first one"}});
        protocol.clauses.push_back(std::move(clause));
    }
}

}  // namespace concordat
