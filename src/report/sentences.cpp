#include "report/sentences.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/english.hpp"

namespace concordat {
namespace {

/// Writes the sentences of one form after the other; `finish` adds what all forms have in common.
class Writer {
public:
    Writer(const Protocol& protocol, const Names& names, const Rule& rule)
        : protocol_(protocol), rule_(rule), speak_(protocol, names, rule) {}

    void operator()(const Every& form);
    void operator()(const AtLeastEvery& form);
    void operator()(const Once& form);
    void operator()(const After& form);
    void operator()(const Before& form);
    void operator()(const Each& form);
    void operator()(const Never& form);
    void operator()(const Throughout& form);
    void operator()(const May& form);
    void operator()(const Attest& form);
    std::vector<std::string> finish();

private:
    void say(std::string text) { sentences_.push_back(sentence(std::move(text))); }
    void say_due(const Deadline& deadline, const std::string& anchor, const std::string& at_once);
    void say_late(const Deadline& deadline, bool counts);
    void say_reminder(const std::optional<Duration>& remind_after);
    void say_unless(const std::optional<Pattern>& unless, std::string_view when);
    void say_what_counts(const Pattern& expect);
    std::string each_period(const Rhythm& rhythm) const;

    const Protocol& protocol_;
    const Rule& rule_;
    Speaker speak_;
    std::vector<std::string> sentences_;
};

// ---- Parts of several forms -------------------------------------------------------------------------------------------

std::string Writer::each_period(const Rhythm& rhythm) const {
    const std::string period = speak_.period(rhythm);
    if (rhythm.from_agreement)
        return fmt::format("in each {} counted from the agreement{}", period,
                           protocol_.agreed ? " on " + to_string(*protocol_.agreed) : "");
    if (rhythm.cycle == Cycle::month && protocol_.year.day == 1) return "each month";
    return fmt::format("each {} (the year begins on {})", period, in_words(protocol_.year));
}

void Writer::say_due(const Deadline& deadline, const std::string& anchor, const std::string& at_once) {
    switch (deadline.kind) {
        case Deadline::Kind::at_once: return say(at_once);
        case Deadline::Kind::duration: return say(fmt::format("it falls due {} after {}", to_string(deadline.duration), anchor));
        case Deadline::Kind::next_meeting:
            return say(
                fmt::format("it falls due at the first meeting of {} that is held after {}, and is pending until there is one",
                            speak_.thing(deadline.name), anchor));
        case Deadline::Kind::next_edition:
            return say(fmt::format("it falls due when {} is next published after {}, and is pending until it is",
                                   speak_.thing(deadline.name), anchor));
        case Deadline::Kind::open: return say("it has no due day, and is pending until it is done");
    }
}

void Writer::say_late(const Deadline& deadline, bool counts) {
    if (deadline.kind == Deadline::Kind::open) return;
    say(counts ? "done after the due day, it is late" : "done after the due day, it counts for nothing");
}

void Writer::say_reminder(const std::optional<Duration>& remind_after) {
    if (remind_after) say("still not done after " + to_string(*remind_after) + ", it is listed as outstanding");
}

void Writer::say_unless(const std::optional<Pattern>& unless, std::string_view when) {
    if (unless) say(fmt::format("it does not apply if, {}, {}", when, speak_.clause(*unless)));
}

void Writer::say_what_counts(const Pattern& expect) {
    std::vector<Name> bodies;
    bool edition = false;
    for (const Alternative& alternative : expect.alternatives)
        for (const FieldPattern& field : alternative.fields) {
            edition = edition || field.field == Field::covering;
            for (const Value& value : field.values.values) {
                const Thing* thing = value.kind == Value::Kind::name ? protocol_.directory.find(value.name) : nullptr;
                const bool acts_through_chair =
                    names_parties(field.field) && thing && thing->kind == Kind::body && thing->chair != Name::none;
                if (acts_through_chair && std::find(bodies.begin(), bodies.end(), value.name) == bodies.end())
                    bodies.push_back(value.name);
            }
        }
    if (!bodies.empty())
        say(fmt::format("what {} does or is given counts as the board's own, and the finding says so",
                        bodies.size() == 1 ? "the chair of " + speak_.thing(bodies[0]) : "a board's chair"));
    if (edition) say("a record that does not say which edition it is may count, and the finding says so");
}

// ---- One form each ----------------------------------------------------------------------------------------------------

void Writer::operator()(const Every& form) {
    const std::string period = speak_.period(form.rhythm);
    const std::string times = form.times == 1 ? "" : fmt::format(", at least {} times", form.times);
    say(fmt::format("{}, {}{}", each_period(form.rhythm), speak_.clause(form.expect), times));
    say_due(form.within, "the end of the " + period, "it falls due on the last day of the " + period);
    say(form.opens ? fmt::format("it may be done from {} before the {} begins", to_string(*form.opens), period)
                   : fmt::format("it may be done from the first day of the {}", period));
    say_late(form.within, form.late_counts);
    say_reminder(form.remind_after);
    say_what_counts(form.expect);
    say_unless(form.unless, "between the opening and the due day");
    say(fmt::format("a {} that is only partly in force {}", period, form.part_period_counts ? "counts too" : "does not count"));
}

void Writer::operator()(const AtLeastEvery& form) {
    say(fmt::format("at least once every {}, {}", to_string(form.gap), speak_.clause(form.expect)));
    say(fmt::format("time runs from {}, and from each such record to the next",
                    form.from_agreed ? "the agreement" : "the first covered day, or the start in force if that is later"));
    say("a longer gap that was closed in the end is late; one that is still open is broken");
    say_what_counts(form.expect);
}

void Writer::operator()(const Once& form) {
    say("once, " + speak_.clause(form.expect));
    say_due(form.within, "the start in force", "it has no due day, and is pending until it is done");
    if (form.within.kind != Deadline::Kind::at_once) say_late(form.within, form.late_counts);
    say_reminder(form.remind_after);
    say_what_counts(form.expect);
    say_unless(form.unless, "from the start to the due day");
}

void Writer::operator()(const After& form) {
    const std::string trigger = speak_.clause(form.trigger);  // said first, so that names are in full there
    say(fmt::format("whenever {}: on that day or later, {}", trigger, speak_.clause(form.expect)));
    say_due(form.within, "that", "it has no due day, and is pending until it is done");
    if (form.within.kind != Deadline::Kind::at_once) say_late(form.within, form.late_counts);
    say_reminder(form.remind_after);
    if (form.distinct) say("one record serves one such case only");
    say_what_counts(form.expect);
    say_unless(form.unless, "between the one and the due day of the other");
}

void Writer::operator()(const Before& form) {
    const std::string guarded = speak_.clause(form.guarded);
    say(fmt::format("before {}: {}", guarded, speak_.clause(form.expect)));
    if (form.at_least) say(fmt::format("that must be at least {} earlier; shorter notice is late", to_string(*form.at_least)));
    if (form.within) say(fmt::format("it must not be more than {} earlier", to_string(*form.within)));
    if (form.since)
        say("it counts from the day on which, for the first time since the last such case, " + speak_.clause(*form.since));
    if (!form.since && !form.within) say("it counts from the day after the last such case");
    if (form.distinct) say("one record serves one such case only");
    say_what_counts(form.expect);
    say_unless(form.unless, "in that time");
}

void Writer::operator()(const Each& form) {
    const std::string judged = speak_.clause(form.pattern);
    say(fmt::format("whenever {}, the record of it also shows {}", judged, speak_.particulars(form.has)));
    say("the record itself decides: it shows that, it shows something else, or it does not say");
}

void Writer::operator()(const Never& form) {
    say("it never happens that " + speak_.clause(form.pattern));
    if (form.excused_by) say("it is excused if, on that day or before, " + speak_.clause(*form.excused_by));
    say("only days that the log covers are looked at");
}

void Writer::operator()(const Throughout& form) {
    say("at all times, " + speak_.state(form.state));
    say("the log's `standing` decides, on every day that it covers; each stretch of days on which it fails is a case of its own");
}

void Writer::operator()(const May& form) {
    say(speak_.clause(form.pattern, Speaker::Mood::may));
    say("this is a power: nothing is owed, and its uses are listed");
    if (form.only) say("nobody else may: each use by anybody else is broken");
}

void Writer::operator()(const Attest& form) {
    say(fmt::format("{}, {} attests: {}", each_period(form.rhythm), speak_.values(form.by, Field::by), form.text));
    say("no other record can show this, so without an attestation it is undetermined; the latest one decides, and one with "
        "`finding: broken` breaks it");
    say(fmt::format("a {} that is only partly in force {}", speak_.period(form.rhythm),
                    form.part_period_counts ? "counts too" : "does not count"));
}

// ---- What all have in common ------------------------------------------------------------------------------------------

std::vector<std::string> Writer::finish() {
    if (rule_.for_each)
        say(speak_.has_named_each() ? "there is a case for each of them" : "there is a case for " + speak_.each());
    if (!rule_.delegates.empty()) say(speak_.things(rule_.delegates, "or") + " may be present or act through a delegate");
    if (rule_.owed_by) say("it is owed by " + speak_.values(*rule_.owed_by, Field::by));
    if (rule_.owed_to) say("it is owed to " + speak_.values(*rule_.owed_to, Field::to));
    if (rule_.in_force.from || rule_.in_force.to)
        say(fmt::format("it binds{}{}", rule_.in_force.from ? " from " + to_string(*rule_.in_force.from) : "",
                        rule_.in_force.to ? " to " + to_string(*rule_.in_force.to) : ""));
    if (rule_.waivable_by != Name::none) say("only " + speak_.thing(rule_.waivable_by) + " can waive it");
    if (std::holds_alternative<May>(rule_.form) && !std::get<May>(rule_.form).only) return std::move(sentences_);
    const bool breakable = can_be_broken(rule_);
    switch (rule_.strength) {
        case Strength::must:
            say(breakable ? "the paper says that it must: breaking it is a violation" : "the paper says that it must");
            break;
        case Strength::should:
            say(breakable ? "the paper says that it should: breaking it is a violation" : "the paper says that it should");
            break;
        case Strength::implied:
            say(breakable ? "the paper only implies it: breaking it is reported as advice, not as a violation"
                          : "the paper only implies it");
            break;
    }
    return std::move(sentences_);
}

}  // namespace

std::vector<std::string> sentences(const Protocol& protocol, const Names& names, const Rule& rule) {
    Writer writer(protocol, names, rule);
    std::visit(writer, rule.form);
    return writer.finish();
}

}  // namespace concordat
