#include "engine/mend.hpp"

#include <algorithm>

#include "engine/state.hpp"

namespace concordat {

namespace {

/// A date with blanks for what the window leaves open: 2014-07-__, 2014-__-__.
std::string date_between(std::optional<Day> opens, std::optional<Day> due) {
    if (!opens || !due || *due < *opens) return "____-__-__";
    std::string from = to_string(*opens);
    const std::string to = to_string(*due);
    if (from == to) return from;
    if (from.substr(0, 7) == to.substr(0, 7)) return from.substr(0, 7) + "-__";
    if (from.substr(0, 4) == to.substr(0, 4)) return from.substr(0, 4) + "-__-__";
    return "____-__-__";
}

constexpr std::array order = {Field::act,     Field::by,       Field::of,       Field::to,    Field::with,
                              Field::present, Field::document, Field::covering, Field::about, Field::contains,
                              Field::subject, Field::re,       Field::role,     Field::rule,  Field::in_writing};

class Mend {
public:
    explicit Mend(const Telling& telling) : telling_(telling) {}

    std::string operator()(const Every& form) const {
        const auto lacking = form.times - static_cast<int>(at().witness_count);
        return record(form.expect) + (lacking > 1 ? "  # " + std::to_string(lacking) + " such records are lacking" : "");
    }
    std::string operator()(const AtLeastEvery& form) const { return record(form.expect); }
    std::string operator()(const Once& form) const { return record(form.expect); }
    std::string operator()(const After& form) const { return record(form.expect); }
    std::string operator()(const Before& form) const { return record(form.expect); }
    std::string operator()(const Each& form) const {
        return "{id: " + yaml_flow(telling_.id_of(at().record)) + fields(form.has.alternatives.front()) + "}";
    }
    std::string operator()(const Never& form) const {
        if (!form.excused_by || at().record == RecordIndex::none) return {};
        const Day last = telling_.job.job.timeline.date(at().record).first;
        return "{date: " + date_between(std::nullopt, last) + fields(form.excused_by->alternatives.front()) + "}";
    }
    std::string operator()(const Throughout& form) const {
        const State& state = form.state;
        const auto subject = [&] {
            return yaml_flow(telling_.job.job.names.text(state_name(state.subjects.front(), at().member)));
        };
        std::string fact;
        switch (state.kind) {
            case State::Kind::member:
                fact = (state.body ? "{body: " : "{role: ") + subject() +
                       ", of: " + yaml_flow(telling_.job.job.names.text(state_name(state.of, at().member))) +
                       ", as: " + yaml_flow(telling_.job.job.names.text(state.as));
                break;
            case State::Kind::held: fact = "{role: " + subject() + ", held-by: ____"; break;
            case State::Kind::current: fact = "{document: " + subject() + ", covering: ____"; break;
            case State::Kind::distinct_holders:
            case State::Kind::same_holder: return {};
        }
        if (at().opens) fact += ", from: " + to_string(*at().opens);
        if (at().until) fact += ", to: " + to_string(*at().until);
        return fact + "}";
    }
    std::string operator()(const May&) const { return {}; }
    std::string operator()(const Attest& form) const {
        if (at().verdict == Verdict::breached) return {};  // nobody is to be told to say the opposite
        const Names& names = telling_.job.job.names;
        return "{date: ____-__-__, act: attested" + values("by", form.by) +
               ", rule: " + yaml_flow(names.text(telling_.rule().id)) +
               ", covering: " + yaml_flow(telling_.audit.periods[at().period].label) + "}";
    }

private:
    const Obligation& at() const { return telling_.obligation; }

    std::string record(const Pattern& pattern) const {
        return "{date: " + date_between(at().opens, at().due) + fields(pattern.alternatives.front()) + "}";
    }

    std::string fields(const Alternative& alternative) const {
        std::string text;
        for (Field field : order)
            if (const Values* wanted = alternative.find(field)) text += values(to_string(field), *wanted);
        return text;
    }

    /// The first of a choice; all where the record must show all.
    std::string values(std::string_view field, const Values& wanted) const {
        std::vector<std::string> texts;
        for (const Value& value : wanted.values)
            for (std::string& text : texts_of(value))
                if (texts.empty() || wanted.all) texts.push_back(std::move(text));
        if (texts.empty()) texts.emplace_back("____");
        std::string text = ", " + std::string(field) + ": ";
        if (texts.size() == 1) return text + texts.front();
        text += "[";
        for (std::size_t i = 0; i < texts.size(); ++i) text += (i > 0 ? ", " : "") + texts[i];
        return text + "]";
    }

    std::vector<std::string> texts_of(const Value& value) const {
        const Binding binding = telling_.binding();
        if (value.kind == Value::Kind::period && binding.period) return {yaml_flow(binding.period->label)};
        if (value.kind == Value::Kind::previous_period && binding.period) return {yaml_flow(binding.period->previous_label)};
        std::vector<std::string> texts;
        bool known = true;
        for (Name name : resolve(value, binding, telling_.job.job.log, telling_.job.job.names, known))
            texts.push_back(yaml_flow(telling_.job.job.names.text(name)));
        return texts;
    }

    const Telling& telling_;
};

}  // namespace

std::string yaml_flow(std::string_view text) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
               c == '/' || c == ' ';
    };
    const auto word = [&](char c) { return plain(c) && c != ' ' && c != '-'; };
    if (!text.empty() && word(text.front()) && text.back() != ' ' && std::all_of(text.begin(), text.end(), plain))
        return std::string{text};
    std::string quoted = "\"";
    for (char c : text) {
        if (c == '\n') {
            quoted += "\\n";
            continue;
        }
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

std::string mend(const Telling& telling) { return std::visit(Mend{telling}, telling.rule().form); }

}  // namespace concordat
