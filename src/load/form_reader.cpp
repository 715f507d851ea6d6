#include "load/form_reader.hpp"

#include <fmt/format.h>

#include "load/deadline.hpp"
#include "load/mapping.hpp"
#include "load/pattern.hpp"
#include "load/rhythm.hpp"
#include "load/scalar.hpp"
#include "load/state.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

class FormReader {
public:
    FormReader(const Node& rule, FormKey form, const std::vector<Value>* for_each, const Paper& paper,
               const Vocabulary& vocabulary)
        : rule_{rule},
          form_{form},
          paper_{paper},
          vocabulary_{vocabulary},
          plain_{.vocabulary = vocabulary, .for_each = for_each},
          of_period_{.vocabulary = vocabulary, .for_each = for_each, .periods = true},
          of_record_{.vocabulary = vocabulary, .for_each = for_each, .trigger = true},
          first_{.vocabulary = vocabulary, .for_each = names_a_field(for_each) ? nullptr : for_each} {}

    Form read() const;

private:
    Every every() const;
    AtLeastEvery at_least_every() const;
    Once once() const;
    After after() const;
    Before before() const;
    Each each() const;
    Never never() const;
    Throughout throughout() const;
    May may() const;
    Attest attest() const;

    /// With `for-each: $field`, what $each is comes out of the first record, so the pattern that finds it cannot ask for it.
    static bool names_a_field(const std::vector<Value>* for_each) {
        return for_each && for_each->size() == 1 && for_each->front().kind == Value::Kind::field;
    }

    Diagnostics& diagnostics() const { return vocabulary_.diagnostics; }
    const Node* find(std::string_view key) const { return rule_.find(key); }
    const Node* need(std::string_view key) const;
    Pattern pattern(std::string_view key, const Scope& scope) const;
    std::optional<Pattern> optional_pattern(std::string_view key, const Scope& scope) const;
    std::optional<Duration> duration(std::string_view key) const;
    Deadline within() const;
    Rhythm rhythm() const;
    std::optional<Duration> opens() const;
    bool late_counts() const;
    bool part_period_counts() const;
    bool truth(std::string_view key) const;
    void check_start(const Node& once) const;

    const Node& rule_;
    FormKey form_;
    const Paper& paper_;
    const Vocabulary& vocabulary_;
    Scope plain_;      // nothing but $each
    Scope of_period_;  // $period
    Scope of_record_;  // $field
    Scope first_;      // of the trigger, the guarded or the judged record
};

Form FormReader::read() const {
    switch (form_) {
        case FormKey::every: return every();
        case FormKey::at_least_every: return at_least_every();
        case FormKey::once: return once();
        case FormKey::after: return after();
        case FormKey::before: return before();
        case FormKey::each: return each();
        case FormKey::never: return never();
        case FormKey::throughout: return throughout();
        case FormKey::may: return may();
        case FormKey::attest: return attest();
    }
    return {};
}

Every FormReader::every() const {
    const Node* times = find("times");
    return {.rhythm = rhythm(),
            .times = times ? read_count(*times, "times", diagnostics()).value_or(1) : 1,
            .expect = pattern("expect", of_period_),
            .opens = opens(),
            .within = within(),
            .remind_after = duration("remind-after"),
            .part_period_counts = part_period_counts(),
            .late_counts = late_counts(),
            .unless = optional_pattern("unless", of_period_)};
}

AtLeastEvery FormReader::at_least_every() const {
    const Node* from = find("from");
    if (from) check_from(*from, paper_, diagnostics());
    return {.gap = duration("at-least-every").value_or(Duration{}),
            .from_agreed = from != nullptr,
            .expect = pattern("expect", plain_)};
}

Once FormReader::once() const {
    read_word(*find("once"), "once", {"true"}, diagnostics());
    check_start(*find("once"));
    return {.expect = pattern("expect", plain_),
            .within = within(),
            .remind_after = duration("remind-after"),
            .late_counts = late_counts(),
            .unless = optional_pattern("unless", plain_)};
}

After FormReader::after() const {
    return {.trigger = pattern("after", first_),
            .expect = pattern("expect", of_record_),
            .within = within(),
            .remind_after = duration("remind-after"),
            .late_counts = late_counts(),
            .distinct = truth("distinct"),
            .unless = optional_pattern("unless", of_record_)};
}

