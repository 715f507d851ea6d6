#include <algorithm>
#include <array>

#include "review/checks.hpp"
#include "review/walk.hpp"

namespace concordat {
namespace {

std::string small_letters(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

bool is_word_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// As a word of its own: 6 is not in 16.
bool speaks_of(const std::string& text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || !is_word_letter(text[at - 1]);
        const bool ends = at + word.size() == text.size() || !is_word_letter(text[at + word.size()]);
        if (begins && ends) return true;
    }
    return false;
}

/// How a paper may put a number: in digits, in words, or in the name of its rhythm.
std::vector<std::string> ways_to_say(Duration length) {
    static constexpr std::array<std::string_view, 21> words = {
        "",       "one",    "two",      "three",    "four",    "five",    "six",       "seven",    "eight",    "nine",  "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
    std::vector<std::string> ways = {std::to_string(length.count)};
    if (static_cast<std::size_t>(length.count) < words.size()) ways.emplace_back(words[static_cast<std::size_t>(length.count)]);
    const auto add = [&](std::int32_t count, Unit unit, std::initializer_list<std::string_view> more) {
        if (length.count == count && length.unit == unit) ways.insert(ways.end(), more.begin(), more.end());
    };
    add(1, Unit::years, {"a year", "year", "yearly", "annual", "annually", "each year", "every year"});
    add(12, Unit::months, {"a year", "year", "yearly", "annual", "annually"});
    add(6, Unit::months, {"half-year", "half-yearly", "half a year"});
    add(3, Unit::months, {"quarter", "quarterly"});
    add(1, Unit::months, {"a month", "monthly", "month"});
    add(1, Unit::weeks, {"a week", "weekly", "week"});
    add(1, Unit::days, {"a day", "daily", "day", "the day before"});
    return ways;
}

struct Number {
    std::string_view key;
    Duration length;
};

std::vector<Number> numbers_of(const Rule& rule) {
    std::vector<Number> numbers;
    const auto add = [&](std::string_view key, const std::optional<Duration>& length) {
        if (length) numbers.push_back({key, *length});
    };
    const auto add_deadline = [&](const Deadline& deadline) {
        if (deadline.kind == Deadline::Kind::duration) numbers.push_back({"within", deadline.duration});
    };
    if (const auto* form = std::get_if<Every>(&rule.form)) {
        add("every", form->rhythm.from_agreement);
        add("opens", form->opens);
        add("remind-after", form->remind_after);
        add_deadline(form->within);
        if (form->times > 1) numbers.push_back({"times", {.count = form->times, .unit = Unit::days}});
    }
    if (const auto* form = std::get_if<AtLeastEvery>(&rule.form)) numbers.push_back({"at-least-every", form->gap});
    if (const auto* form = std::get_if<Once>(&rule.form)) {
        add_deadline(form->within);
        add("remind-after", form->remind_after);
    }
    if (const auto* form = std::get_if<After>(&rule.form)) {
        add_deadline(form->within);
        add("remind-after", form->remind_after);
    }
    if (const auto* form = std::get_if<Before>(&rule.form)) {
        add("within", form->within);
        add("at-least", form->at_least);
    }
    return numbers;
}

}  // namespace

void check_numbers(const Reviewed& reviewed) {
    const auto& [protocol, names, diagnostics] = reviewed;
    for (const Rule& rule : protocol.rules) {
        if (!rule.assumes.empty()) continue;
        const std::string said = small_letters(protocol.clauses[rule.clause].says + " " + rule.title);
        for (const Number& number : numbers_of(rule)) {
            const std::vector<std::string> ways = ways_to_say(number.length);
            if (std::any_of(ways.begin(), ways.end(), [&](const std::string& way) { return speaks_of(said, way); })) continue;
            const std::string value = number.key == "times" ? std::to_string(number.length.count) : to_string(number.length);
            diagnostics.warning(rule.place, "unexplained-number",
                                "`" + names.text(rule.id) + "` has `" + std::string(number.key) + ": " + value +
                                    "`, of which neither its clause nor its title speaks",
                                "if the paper does not give it, say under `assumes` why it was taken");
        }
    }
}

}  // namespace concordat
