#include <algorithm>
#include <unordered_set>

#include "review/checks.hpp"
#include "review/walk.hpp"

namespace concordat {
namespace {

/// The bodies and offices of one alternative's field, with what $each can be.
std::vector<Name> parties(const Alternative& alternative, Field field, const Rule& rule) {
    std::vector<Name> result;
    const Values* values = alternative.find(field);
    if (!values) return result;
    for (const Value& value : values->values) {
        if (value.name != Name::none) result.push_back(value.name);
        if (value.kind == Value::Kind::each && rule.for_each)
            for (const Value& member : *rule.for_each)
                if (member.name != Name::none) result.push_back(member.name);
    }
    return result;
}

class Senders {
public:
    explicit Senders(const Reviewed& reviewed) : reviewed_{reviewed} {
        for (const Rule& rule : reviewed.protocol.rules)
            for_each_pattern(rule, [&](const Pattern& pattern, RulePart part) {
                for (const Alternative& alternative : pattern.alternatives) note(alternative, rule, part);
            });
    }

    /// Whether some rule brings the document to the body: sends or presents it to the body or its chair, or has the body make it.
    bool reaches(Name document, Name body) const {
        const Thing* thing = reviewed_.protocol.directory.find(body);
        return brought_.count(key(document, body)) > 0 ||
               (thing && thing->chair != Name::none && brought_.count(key(document, thing->chair)) > 0);
    }

private:
    static std::uint64_t key(Name document, Name body) {
        return static_cast<std::uint64_t>(document) << 32U | static_cast<std::uint64_t>(body);
    }

    /// Who makes a document has it, and that shows in any pattern; but only what is expected brings it to others.
    void note(const Alternative& alternative, const Rule& rule, RulePart part) {
        const Values* acts = alternative.find(Field::act);
        if (!acts) return;
        for (const Value& act : acts->values) {
            const std::string_view word = reviewed_.names.text(act.name);
            const bool brings =
                word == "sent" || word == "presented" || word == "communicated" || word == "notified" || word == "consulted";
            const bool makes = word == "drafted" || word == "published" || word == "agreed";
            if (!makes && !(brings && part == RulePart::expectation)) continue;
            for (const Name document : parties(alternative, Field::document, rule))
                for (const Name party : parties(alternative, brings ? Field::to : Field::by, rule))
                    brought_.insert(key(document, party));
        }
    }

    const Reviewed& reviewed_;
    std::unordered_set<std::uint64_t> brought_;
};

}  // namespace

void check_sent(const Reviewed& reviewed) {
    const Protocol& protocol = reviewed.protocol;
    const Names& names = reviewed.names;
    Diagnostics& diagnostics = reviewed.diagnostics;
    const Senders senders{reviewed};
    std::unordered_set<std::string> reported;
    const auto looks_at = [&](const Alternative& alternative) {
        const Values* acts = alternative.find(Field::act);
        return acts && std::all_of(acts->values.begin(), acts->values.end(), [&](const Value& act) {
                   const std::string_view word = names.text(act.name);
                   return word == "considered" || word == "received" || word == "reviewed";
               });
    };
    for (const Rule& rule : protocol.rules)
        for_each_pattern(rule, [&](const Pattern& pattern, RulePart part) {
            if (part != RulePart::expectation || std::holds_alternative<Each>(rule.form)) return;
            for (const Alternative& alternative : pattern.alternatives) {
                if (!looks_at(alternative)) continue;
                for (const Name document : parties(alternative, Field::document, rule))
                    for (const Name body : parties(alternative, Field::by, rule)) {
                        const std::string what = names.text(body) + " " + names.text(document);
                        if (senders.reaches(document, body) || !reported.insert(what).second) continue;
                        diagnostics.warning(rule.place, "never-sent",
                                            "`" + names.text(body) + "` is to look at `" + names.text(document) +
                                                "`, and no rule brings it there",
                                            "if the paper does not say who sends it, that is one of its `defects`");
                    }
            }
        });
}

}  // namespace concordat
