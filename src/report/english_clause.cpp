// Patterns and states as clauses: who does what to whom, where and with what in it.

#include <fmt/format.h>

#include "report/english.hpp"

namespace concordat {
namespace {

bool is_plural(const Values* values) { return values && values->all && values->values.size() > 1; }

}  // namespace

Verb Speaker::verb_of(Name act) const {
    const auto own = protocol_.own_acts.find(act);
    return verb(names_.text(act), own == protocol_.own_acts.end() ? "" : own->second.name);
}

std::string Speaker::verbs(const Values& acts, Shape shape) const {
    std::vector<std::string> parts;
    for (const Value& act : acts.values) {
        const Verb word = verb_of(act.name);
        parts.push_back(shape == Shape::past ? word.past : shape == Shape::base ? word.base : word.present);
    }
    return joined(parts, "or");
}

std::string Speaker::document(const Alternative& alternative) {
    std::string text;
    if (const Values* documents = alternative.find(Field::document)) text = values(*documents, Field::document);
    const Values* covering = alternative.find(Field::covering);
    if (!covering) return text;
    const bool same = covering->values.front().kind == Value::Kind::field;
    return text + (same ? " of " : " for ") + values(*covering, Field::covering);
}

/// What is done: the document, the office, or, with verbs that can have them, the topic or the record referred to.
Speaker::Object Speaker::object(const Alternative& alternative, bool transitive) {
    if (alternative.find(Field::document)) return {document(alternative), Field::document};
    for (const Field field : {Field::role, Field::about, Field::re})
        if (const Values* found = alternative.find(field); found && (transitive || field == Field::role))
            return {values(*found, field), field};
    return {};
}

/// All that was not said yet: `said` is what the object was.
std::string Speaker::rest(const Alternative& alternative, Field said, bool said_of) {
    std::string text;
    const auto add = [&](Field field, std::string_view before, std::string_view after = "") {
        if (const Values* found = alternative.find(field); found && field != said)
            text += fmt::format(" {}{}{}", before, values(*found, field), after);
    };
    add(Field::about, "on ");
    add(Field::contains, "showing ");
    add(Field::with, "with the agreement of ");
    if (!said_of) add(Field::of, "at a meeting of ");
    add(Field::present, "with ", " present");
    add(Field::subject, "in ");
    if (said != Field::document) add(Field::covering, "for ");
    if (said != Field::re && alternative.find(Field::re)) text += ",";
    add(Field::re, "referring to ");
    add(Field::rule, "on the rule ");
    if (const Values* writing = alternative.find(Field::in_writing))
        text += names_.text(writing->values.front().name) == "true" ? " in writing" : " not in writing";
    return text;
}

std::string Speaker::meeting(const Alternative& alternative, Mood mood) {
    const bool may = mood == Mood::may;
    const Values* of = alternative.find(Field::of);
    if (!of) return std::string("a meeting ") + (may ? "may be" : "is") + " held" + rest(alternative, Field::act, true);
    const Thing* first = protocol_.directory.find(of->values.front().name);
    const bool held = first && first->kind == Kind::meeting;
    const std::string_view done = held            ? (may ? " may be held" : " is held")
                                  : may           ? " may meet"
                                  : is_plural(of) ? " meet"
                                                  : " meets";
    const std::string who = values(*of, Field::of);
    return who + std::string(done) + rest(alternative, Field::act, true);
}

std::string Speaker::clause(const Alternative& alternative, Mood mood) {
    const Values* acts = alternative.find(Field::act);
    if (!acts) return "a record stands in the log" + rest(alternative, Field::act, false);
    if (acts->values.size() == 1 && names_.text(acts->values.front().name) == "meeting") return meeting(alternative, mood);

    const bool may = mood == Mood::may;
    const Values* by = alternative.find(Field::by);
    const Values* to = alternative.find(Field::to);
    const Verb first = verb_of(acts->values.front().name);
    std::string_view to_word;
    for (const Value& act : acts->values)
        if (to_word.empty()) to_word = verb_of(act.name).to;
    const bool to_is_object = to && to_word.empty();
    const std::string subject = by ? values(*by, Field::by) : "";
    const std::string whom = to ? values(*to, Field::to) : "";
    const Object what = object(alternative, first.about_is_object);

    std::string text;
    if (by || (what.text.empty() && !to_is_object && !first.about_is_object)) {
        text = (by ? subject : "somebody") + (may ? " may " : " ") +
               verbs(*acts, may || is_plural(by) ? Shape::base : Shape::present);
        if (to_is_object) text += " " + whom;
        if (!what.text.empty()) text += (to_is_object ? " on " : " ") + what.text;
        if (what.text.empty() && !to_is_object && first.about_is_object) text += " something";
    } else {
        const Values* object = to_is_object ? to : alternative.find(Field::document);
        text = to_is_object ? whom : what.text.empty() ? "something" : what.text;
        text += (may ? " may be " : is_plural(object) ? " are " : " is ") + verbs(*acts, Shape::past);
        if (to_is_object && !what.text.empty()) text += " on " + what.text;
    }
    if (to && !to_is_object) text += fmt::format(" {} {}", to_word, whom);
    return text + rest(alternative, what.field, false);
}

std::string Speaker::clause(const Pattern& pattern, Mood mood) {
    std::vector<std::string> parts;
    for (const Alternative& alternative : pattern.alternatives) parts.push_back(clause(alternative, mood));
    return joined(parts, "or");
}

std::string Speaker::particulars(const Pattern& pattern) {
    std::vector<std::string> parts;
    for (const Alternative& alternative : pattern.alternatives) {
        std::vector<std::string> fields;
        for (const FieldPattern& field : alternative.fields) {
            if (field.field == Field::in_writing)
                fields.push_back(names_.text(field.values.values.front().name) == "true" ? "that it was in writing"
                                                                                         : "that it was not in writing");
            else
                fields.push_back(fmt::format("{} (under `{}`)", values(field.values, field.field), to_string(field.field)));
        }
        parts.push_back(joined(fields, "and"));
    }
    return joined(parts, "or");
}

std::string Speaker::state(const State& state) {
    std::vector<std::string> subjects;
    for (const Value& subject : state.subjects) {
        const bool any = state.kind == State::Kind::distinct_holders && subject.kind == Value::Kind::each;
        subjects.push_back(any ? each("any of") : value(subject, Field::role));
    }
    const std::string all = joined(subjects, "and");
    switch (state.kind) {
        case State::Kind::member:
            return fmt::format("{} stands as {} of {}", all, names_.text(state.as), value(state.of, Field::of));
        case State::Kind::held: return "somebody holds the office of " + all;
        case State::Kind::current: return "there is a current edition of " + all;
        case State::Kind::distinct_holders:
            return subjects.size() == 2 ? "nobody is both " + all : "nobody holds two of these offices: " + all;
        case State::Kind::same_holder: return "one and the same person is " + all;
    }
    return {};
}

}  // namespace concordat
