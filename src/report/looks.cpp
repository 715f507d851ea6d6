#include "report/looks.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/sample.hpp"
#include "time/arithmetic.hpp"

namespace concordat {
namespace {

constexpr std::string_view absence = "the log covers the time and no such record is in it";

/// Makes the looks of one form; the first day in force is where its examples begin.
class Painter {
public:
    Painter(const Protocol& protocol, const Names& names, const Rule& rule)
        : protocol_(protocol), names_(names), rule_(rule), sampler_(protocol, names) {
        start_ = rule.in_force.from ? *rule.in_force.from : protocol.agreed ? *protocol.agreed : make_day(2024, 1, 1);
        bindings_.each = member();
    }

    Looks operator()(const Every& form);
    Looks operator()(const AtLeastEvery& form);
    Looks operator()(const Once& form);
    Looks operator()(const After& form);
    Looks operator()(const Before& form);
    Looks operator()(const Each& form);
    Looks operator()(const Never& form);
    Looks operator()(const Throughout& form);
    Looks operator()(const May& form);
    Looks operator()(const Attest& form);

private:
    std::string member() const;
    std::optional<Period> bind_period(const Rhythm& rhythm);
    Sample make(std::string id, Day date, const Pattern& pattern) {
        return sampler_.make(std::move(id), date, pattern, bindings_);
    }
    /// As `$field` needs it: bound while the rest is made, and printed after it.
    Sample& trigger(Sample sample);
    /// The meeting or edition with which a duty falls due, and which is not itself the answer.
    std::optional<Sample> due_by(const Deadline& deadline, const Sample& answer) const;
    /// The record that a sample refers to, where the rule does not show it.
    static void add_referred_to(std::vector<std::string>& lines, const Sample& sample);
    std::optional<Day> later(Day day, const Duration& duration) const {
        return add(day, duration, protocol_.calendar ? &*protocol_.calendar : nullptr);
    }

