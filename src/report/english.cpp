#include "report/english.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace concordat {
namespace {

constexpr std::array<std::string_view, 12> months = {"January", "February", "March",     "April",   "May",      "June",
                                                     "July",    "August",   "September", "October", "November", "December"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool has_article(std::string_view name) {
    return name.starts_with("the ") || name.starts_with("The ") || name.starts_with("a ") || name.starts_with("an ") ||
           name.starts_with("each ") || name.starts_with("any ") || name.starts_with("this ") || name.starts_with("that ");
}

/// What the trigger's field is called when a pattern refers to it: "those it names in `to`".
std::string reference(Field referred) {
    switch (referred) {
        case Field::id: return "that record";
        case Field::by: return "those who did that";
        case Field::to: return "those to whom that was done";
        case Field::present: return "those who were present there";
        case Field::with: return "those who agreed to that";
        case Field::of: return "the body that met there";
        case Field::document: return "the same document";
        case Field::covering: return "the same edition";
        case Field::about: return "the same topic";
        case Field::contains: return "the same contents";
        case Field::subject: return "the same matter";
        case Field::role: return "the same office";
        case Field::rule: return "the same rule";
        case Field::re: return "the record which that answers";
        case Field::act:
        case Field::in_writing: return fmt::format("the same `{}`", to_string(referred));
    }
    return {};
}

}  // namespace

std::string joined(const std::vector<std::string>& parts, std::string_view last_word) {
    const bool commas = parts.size() > 2 && std::any_of(parts.begin(), parts.end(), [](const std::string& part) {
                            return part.find(", ") != std::string::npos;
                        });
    std::string result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0 && i + 1 == parts.size())
            result += fmt::format("{} {} ", commas ? ";" : "", last_word);
        else if (i > 0)
            result += commas ? "; " : ", ";
        result += parts[i];
    }
    return result;
}

std::string sentence(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    if (!text.ends_with('.')) text += '.';
    return text;
}

std::string in_words(YearStart start) { return fmt::format("{} {}", start.day, months[start.month - 1]); }

// ---- Things and values ------------------------------------------------------------------------------------------------

std::string Speaker::thing(Name name) {
    const Thing* known = protocol_.directory.find(name);
    std::string text{protocol_.directory.display(name, names_)};
    if (!known) return text;
    const std::size_t short_form = text.rfind(" (");
    if (!said_.insert(name).second && short_form != std::string::npos && text.ends_with(')'))
        return text.substr(short_form + 2, text.size() - short_form - 3);
    const bool proper = known->kind == Kind::topic || (known->kind == Kind::body && is_capital(text[0]));
    return proper || has_article(text) ? text : "the " + text;
}

std::string Speaker::things(const std::vector<Name>& list, std::string_view last_word) {
    std::vector<std::string> parts;
    parts.reserve(list.size());
    for (const Name name : list) parts.push_back(thing(name));
    return joined(parts, last_word);
}

std::string Speaker::each(std::string_view word) {
    if (std::exchange(named_each_, true) || !rule_.for_each) return "the same one of them";
    if (rule_.for_each->size() == 1 && rule_.for_each->front().kind == Value::Kind::name)
        return thing(rule_.for_each->front().name);
    std::vector<std::string> parts;
    for (const Value& member : *rule_.for_each) parts.push_back(value(member, Field::by));
    return fmt::format("{} {}", word, joined(parts, word == "any of" ? "or" : "and"));
}

std::string Speaker::value(const Value& value, Field field) {
    switch (value.kind) {
        case Value::Kind::name:
            if (field == Field::subject) return "the matter `" + names_.text(value.name) + "`";
            return field == Field::re ? "`" + names_.text(value.name) + "`" : thing(value.name);
        case Value::Kind::itself: return thing(value.name) + " itself (not through its chair)";
        case Value::Kind::each: return each();
        case Value::Kind::period: return "that period";
        case Value::Kind::previous_period: return "the period before";
        case Value::Kind::field: return reference(value.field);
    }
    return {};
}

std::string Speaker::values(const Values& values, Field field) {
    std::vector<std::string> parts;
    for (const Value& each_value : values.values) parts.push_back(value(each_value, field));
    return joined(parts, values.all ? "and" : "or");
}

std::string Speaker::period(const Rhythm& rhythm) const {
    if (rhythm.from_agreement && rhythm.from_agreement->count > 1) return "period of " + to_string(*rhythm.from_agreement);
    if (rhythm.from_agreement) return to_string(*rhythm.from_agreement).substr(2);  // "1 year"
    switch (rhythm.cycle) {
        case Cycle::month: return "month";
        case Cycle::quarter: return "quarter";
        case Cycle::half_year: return "half-year";
        case Cycle::year: return "year";
    }
    return {};
}

}  // namespace concordat
