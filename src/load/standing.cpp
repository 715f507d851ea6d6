#include "load/standing.hpp"

#include <fmt/format.h>

#include <set>

#include "diagnostic/nearest.hpp"
#include "load/mapping.hpp"
#include "load/scalar.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

class StandingReader {
public:
    StandingReader(const Node& node, const Vocabulary& vocabulary, const std::vector<std::string>& as_words)
        : node_{node},
          vocabulary_{vocabulary},
          diagnostics_{vocabulary.diagnostics},
          as_words_{as_words},
          mapping_{node, "this kind of standing fact", vocabulary.diagnostics} {}

    Standing read();

private:
    void read_fact();
    void read_member(const Node& subject, std::string_view key, Kinds kinds);
    void read_as(const Node& node);
    void read_editions(const Node& node);

    const Node& node_;
    const Vocabulary& vocabulary_;
    Diagnostics& diagnostics_;
    const std::vector<std::string>& as_words_;
    Mapping mapping_;
    Standing fact_;
};

Standing StandingReader::read() {
    fact_.place = node_.span;
    const Node* from = mapping_.need("from");
    const Node* to = mapping_.take("to");
    const auto first = from ? read_day(*from, "from", diagnostics_) : std::nullopt;
    fact_.from = first.value_or(Day{});
    if (to) fact_.to = read_day(*to, "to", diagnostics_);
    check_order(first, fact_.to, from ? from->span : node_.span, diagnostics_);
    read_fact();
    return std::move(fact_);
}

void StandingReader::read_fact() {
    const Node* role = node_.find("role");
    const Node* body = node_.find("body");
    const Node* document = node_.find("document");
    if (role && node_.find("held-by")) {
        mapping_.take("role");
        fact_.kind = Standing::Kind::holder;
        fact_.subject = vocabulary_.read(*role, "role", kinds::role);
        fact_.held_by = read_line(*mapping_.take("held-by"), "held-by", diagnostics_);
    } else if (role) {
        read_member(*role, "role", kinds::role);
    } else if (body) {
        read_member(*body, "body", kinds::body);
    } else if (document) {
        mapping_.take("document");
        fact_.kind = Standing::Kind::document;
        fact_.subject = vocabulary_.read(*document, "document", kinds::document);
        if (const Node* covering = mapping_.take("covering")) read_editions(*covering);
    } else {
        diagnostics_.error(
            node_.span, "missing-key", "this line of `standing` does not say what it is about",
            "write {role, held-by, from}, {role, of, as, from}, {body, of, as, from} or {document, covering, from}");
        return;
    }
    mapping_.finish();
}

void StandingReader::read_member(const Node& subject, std::string_view key, Kinds kinds) {
    mapping_.take(key);
    fact_.kind = Standing::Kind::membership;
    fact_.subject = vocabulary_.read(subject, key, kinds);
    if (const Node* of = mapping_.need("of")) fact_.of = vocabulary_.read(*of, "of", kinds::body);
    if (const Node* as = mapping_.need("as")) read_as(*as);
}

void StandingReader::read_as(const Node& node) {
    if (!is_text(node, "as", diagnostics_)) return;
    fact_.as = vocabulary_.names.intern(node.text());
    for (const std::string& word : as_words_)
        if (word == node.text()) return;
    diagnostics_.error(node.span, "unknown-id",
                       fmt::format("no rule of the protocol asks who is {} of a body", quoted(node.text())),
                       did_you_mean(node.text(), as_words_));
}

void StandingReader::read_editions(const Node& node) {
    const auto read_one = [&](const Node& label) {
        fact_.covering.push_back(vocabulary_.names.intern(read_line(label, "covering", diagnostics_)));
    };
    if (!node.is_sequence()) {
        read_one(node);
    } else if (is_filled_list(node, "covering", diagnostics_)) {
        for (const Node& item : node.items()) read_one(item);
    }
}

void collect(const Rule& rule, const Names& names, std::set<std::string>& words) {
    const auto* throughout = std::get_if<Throughout>(&rule.form);
    if (throughout && throughout->state.as != Name::none) words.emplace(names.text(throughout->state.as));
    for (const Rule& reading : rule.readings) collect(reading, names, words);
}

}  // namespace

std::vector<std::string> words_for_as(const Protocol& protocol, const Names& names) {
    std::set<std::string> words;
    for (const Rule& rule : protocol.rules) collect(rule, names, words);
    return {words.begin(), words.end()};
}

void read_standing(const Node& list, const Vocabulary& vocabulary, const std::vector<std::string>& as_words, Facts& standing) {
    if (!is_list(list, "standing", vocabulary.diagnostics)) return;
    standing.reserve(standing.size() + list.items().size());
    for (const Node& node : list.items())
        if (is_mapping(node, "standing", vocabulary.diagnostics))
            standing.push_back(StandingReader{node, vocabulary, as_words}.read());
}

}  // namespace concordat