    const Protocol& protocol_;
    const Names& names_;
    const Rule& rule_;
    Sampler sampler_;
    SampleBindings bindings_;
    Sample trigger_;
    Day start_;
};

constexpr Day::duration days(int count) { return Day::duration{count}; }

std::string Painter::member() const {
    if (!rule_.for_each || rule_.for_each->empty()) return {};
    const Value& first = rule_.for_each->front();
    return first.kind == Value::Kind::field ? std::string{} : std::string{names_.text(first.name)};
}

Sample& Painter::trigger(Sample sample) {
    trigger_ = std::move(sample);
    bindings_.trigger = &trigger_;
    const bool from_field = rule_.for_each && !rule_.for_each->empty() && rule_.for_each->front().kind == Value::Kind::field;
    if (from_field) bindings_.each = sampler_.word(rule_.for_each->front(), bindings_);
    return trigger_;
}

std::optional<Sample> Painter::due_by(const Deadline& deadline, const Sample& answer) const {
    const bool meeting = deadline.kind == Deadline::Kind::next_meeting;
    if (!meeting && deadline.kind != Deadline::Kind::next_edition) return std::nullopt;
    Sample event{.id = "r9", .date = answer.date + days(30), .fields = {}};
    event.fields[Field::act] = {meeting ? "meeting" : "published"};
    event.fields[meeting ? Field::of : Field::document] = {std::string{names_.text(deadline.name)}};
    const auto contains = answer.fields.find(Field::contains);
    if (contains != answer.fields.end()) event.fields[Field::contains] = {sampler_.another(Field::contains, contains->second)};
    return event;
}

void Painter::add_referred_to(std::vector<std::string>& lines, const Sample& sample) {
    const auto re = sample.fields.find(Field::re);
    const bool missing = re != sample.fields.end() && re->second.front() == referred_to;
    if (missing)
        lines.push_back(
            to_flow({.id = std::string(referred_to), .date = sample.date - days(14), .fields = {{Field::act, {"raised"}}}}));
}

/// The first period that is wholly in force.
std::optional<Period> Painter::bind_period(const Rhythm& rhythm) {
    const Periods periods = rhythm.from_agreement && protocol_.agreed ? Periods(*protocol_.agreed, *rhythm.from_agreement)
                                                                      : Periods(rhythm.cycle, protocol_.year);
    const std::int64_t index =
        std::max<std::int64_t>(periods.index_of(start_), rhythm.from_agreement ? 0 : periods.index_of(start_));
    std::optional<Period> period = periods.at(index);
    if (period && period->days.first < start_) period = periods.at(index + 1);
    if (!period) return period;
    bindings_.period = period->label;
    bindings_.previous_period = period->previous_label;
    return period;
}

Looks Painter::operator()(const Every& form) {
    Looks result{.met_when = {}, .met = {}, .broken_when = std::string(absence), .broken = {}};
    const auto period = bind_period(form.rhythm);
    if (!period) return result;
    result.met_when = (form.rhythm.from_agreement ? "in the period from " : "in ") + period->label;
    const auto due = form.within.kind == Deadline::Kind::at_once    ? std::optional(period->days.last)
                     : form.within.kind == Deadline::Kind::duration ? later(period->days.last, form.within.duration)
                                                                    : std::nullopt;
    if (due) result.met_when += ", due " + to_string(*due);
    if (form.within.kind == Deadline::Kind::open) result.broken_when.clear();
    if (due && form.times == 1)
        result.broken_when =
            fmt::format("the log covers {} to {} and no such record is in it", to_string(period->days.first), to_string(*due));
    if (form.times > 1)
        result.broken_when = fmt::format("the log covers the time and fewer than {} such records are in it", form.times);
    if (const auto event = due_by(form.within, make("r1", period->days.last, form.expect))) {
        result.broken_when = "the log covers the time, it has become due, and no such record is in it";
        result.broken.push_back(to_flow(*event));
    }
    for (int i = 0; i < form.times; ++i)
        result.met.push_back(to_flow(make(fmt::format("r{}", i + 1), period->days.last - days(form.times - 1 - i), form.expect)));
    return result;
}

Looks Painter::operator()(const AtLeastEvery& form) {
    Looks result{.met_when = "as long as each follows the one before in time", .met = {}, .broken_when = {}, .broken = {}};
    result.met.push_back(to_flow(make("r1", start_, form.expect)));
    const auto next = later(start_, form.gap);
    if (next) result.met.push_back(to_flow(make("r2", *next, form.expect)));
    result.broken_when = fmt::format("the log covers the time and more than {} go by without such a record", to_string(form.gap));
    return result;
}

Looks Painter::operator()(const Once& form) {
    Looks result{.met_when = {}, .met = {}, .broken_when = std::string(absence), .broken = {}};
    const auto due = form.within.kind == Deadline::Kind::duration ? later(start_, form.within.duration) : std::nullopt;
    if (due) result.met_when = "due " + to_string(*due);
    if (form.within.kind == Deadline::Kind::at_once) result.broken_when.clear();
    result.met.push_back(to_flow(make("r1", due ? *due : start_ + days(7), form.expect)));
    return result;
}

Looks Painter::operator()(const After& form) {
    Looks result{.met_when = {}, .met = {}, .broken_when = {}, .broken = {}};
    Sample& first = trigger(make("r1", start_ + days(30), form.trigger));
    const auto due = form.within.kind == Deadline::Kind::duration ? later(first.date, form.within.duration) : std::nullopt;
    if (due) result.met_when = "due " + to_string(*due);
    const Sample answer = make("r2", due ? *due : first.date + days(7), form.expect);
    add_referred_to(result.met, answer);
    result.met.push_back(to_flow(first));
    result.met.push_back(to_flow(answer));
    if (form.within.kind == Deadline::Kind::duration) result.broken_when = "the log covers the time and the answer is not in it";
    if (const auto event = due_by(form.within, answer)) {
        result.broken_when = "the log covers the time, it has become due, and the answer is not in it";
        add_referred_to(result.broken, answer);
        result.broken.push_back(to_flow(first));
        result.broken.push_back(to_flow(*event));
    }
    return result;
}

Looks Painter::operator()(const Before& form) {
    Looks result{
        .met_when = {}, .met = {}, .broken_when = "the log covers the time and only the last of these is in it", .broken = {}};
    Sample& guarded = trigger(make("r2", start_ + days(365), form.guarded));
    const Calendar* calendar = protocol_.calendar ? &*protocol_.calendar : nullptr;
    const auto latest = form.at_least ? latest_start(guarded.date, *form.at_least, calendar) : std::nullopt;
    const Sample match = make("r1", latest ? *latest : guarded.date - days(1), form.expect);
    if (form.since)
        result.met.push_back(to_flow(make(std::string(referred_to), match.date - days(1), *form.since)));
    else
        add_referred_to(result.met, match);
    result.met.push_back(to_flow(match));
    result.met.push_back(to_flow(guarded));
    return result;
}

Looks Painter::operator()(const Each& form) {
    const Sample bare = trigger(make("r1", start_ + days(30), form.pattern));
    Sample whole = bare;
    sampler_.extend(whole, form.has, bindings_);
    Looks result{.met_when = {}, .met = {to_flow(whole)}, .broken_when = "the record shows something else there", .broken = {}};
    Sample wrong = bare;
    std::map<Field, std::vector<std::string>> right;  // whatever any alternative would take
    for (const Alternative& alternative : form.has.alternatives) {
        Sample shown{.id = {}, .date = {}, .fields = {}};
        sampler_.extend(shown, {.alternatives = {alternative}, .place = {}}, bindings_);
        for (const auto& [field, values] : shown.fields) right[field].insert(right[field].end(), values.begin(), values.end());
    }
    for (const auto& [field, values] : right) wrong.fields[field] = {sampler_.another(field, values)};
    result.broken.push_back(to_flow(wrong));
    return result;
}

Looks Painter::operator()(const Never& form) {
    const Sample& broken = trigger(make("r2", start_ + days(30), form.pattern));
    Looks result{.met_when = {}, .met = {}, .broken_when = "such a record is in the log", .broken = {}};
    if (form.excused_by) {
        result.met = {to_flow(make("r1", broken.date, *form.excused_by)), to_flow(broken)};
        result.broken_when = "only the second of the two is in the log";
        return result;
    }
    result.broken.push_back(to_flow(broken));
    return result;
}

Looks Painter::operator()(const Throughout& form) {
    const State& state = form.state;
    const std::string from = ", from: " + to_string(start_);
    const auto word = [&](const Value& value) { return sampler_.word(value, bindings_); };
    Looks result;
    result.broken_when = "a day is covered on which that does not hold";
    switch (state.kind) {
        case State::Kind::member:
            result.met.push_back(fmt::format("{{{}: {}, of: {}, as: {}{}}}", state.body ? "body" : "role",
                                             word(state.subjects.front()), word(state.of), names_.text(state.as), from));
            break;
        case State::Kind::held:
            result.met.push_back(fmt::format("{{role: {}, held-by: A. Person{}}}", word(state.subjects.front()), from));
            break;
        case State::Kind::current:
            result.met.push_back(fmt::format("{{document: {}{}}}", word(state.subjects.front()), from));
            break;
        case State::Kind::distinct_holders:
        case State::Kind::same_holder:
            for (std::size_t i = 0; i < state.subjects.size(); ++i)
                result.met.push_back(
                    fmt::format("{{role: {}, held-by: {}{}}}", word(state.subjects[i]),
                                state.kind == State::Kind::same_holder ? "A. Person" : fmt::format("Person {}", i + 1), from));
    }
    return result;
}

Looks Painter::operator()(const May& form) {
    Sample use = make("r1", start_ + days(30), form.pattern);
    Looks result{.met_when = {}, .met = {to_flow(use)}, .broken_when = {}, .broken = {}};
    if (!form.only) return result;
    use.fields[Field::by] = {sampler_.another(Field::by, use.fields[Field::by])};
    result.broken_when = "anybody else uses it";
    result.broken.push_back(to_flow(use));
    return result;
}

Looks Painter::operator()(const Attest& form) {
    Looks result;
    const auto period = bind_period(form.rhythm);
    const std::string by = sampler_.word(form.by.values.front(), bindings_);
    const std::string line =
        fmt::format("{{id: r1, date: {}, act: attested, rule: {}, by: {}{}", to_string(period ? period->days.last : start_),
                    names_.text(rule_.id), by, period ? ", covering: " + period->label : "");
    result.met.push_back(line + "}");
    result.broken_when = "the attestation says so";
    result.broken.push_back(line + ", finding: broken}");
    return result;
}

}  // namespace

Looks looks(const Protocol& protocol, const Names& names, const Rule& rule) {
    Painter painter(protocol, names, rule);
    return std::visit(painter, rule.form);
}

}  // namespace concordat
