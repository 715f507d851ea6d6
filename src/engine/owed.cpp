#include "engine/owed.hpp"

#include <algorithm>

namespace concordat {

namespace {

/// What records must show to keep a rule, and, of `each`, what they are known by; none for forms that want no record.
struct Shown {
    const Pattern* wanted = nullptr;
    const Pattern* known_by = nullptr;
};

Shown shown_by(const Rule& rule) {
    struct By {
        Shown operator()(const Every& form) const { return {&form.expect}; }
        Shown operator()(const AtLeastEvery& form) const { return {&form.expect}; }
        Shown operator()(const Once& form) const { return {&form.expect}; }
        Shown operator()(const After& form) const { return {&form.expect}; }
        Shown operator()(const Before& form) const { return {&form.expect}; }
        Shown operator()(const Each& form) const { return {&form.has, &form.pattern}; }
        Shown operator()(const Never& form) const { return {&form.pattern}; }
        Shown operator()(const Throughout&) const { return {}; }
        Shown operator()(const May& form) const { return {&form.pattern}; }
        Shown operator()(const Attest&) const { return {}; }
    };
    return std::visit(By{}, rule.form);
}

class Parties {
public:
    Parties(const Telling& telling, std::vector<Name>& into, bool& all) : telling_(telling), into_(into), all_(all) {}

    void add(const Values& values) {
        all_ = all_ || values.all;
        const RuleJob& job = telling_.job;
        for (const Value& value : values.values)
            for_each_name(value, telling_.binding(), job.job.log, job.job.names, [&](Name name) {
                if (std::find(into_.begin(), into_.end(), name) == into_.end()) into_.push_back(name);
            });
    }

    /// Those in the first of the fields that is stated, for each way to keep the rule.
    void add_first_stated(const Shown& shown, std::initializer_list<Field> fields) {
        if (!shown.wanted) return;
        for (const Alternative& way : shown.wanted->alternatives)
            for (const Field field : fields)
                if (add(way, shown.known_by, field)) break;
    }

private:
    /// False if the field is not stated.
    bool add(const Alternative& way, const Pattern* known_by, Field field) {
        if (const Values* values = way.find(field)) {
            add(*values);
            return true;
        }
        bool found = false;
        if (known_by)
            for (const Alternative& alternative : known_by->alternatives)
                if (const Values* values = alternative.find(field)) {
                    add(*values);
                    found = true;
                }
        return found;
    }

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
    const Shown shown = shown_by(rule);
    if (rule.owed_by) {
        by.add(*rule.owed_by);
    } else if (const auto* attest = std::get_if<Attest>(&rule.form)) {
        by.add(attest->by);
    } else if (const auto* throughout = std::get_if<Throughout>(&rule.form)) {
        if (throughout->state.kind == State::Kind::member) by.add(Values{.values = {throughout->state.of}});
    } else {
        by.add_first_stated(shown, {Field::by, Field::of, Field::present});
    }
    if (rule.owed_to)
        to.add(*rule.owed_to);
    else
        to.add_first_stated(shown, {Field::to});
    return result;
}

std::string owed_sentence(const Telling& telling, const Owed& owed) {
    constexpr std::size_t mostly = 160;
    std::string text;
    text.reserve(mostly);
    const auto add_list = [&](const std::vector<Name>& names, bool all) {
        if (!all && names.size() > 1) text += "one of ";
        add_joined(text, names, all ? "and" : "or", [&](Name name) { return telling.call(name); });
    };
    if (std::holds_alternative<May>(telling.rule().form)) {
        text += "only ";
        add_list(owed.by, owed.by_all);
        text += " may do it";
        return text;
    }
    const Obligation& at = telling.obligation;
    const bool ahead = at.verdict == Verdict::waived && (!at.due || telling.audit.standpoint.as_of <= *at.due);
    if (owed.by.empty())
        text += "the clause does not say who";
    else
        add_list(owed.by, owed.by_all);
    text += at.verdict == Verdict::pending || ahead ? " owes it" : " owed it";
    if (owed.to.empty()) return text;
    text += " to ";
    add_list(owed.to, owed.to_all);
    return text;
}

}  // namespace concordat