Before FormReader::before() const {
    const Deadline back = within();  // refuses what is no length of time
    return {.guarded = pattern("before", first_),
            .expect = pattern("expect", of_record_),
            .within = back.kind == Deadline::Kind::duration ? std::optional{back.duration} : std::nullopt,
            .at_least = duration("at-least"),
            .since = optional_pattern("since", of_record_),
            .distinct = truth("distinct"),
            .unless = optional_pattern("unless", of_record_)};
}

Each FormReader::each() const { return {.pattern = pattern("each", first_), .has = pattern("has", of_record_)}; }

Never FormReader::never() const {
    return {.pattern = pattern("never", first_), .excused_by = optional_pattern("excused-by", of_record_)};
}

Throughout FormReader::throughout() const { return {.state = read_state(*find("throughout"), plain_)}; }

May FormReader::may() const {
    May may{.pattern = pattern("may", first_), .only = truth("only")};
    if (!may.only) return may;
    for (const Alternative& alternative : may.pattern.alternatives)
        if (!alternative.find(Field::by))
            diagnostics().error(find("may")->span, "missing-key",
                                "`only: true` forbids a power to all others, and this pattern does not say whose it is",
                                "add `by` to the pattern");
    return may;
}

Attest FormReader::attest() const {
    const Node* by = need("by");
    return {.text = read_prose(*find("attest"), "attest", diagnostics()),
            .by = by ? read_values(*by, Field::by, plain_) : Values{},
            .rhythm = rhythm(),
            .part_period_counts = part_period_counts()};
}

const Node* FormReader::need(std::string_view key) const {
    const Node* value = find(key);
    if (!value)
        diagnostics().error(rule_.span, "missing-key", fmt::format("a rule of the form `{}` needs `{}`", to_string(form_), key));
    return value;
}

Pattern FormReader::pattern(std::string_view key, const Scope& scope) const {
    const Node* node = need(key);
    return node ? read_pattern(*node, key, scope) : Pattern{};
}

std::optional<Pattern> FormReader::optional_pattern(std::string_view key, const Scope& scope) const {
    const Node* node = find(key);
    return node ? std::optional{read_pattern(*node, key, scope)} : std::nullopt;
}

std::optional<Duration> FormReader::duration(std::string_view key) const {
    const Node* node = find(key);
    return node ? read_duration(*node, key, paper_, diagnostics()) : std::nullopt;
}

Deadline FormReader::within() const {
    const Node* node = find("within");
    return node ? read_deadline(*node, form_, paper_, vocabulary_) : Deadline{};
}

Rhythm FormReader::rhythm() const {
    const Node* node = need("every");
    const Node* from = form_ == FormKey::every ? find("from") : nullptr;
    return node ? read_rhythm(*node, from, form_, paper_, diagnostics()) : Rhythm{};
}

/// `12 months before`
std::optional<Duration> FormReader::opens() const {
    const Node* node = find("opens");
    if (!node || !is_text(*node, "opens", diagnostics())) return std::nullopt;
    constexpr std::string_view ending = " before";
    if (!node->text().ends_with(ending)) {
        diagnostics().error(node->span, "bad-value",
                            fmt::format("`opens` takes a length of time and `before`, not {}", quoted(node->text())),
                            "write `12 months before`: so long before the period begins");
        return std::nullopt;
    }
    Node length = *node;
    length.set(node->text().substr(0, node->text().size() - ending.size()));
    return read_duration(length, "opens", paper_, diagnostics());
}

bool FormReader::late_counts() const {
    const Node* node = find("late");
    return !node || read_word(*node, "late", {"counts", "void"}, diagnostics()) == 0;
}

bool FormReader::part_period_counts() const {
    const Node* node = find("part-period");
    return node && read_word(*node, "part-period", {"counts"}, diagnostics());
}

bool FormReader::truth(std::string_view key) const {
    const Node* node = find(key);
    return node && read_truth(*node, key, diagnostics());
}

/// A due day of `once` counts from the start in force, so there must be one.
void FormReader::check_start(const Node& once) const {
    const Node* in_force = find("in-force");
    const Node* within = find("within");
    if (!within || !takes_within(*within, form_) || paper_.agreed || paper_.in_force.from || (in_force && in_force->find("from")))
        return;
    diagnostics().error(within->span, "missing-key", "there is no day from which `within` could count: the paper is undated",
                        "add `agreed` or `in-force: {from}` to the protocol, or leave `within` out",
                        {{once.span, "the duty that is to be done once"}});
}

}  // namespace

Form read_form(const Node& rule, FormKey form, const std::vector<Value>* for_each, const Paper& paper,
               const Vocabulary& vocabulary) {
    return FormReader{rule, form, for_each, paper, vocabulary}.read();
}

}  // namespace concordat
