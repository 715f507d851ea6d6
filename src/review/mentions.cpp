#include <algorithm>
#include <array>

#include "review/checks.hpp"

namespace concordat {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// "4", "10.3": digits with single full stops between them, at `at`.
std::string_view number_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() &&
           (is_digit(text[end]) || (text[end] == '.' && end > at && end + 1 < text.size() && is_digit(text[end + 1]))))
        ++end;
    return text.substr(at, end - at);
}

/// "section 2.3": of an Act, mostly.
bool is_of_another_paper(std::string_view word) {
    constexpr std::array<std::string_view, 9> words = {"section", "sections",   "regulation", "paragraph", "schedule",
                                                       "Section", "Regulation", "Paragraph",  "Schedule"};
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// "4.5 million"
bool is_measure(std::string_view rest) {
    constexpr std::array<std::string_view, 4> words = {" million", " billion", " per ", "%"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return rest.starts_with(word); });
}

/// The clause numbers that a text speaks of: those after the word "clause" or "clauses", and, in a paper whose clauses are
/// numbered 4.1 and so on, whatever is written like that.
std::vector<std::string_view> mentioned(std::string_view text, bool dotted) {
    std::vector<std::string_view> found;
    std::string_view last_word;
    bool after_clause = false;  // in "clauses 4, 5 and 6", all three
    for (std::size_t at = 0; at < text.size();) {
        if (is_digit(text[at])) {
            const std::string_view number = number_at(text, at);
            const bool whole = at == 0 || (!is_letter(text[at - 1]) && text[at - 1] != '-');
            const std::size_t end = at + number.size();
            const bool ends = end == text.size() || (!is_letter(text[end]) && text[end] != '-' && text[end] != '%');
            const bool is_dotted = std::count(number.begin(), number.end(), '.') == 1 && number.size() <= 5;
            const bool ours = !is_of_another_paper(last_word) && !is_measure(text.substr(end));
            if (whole && ends && (after_clause || (dotted && is_dotted && ours))) found.push_back(number);
            at = end;
        } else if (is_letter(text[at])) {
            std::size_t end = at;
            while (end < text.size() && is_letter(text[end])) ++end;
            const std::string_view word = text.substr(at, end - at);
            last_word = word;
            if (word == "clause" || word == "clauses" || word == "Clause" || word == "Clauses")
                after_clause = true;
            else if (word != "and" && word != "or" && word != "to")
                after_clause = false;
            at = end;
        } else {
            if (text[at] == '.' || text[at] == ';' || text[at] == ':') after_clause = false;
            ++at;
        }
    }
    return found;
}

class Mentions {
public:
    explicit Mentions(const Reviewed& reviewed) : reviewed_{reviewed} {
        for (const Clause& clause : reviewed.protocol.clauses)
            if (clause.number.find('.') != std::string::npos) dotted_ = true;
    }

    void check(std::string_view text, Span place) const {
        for (const std::string_view number : mentioned(text, dotted_))
            if (!exists(number))
                reviewed_.diagnostics.warning(place, "unknown-clause",
                                              "this speaks of clause `" + std::string(number) + "`, and there is none",
                                              "if the paper itself does, that is one of its `defects`");
    }

private:
    /// The clause, or one that is a part of it.
    bool exists(std::string_view number) const {
        const std::vector<Clause>& clauses = reviewed_.protocol.clauses;
        return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
            return clause.number == number || (clause.number.size() > number.size() && clause.number.starts_with(number) &&
                                               !is_digit(clause.number[number.size()]));
        });
    }

    const Reviewed& reviewed_;
    bool dotted_ = false;
};

}  // namespace

void check_mentions(const Reviewed& reviewed) {
    const Mentions mentions{reviewed};
    for (const Clause& clause : reviewed.protocol.clauses) {
        mentions.check(clause.says, clause.place);
        if (clause.unchecked) mentions.check(clause.unchecked->because, clause.place);
    }
    for (const Rule& rule : reviewed.protocol.rules) {
        mentions.check(rule.title, rule.place);
        for (const std::string& assumption : rule.assumes) mentions.check(assumption, rule.place);
    }
}

}  // namespace concordat
