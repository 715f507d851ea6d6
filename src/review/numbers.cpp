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

/// Letters, digits and the hyphen of "twenty-eight".
std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words{""};
    for (const char c : small_letters(text)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    return words;
}

std::string in_words(std::int32_t number) {
    static constexpr std::array<std::string_view, 20> ones = {
        "",    "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static constexpr std::array<std::string_view, 10> tens = {"",      "",      "twenty",  "thirty", "forty",
                                                              "fifty", "sixty", "seventy", "eighty", "ninety"};
    if (number < 20) return std::string(ones[static_cast<std::size_t>(number)]);
    if (number >= 100) return {};
    const std::string_view one = ones[static_cast<std::size_t>(number % 10)];
    return std::string(tens[static_cast<std::size_t>(number / 10)]) + (one.empty() ? "" : "-" + std::string(one));
}

std::string_view unit_word(Unit unit) {
    switch (unit) {
        case Unit::days:
        case Unit::working_days: return "day";
        case Unit::weeks: return "week";
        case Unit::months: return "month";
        case Unit::years: return "year";
    }
    return "";
}

/// The same length in other units, where papers put it so.
std::vector<Duration> equal_lengths(Duration length) {
    std::vector<Duration> lengths = {length};
    const auto add = [&](Unit from, std::int32_t per, Unit to) {
        if (length.unit == from) lengths.push_back({length.count * per, to});
        if (length.unit == to && length.count % per == 0) lengths.push_back({length.count / per, from});
    };
    add(Unit::years, 12, Unit::months);
    add(Unit::weeks, 7, Unit::days);
    return lengths;
}

/// A name for the whole: "quarterly", "a fortnight".
bool is_said_by(Duration length, const std::string& word) {
    struct Saying {
        std::string_view stem;
        Duration length;
    };
    static constexpr std::array<Saying, 8> sayings = {{{"annual", {1, Unit::years}},
                                                       {"yearly", {1, Unit::years}},
                                                       {"half-year", {6, Unit::months}},
                                                       {"quarter", {3, Unit::months}},
                                                       {"monthly", {1, Unit::months}},
                                                       {"fortnight", {2, Unit::weeks}},
                                                       {"weekly", {1, Unit::weeks}},
                                                       {"daily", {1, Unit::days}}}};
    return std::any_of(sayings.begin(), sayings.end(),
                       [&](const Saying& saying) { return saying.length == length && word.starts_with(saying.stem); });
}

/// "6 months", "six clear months", "a month", "every other year"
bool speaks_of(const std::vector<std::string>& words, Duration length) {
    const std::string digits = std::to_string(length.count), spelt = in_words(length.count);
    const std::string unit(unit_word(length.unit));
    const std::string joined_digits = std::string(digits).append("-").append(unit);  // "28-day"
    const std::string joined_words = std::string(spelt).append("-").append(unit);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (is_said_by(length, word) || word == joined_digits || word == joined_words) return true;
        const bool one = length.count == 1 && (word == "a" || word == "each" || word == "every" || word == "the");
        const bool other = length.count == 2 && word == "other";
        const bool number = word == digits || word == spelt || one || other;
        for (std::size_t next = i + 1; number && next < std::min(i + 3, words.size()); ++next)
            if (words[next].starts_with(unit)) return true;
    }
    return false;
}

bool speaks_of_times(const std::vector<std::string>& words, std::int32_t times) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return word == std::to_string(times) || word == in_words(times) || (times == 2 && word == "twice") ||
               (times == 3 && word == "thrice");
    });
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
        const std::vector<std::string> words = words_in(protocol.clauses[rule.clause].says + " " + rule.title);
        for (const Number& number : numbers_of(rule)) {
            const bool times = number.key == "times";
            const std::vector<Duration> lengths = equal_lengths(number.length);
            const bool said =
                times ? speaks_of_times(words, number.length.count)
                      : std::any_of(lengths.begin(), lengths.end(), [&](Duration length) { return speaks_of(words, length); });
            if (said) continue;
            const std::string value =
                times ? std::to_string(number.length.count) : to_string(number.length) + (number.key == "opens" ? " before" : "");
            diagnostics.warning(rule.place, "unexplained-number",
                                "`" + names.text(rule.id) + "` has `" + std::string(number.key) + ": " + value +
                                    "`, of which neither its clause nor its title speaks",
                                "if the paper does not give it, say under `assumes` why it was taken");
        }
    }
}

}  // namespace concordat
