#include "engine/owed.hpp"

#include <algorithm>

namespace concordat {

namespace {

/// One way to keep a rule: what the record must show, and, of `each`, what it is known by.
struct Shown {
    const Alternative* foremost;
    const Pattern* known_by = nullptr;
};

std::vector<Shown> shown_by(const Rule& rule) {
    const auto ways = [](const Pattern& pattern, const Pattern* known_by = nullptr) {
        std::vector<Shown> shown;
        for (const Alternative& alternative : pattern.alternatives) shown.push_back({&alternative, known_by});
        return shown;
    };
    struct Ways {
        decltype(ways)& of;
        std::vector<Shown> operator()(const Every& form) const { return of(form.expect); }
        std::vector<Shown> operator()(const AtLeastEvery& form) const { return of(form.expect); }
        std::vector<Shown> operator()(const Once& form) const { return of(form.expect); }
        std::vector<Shown> operator()(const After& form) const { return of(form.expect); }
        std::vector<Shown> operator()(const Before& form) const { return of(form.expect); }
        std::vector<Shown> operator()(const Each& form) const { return of(form.has, &form.pattern); }
        std::vector<Shown> operator()(const Never& form) const { return of(form.pattern); }
        std::vector<Shown> operator()(const Throughout&) const { return {}; }
        std::vector<Shown> operator()(const May& form) const { return of(form.pattern); }
        std::vector<Shown> operator()(const Attest&) const { return {}; }
    };
    return std::visit(Ways{ways}, rule.form);
}

class Parties {
public:
    Parties(const Telling& telling, std::vector<Name>& into, bool& all) : telling_(telling), into_(into), all_(all) {}

    void add(const Values& values) {
        all_ = all_ || values.all;
        const RuleJob& job = telling_.job;
        bool known = true;
        for (const Value& value : values.values)
            for (Name name : resolve(value, telling_.binding(), job.job.log, job.job.names, known))
                if (std::find(into_.begin(), into_.end(), name) == into_.end()) into_.push_back(name);
    }

    /// False if the field is not stated.
    bool add(const Shown& shown, Field field) {
        if (const Values* values = shown.foremost->find(field)) {
            add(*values);
            return true;
        }
        bool found = false;
        if (shown.known_by)
            for (const Alternative& alternative : shown.known_by->alternatives)
                if (const Values* values = alternative.find(field)) {
                    add(*values);
                    found = true;
                }
        return found;
    }

private:
    const Telling& telling_;
    std::vector<Name>& into_;
    bool& all_;
};

}  // namespace

Owed owed(const Telling& telling) {
    Owed result;
    const Rule& rule = telling.rule();
    Parties by(telling, result.by, result.by_all);
    Parties to(telling, result.to, result.to_all);
    const auto first_stated = [&](Parties& parties, std::initializer_list<Field> fields) {
        for (const Shown& shown : shown_by(rule))
            for (Field field : fields)
                if (parties.add(shown, field)) break;
    };
    if (rule.owed_by) {
        by.add(*rule.owed_by);
    } else if (const auto* attest = std::get_if<Attest>(&rule.form)) {
        by.add(attest->by);
    } else if (const auto* throughout = std::get_if<Throughout>(&rule.form)) {
        if (throughout->state.kind == State::Kind::member) by.add(Values{.values = {throughout->state.of}});
    } else {
        first_stated(by, {Field::by, Field::of, Field::present});
    }
    if (rule.owed_to)
        to.add(*rule.owed_to);
    else
        first_stated(to, {Field::to});
    return result;
}

std::string owed_sentence(const Telling& telling, const Owed& owed) {
    const auto list = [&](const std::vector<Name>& names, bool all) {
        std::vector<std::string> words;
        for (Name name : names) words.push_back(telling.call(name));
        return (all || words.size() < 2 ? "" : "one of ") + join(words, all ? "and" : "or");
    };
    if (std::holds_alternative<May>(telling.rule().form)) return "only " + list(owed.by, owed.by_all) + " may do it";
    const Obligation& at = telling.obligation;
    const bool ahead = at.verdict == Verdict::waived && (!at.due || telling.audit.standpoint.as_of <= *at.due);
    const std::string owes = at.verdict == Verdict::pending || ahead ? "owes it" : "owed it";
    std::string text = owed.by.empty() ? "the clause does not say who " + owes : list(owed.by, owed.by_all) + " " + owes;
    if (!owed.to.empty()) text += " to " + list(owed.to, owed.to_all);
    return text;
}

}  // namespace concordat
