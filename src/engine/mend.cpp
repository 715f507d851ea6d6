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
    if (from.compare(0, 7, to, 0, 7) == 0) return from.replace(7, 3, "-__");
    if (from.compare(0, 4, to, 0, 4) == 0) return from.replace(4, 6, "-__-__");
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
        std::string text = "{id: ";
        add_yaml_flow(text, telling_.id_of(at().record));
        add_fields(text, form.has.alternatives.front());
        text += '}';
        return text;
    }
    std::string operator()(const Never& form) const {
        if (!form.excused_by || at().record == RecordIndex::none) return {};
        const Day last = telling_.job.job.timeline.date(at().record).first;
        return record(*form.excused_by, std::nullopt, last);
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
        std::string text = "{date: ____-__-__, act: attested";
        add_values(text, "by", form.by);
        return text + ", rule: " + yaml_flow(names.text(telling_.rule().id)) +
               ", covering: " + yaml_flow(telling_.audit.periods[at().period].label) + "}";
    }

private:
    const Obligation& at() const { return telling_.obligation; }

    std::string record(const Pattern& pattern) const { return record(pattern, at().opens, at().due); }

    std::string record(const Pattern& pattern, std::optional<Day> from, std::optional<Day> to) const {
        constexpr std::size_t mostly = 128;
        std::string text;
        text.reserve(mostly);
        text.append("{date: ").append(date_between(from, to));
        add_fields(text, pattern.alternatives.front());
        text += '}';
        return text;
    }

    void add_fields(std::string& text, const Alternative& alternative) const {
        for (Field field : order)
            if (const Values* wanted = alternative.find(field)) add_values(text, to_string(field), *wanted);
    }

    /// The first of a choice; all where the record must show all.
    void add_values(std::string& text, std::string_view field, const Values& wanted) const {
        text.append(", ").append(field).append(": ");
        const std::size_t begin = text.size();
        std::size_t count = 0;
        for (const Value& value : wanted.values)
            for_each_word(value, [&](std::string_view word) {
                if (count > 0 && !wanted.all) return;
                if (count++ > 0) text += ", ";
                add_yaml_flow(text, word);
            });
        if (count == 0) text += "____";
        if (count > 1) text.insert(begin, 1, '[') += ']';
    }

    template <typename Visit>
    void for_each_word(const Value& value, Visit visit) const {
        const Binding binding = telling_.binding();
        const Names& names = telling_.job.job.names;
        if (value.kind == Value::Kind::period && binding.period) return visit(binding.period->label);
        if (value.kind == Value::Kind::previous_period && binding.period) return visit(binding.period->previous_label);
        for_each_name(value, binding, telling_.job.job.log, names, [&](Name name) { visit(names.text(name)); });
    }

    const Telling& telling_;
};

}  // namespace

std::string yaml_flow(std::string_view text) {
    std::string flow;
    add_yaml_flow(flow, text);
    return flow;
}

void add_yaml_flow(std::string& flow, std::string_view text) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' ||
               c == '/' || c == ' ';
    };
    const auto word = [&](char c) { return plain(c) && c != ' ' && c != '-'; };
    if (!text.empty() && word(text.front()) && text.back() != ' ' && std::all_of(text.begin(), text.end(), plain)) {
        flow += text;
        return;
    }
    flow += '"';
    for (char c : text) {
        if (c == '\n') {
            flow += "\\n";
            continue;
        }
        if (c == '"' || c == '\\') flow += '\\';
        flow += c;
    }
    flow += '"';
}

std::string mend(const Telling& telling) { return std::visit(Mend{telling}, telling.rule().form); }

}  // namespace concordat
