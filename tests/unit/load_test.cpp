// What comes out of a protocol or a log that is right, and that the tables of load (which form takes which key, which field takes
// what) are those of docs/protocol.md. The wording of what is wrong is held by the golden cases under tests/cases/errors.

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "diagnostic/render.hpp"
#include "load/log.hpp"
#include "load/protocol.hpp"

namespace {

using namespace concordat;

constexpr std::string_view holidays = R"(
calendar: england
source: invented
from: 2014-01-01
to: 2014-12-31
days:
  - {date: 2014-12-26, name: Boxing Day}
  - {date: 2014-12-25, name: Christmas Day}
)";

/// A protocol with a bit of everything but rules.
const std::string head = R"(
protocol: p
title: P
agreed: 2013-10-01
in-force: {from: 2013-10-01, to: 2020-03-31}
year: {starts: 04-01}
holidays: england
bodies: {hct: {name: HCT, chair: hct-chair}, hscb: {chair: hscb-chair}, no: {}}
meetings: {five-way: {}}
roles: {hct-chair: {of: hct}, hscb-chair: {}, dcs: {}, director: {same-as: dcs}}
groups: {chairs: [hct-chair, hscb-chair], boards: [hct, hscb], papers: [cypp, plan]}
documents: {cypp: {}, plan: {}}
topics: {progress: {}}
acts: {called-to-account: {name: calls to account}}
)";

struct Papers {
    Names names;
    Sources sources;
    Diagnostics diagnostics;
    std::optional<Protocol> protocol;
    std::optional<Log> log;

    void read_protocol(const std::string& yaml) {
        const CalendarSource calendars = [&](std::string_view id) -> std::optional<CalendarText> {
            if (id != "england") return std::nullopt;
            const auto file = sources.add({"england.yaml", std::string{holidays}});
            return CalendarText{&sources.at(file), file};
        };
        const auto file = sources.add({"protocol.yaml", yaml});
        protocol = load_protocol(sources.at(file), file, names, calendars, diagnostics);
    }

    void read_logs(const std::vector<std::string>& yamls, bool any_protocol = false) {
        std::vector<LogInput> inputs;
        for (const std::string& yaml : yamls) {
            const auto file = sources.add({"log" + std::to_string(inputs.size()) + ".yaml", yaml});
            inputs.push_back({&sources.at(file), file});
        }
        log = load_logs(inputs, *protocol, names, diagnostics, any_protocol);
    }

    std::string said() {
        diagnostics.sort();
        return render(diagnostics, sources);
    }

    /// The codes of all errors, in order of place.
    std::string codes() {
        diagnostics.sort();
        std::string result;
        for (const Diagnostic& item : diagnostics.items()) result += (result.empty() ? "" : " ") + item.code;
        return result;
    }

    Name name(std::string_view text) { return names.intern(text); }
    std::string text(Name name) const { return std::string{names.text(name)}; }

    std::string text(const Value& value) const {
        switch (value.kind) {
            case Value::Kind::name: return text(value.name);
            case Value::Kind::itself: return "itself " + text(value.name);
            case Value::Kind::each: return "$each";
            case Value::Kind::period: return "$period";
            case Value::Kind::previous_period: return "$previous-period";
            case Value::Kind::field: return '$' + std::string{to_string(value.field)};
        }
        return {};
    }

    std::string text(const std::vector<Value>& values) const {
        std::string result;
        for (const Value& value : values) result += (result.empty() ? "" : ", ") + text(value);
        return result;
    }

    std::string text(const Pattern& pattern) const {
        std::string result;
        for (const Alternative& alternative : pattern.alternatives) {
            if (!result.empty()) result += " | ";
            for (const FieldPattern& field : alternative.fields)
                result += (result.empty() || result.ends_with("| ") ? "" : "; ") + std::string{to_string(field.field)} + ": " +
                          (field.values.all ? "all " : "") + text(field.values.values);
        }
        return result;
    }

    std::string parties(List list) const {
        std::string result;
        for (const Party& party : log->parties_of(list))
            result += (result.empty() ? "" : ", ") + text(party.who) +
                      (party.delegate == Name::none ? "" : " by " + text(party.delegate));
        return result;
    }

    std::string words(List list) const {
        std::string result;
        for (const Name word : log->words_of(list)) result += (result.empty() ? "" : ", ") + text(word);
        return result;
    }

    WholeRecord record(std::string_view id) const {
        const auto found =
            std::find_if(log->records.begin(), log->records.end(), [&](const Record& record) { return text(record.id) == id; });
        REQUIRE(found != log->records.end());
        return log->whole(*found);
    }
};

/// A protocol of one clause with these rules, each a flow mapping without `rule` and `title`.
std::string with_rules(const std::vector<std::string>& rules, const std::string& before = head) {
    std::string yaml = before + "clauses:\n  - clause: 4.10\n    says: It says so.\n    rules:\n";
    for (std::size_t i = 0; i < rules.size(); ++i)
        yaml += "      - {rule: r" + std::to_string(i + 1) + ", title: T, " + rules[i] + "}\n";
    return yaml;
}

/// The one rule, which must be without fault.
Rule rule(Papers& papers, const std::string& yaml) {
    papers.read_protocol(with_rules({yaml}));
    INFO(papers.said());
    REQUIRE(papers.protocol);
    return papers.protocol->rules.at(0);
}

template <typename F>
F form(Papers& papers, const std::string& yaml) {
    const Rule loaded = rule(papers, yaml);
    REQUIRE(std::holds_alternative<F>(loaded.form));
    return std::get<F>(loaded.form);
}

/// The codes of what is wrong with these rules.
std::string codes_of(const std::vector<std::string>& rules, const std::string& before = head) {
    Papers papers;
    papers.read_protocol(with_rules(rules, before));
    CHECK(papers.protocol.has_value() == papers.codes().empty());
    return papers.codes();
}

std::string log_codes(const std::string& yaml) {
    Papers papers;
    papers.read_protocol(with_rules({"may: {act: sent}"}));
    REQUIRE(papers.protocol);
    papers.read_logs({yaml});
    CHECK(papers.log.has_value() == papers.codes().empty());
    return papers.codes();
}

Papers& with_log(Papers& papers, const std::vector<std::string>& logs) {
    papers.read_protocol(with_rules({"may: {act: sent}", "throughout: {role: dcs, of: hct, as: member}"}));
    papers.read_logs(logs);
    INFO(papers.said());
    REQUIRE(papers.log);
    return papers;
}

Day day(std::string_view text) { return parse_day(text).value(); }

}  // namespace

TEST_CASE("the head of a protocol") {
    Papers papers;
    papers.read_protocol(with_rules({"may: {act: called-to-account}"}) +
                         "source: {title: The paper, place: Halton}\nassumes: [One]\ndefects: [Two, Three]\n");
    INFO(papers.said());
    REQUIRE(papers.protocol);
    const Protocol& protocol = *papers.protocol;
    CHECK(papers.text(protocol.id) == "p");
    CHECK(protocol.title == "P");
    CHECK(protocol.source.title == "The paper");
    CHECK(protocol.source.place == "Halton");
    CHECK(protocol.agreed == day("2013-10-01"));
    CHECK(protocol.in_force.from == day("2013-10-01"));
    CHECK(protocol.in_force.to == day("2020-03-31"));
    CHECK(protocol.year == YearStart{4, 1});
    CHECK(protocol.assumes == std::vector<std::string>{"One"});
    CHECK(protocol.defects == std::vector<std::string>{"Two", "Three"});
    CHECK(protocol.own_acts.at(papers.name("called-to-account")).name == "calls to account");
    REQUIRE(protocol.calendar);
    CHECK(protocol.calendar->days.at(0).date == day("2014-12-25"));  // in order, whatever their order in the file
    CHECK(protocol.calendar->days.at(1).name == "Boxing Day");
    REQUIRE(protocol.groups.size() == 3);
    CHECK(papers.text(protocol.groups[1].id) == "boards");
}

TEST_CASE("things are connected, whatever their order") {
    Papers papers;
    rule(papers, "may: {act: sent}");
    const Directory& directory = papers.protocol->directory;
    const Thing* hct = directory.find(papers.name("hct"));
    REQUIRE(hct);
    CHECK(hct->name == "HCT");
    CHECK(hct->kind == Kind::body);
    CHECK(hct->chair == papers.name("hct-chair"));
    CHECK(hct->place.line == 8);
    CHECK(directory.find(papers.name("hct-chair"))->of == papers.name("hct"));
    CHECK(directory.find(papers.name("director"))->same_as == papers.name("dcs"));
    CHECK(directory.find(papers.name("five-way"))->kind == Kind::meeting);
    CHECK(directory.find(papers.name("no"))->id != Name::none);
    CHECK_FALSE(directory.find(papers.name("chairs")));
}

TEST_CASE("clauses") {
    Papers papers;
    papers.read_protocol(head + R"(
clauses:
  - clause: 4.10
    says: >
      First line,
      second line.
    rules: [{rule: a, title: A, may: {act: sent}}, {rule: b, title: B, may: {act: sent}}]
  - clause: 010
    says: no
    unchecked: context
    because: It is.
    checked-by: [b]
    defects: [A defect]
)");
    INFO(papers.said());
    REQUIRE(papers.protocol);
    const auto& clauses = papers.protocol->clauses;
    REQUIRE(clauses.size() == 2);
    CHECK(clauses[0].number == "4.10");
    CHECK(clauses[0].says == "First line, second line.");
    CHECK(clauses[0].rules == std::vector<std::size_t>{0, 1});
    CHECK(clauses[1].number == "010");
    CHECK(clauses[1].says == "no");
    CHECK(clauses[1].checked_by == std::vector<std::size_t>{1});
    CHECK(clauses[1].unchecked->kind == "context");
    CHECK(clauses[1].unchecked->because == "It is.");
    CHECK(clauses[1].defects == std::vector<std::string>{"A defect"});
    CHECK(papers.protocol->rules[1].clause == 0);
    CHECK(papers.protocol->rules[1].place.line == papers.protocol->rules[0].place.line);
}

// ---- Forms ----------------------------------------------------------------------------------------------------------

TEST_CASE("every") {
    Papers papers;
    SECTION("with all that it takes") {
        const auto every = form<Every>(papers,
                                       "every: half-year, times: 2, expect: {act: sent, covering: $previous-period}, "
                                       "opens: 12 months before, within: 3 weeks, part-period: counts, late: void, "
                                       "unless: {act: changed, covering: $period}");
        CHECK(every.rhythm.cycle == Cycle::half_year);
        CHECK_FALSE(every.rhythm.from_agreement);
        CHECK(every.times == 2);
        CHECK(papers.text(every.expect) == "act: sent; covering: $previous-period");
        CHECK(every.opens == Duration{12, Unit::months});
        CHECK(every.within.kind == Deadline::Kind::duration);
        CHECK(every.within.duration == Duration{3, Unit::weeks});
        CHECK(every.part_period_counts);
        CHECK_FALSE(every.late_counts);
        REQUIRE(every.unless);
        CHECK(papers.text(*every.unless) == "act: changed; covering: $period");
    }
    SECTION("with nothing but what it needs") {
        const auto every = form<Every>(papers, "every: quarter, expect: {act: sent}");
        CHECK(every.rhythm.cycle == Cycle::quarter);
        CHECK(every.times == 1);
        CHECK_FALSE(every.opens);
        CHECK(every.within.kind == Deadline::Kind::at_once);
        CHECK_FALSE(every.part_period_counts);
        CHECK(every.late_counts);
        CHECK_FALSE(every.unless);
    }
    SECTION("from agreement, a word is a length of time") {
        CHECK(form<Every>(papers, "every: quarter, from: agreed, expect: {act: sent}").rhythm.from_agreement ==
              Duration{3, Unit::months});
    }
    SECTION("from agreement, any length of time") {
        CHECK(form<Every>(papers, "every: 2 years, from: agreed, expect: {act: sent}").rhythm.from_agreement ==
              Duration{2, Unit::years});
    }
    SECTION("within: open") {
        CHECK(form<Every>(papers, "every: month, expect: {act: sent}, within: open").within.kind == Deadline::Kind::open);
    }
    SECTION("within the next meeting of a body that is called no") {
        const auto every = form<Every>(papers, "every: year, expect: {act: sent}, within: {next-meeting-of: no}");
        CHECK(every.within.kind == Deadline::Kind::next_meeting);
        CHECK(every.within.name == papers.name("no"));
    }
    SECTION("within the next meeting that is no body's") {
        CHECK(form<Every>(papers, "every: year, expect: {act: sent}, within: {next-meeting-of: five-way}").within.name ==
              papers.name("five-way"));
    }
}

TEST_CASE("at-least-every") {
    Papers papers;
    const auto gap =
        form<AtLeastEvery>(papers, "at-least-every: 20 working days, from: agreed, expect: {act: meeting, of: five-way}");
    CHECK(gap.gap == Duration{20, Unit::working_days});
    CHECK(gap.from_agreed);
    CHECK(papers.text(gap.expect) == "act: meeting; of: five-way");
}

TEST_CASE("once") {
    Papers papers;
    const auto once = form<Once>(
        papers,
        "once: true, expect: {act: agreed}, within: 6 months, remind-after: 1 year, late: counts, unless: {act: removed}");
    CHECK(papers.text(once.expect) == "act: agreed");
    CHECK(once.within.duration == Duration{6, Unit::months});
    CHECK(once.remind_after == Duration{1, Unit::years});
    CHECK(once.late_counts);
    CHECK(papers.text(*once.unless) == "act: removed");
}

TEST_CASE("after") {
    Papers papers;
    const auto after = form<After>(papers,
                                   "after: {act: raised, by: hct}, expect: {act: responded, by: $to, to: $by, re: $id, "
                                   "subject: $subject}, within: {next-edition-of: cypp}, remind-after: 3 months, late: void, "
                                   "distinct: true, unless: {act: resolved, re: $id}");
    CHECK(papers.text(after.trigger) == "act: raised; by: hct");
    CHECK(papers.text(after.expect) == "act: responded; by: $to; to: $by; subject: $subject; re: $id");
    CHECK(after.within.kind == Deadline::Kind::next_edition);
    CHECK(after.within.name == papers.name("cypp"));
    CHECK(after.remind_after == Duration{3, Unit::months});
    CHECK_FALSE(after.late_counts);
    CHECK(after.distinct);
    CHECK(papers.text(*after.unless) == "act: resolved; re: $id");
}

TEST_CASE("before") {
    Papers papers;
    const auto before =
        form<Before>(papers,
                     "before: {act: published, document: cypp}, expect: {act: consulted, to: hscb, document: $document, "
                     "covering: $covering}, within: 1 year, at-least: 20 working days, "
                     "since: {act: drafted, document: $document}, distinct: false, unless: {act: notified}");
    CHECK(papers.text(before.guarded) == "act: published; document: cypp");
    CHECK(papers.text(before.expect) == "act: consulted; to: hscb; document: $document; covering: $covering");
    CHECK(before.within == Duration{1, Unit::years});
    CHECK(before.at_least == Duration{20, Unit::working_days});
    CHECK(papers.text(*before.since) == "act: drafted; document: $document");
    CHECK_FALSE(before.distinct);
    CHECK(before.unless);
}

TEST_CASE("each, never, may") {
    Papers papers;
    SECTION("each") {
        const auto each = form<Each>(papers, "each: {act: meeting, of: five-way}, has: {about: {all: [progress, cypp, dcs]}}");
        CHECK(papers.text(each.pattern) == "act: meeting; of: five-way");
        CHECK(papers.text(each.has) == "about: all progress, cypp, dcs");
        CHECK(each.has.alternatives[0].find(Field::about)->all);
    }
    SECTION("never") {
        const auto never = form<Never>(papers, "never: {act: removed}, excused-by: {act: agreed, re: $id}");
        CHECK(papers.text(never.pattern) == "act: removed");
        CHECK(papers.text(*never.excused_by) == "act: agreed; re: $id");
    }
    SECTION("may") {
        CHECK_FALSE(form<May>(papers, "may: {act: requested}").only);
        CHECK(form<May>(papers, "may: {any: [{act: requested, by: hct}, {by: dcs}]}, only: true").only);
    }
}

TEST_CASE("throughout") {
    Papers papers;
    const auto state = [&](const std::string& yaml) { return form<Throughout>(papers, "throughout: " + yaml).state; };
    SECTION("a role in a body") {
        const State member = state("{role: dcs, of: hct, as: member}");
        CHECK(member.kind == State::Kind::member);
        CHECK(papers.text(member.subjects) == "dcs");
        CHECK_FALSE(member.body);
        CHECK(papers.text(member.of) == "hct");
        CHECK(papers.text(member.as) == "member");
    }
    SECTION("a body in a body, and for each") {
        const State member = state("{body: no, of: $each, as: observer}, for-each: boards");
        CHECK(member.body);
        CHECK(papers.text(member.of) == "$each");
    }
    SECTION("held") { CHECK(state("{role: dcs, held: true}").kind == State::Kind::held); }
    SECTION("current") { CHECK(state("{document: cypp, current: true}").kind == State::Kind::current); }
    SECTION("distinct holders") {
        const State distinct = state("{distinct-holders: chairs}");
        CHECK(distinct.kind == State::Kind::distinct_holders);
        CHECK(papers.text(distinct.subjects) == "hct-chair, hscb-chair");
    }
    SECTION("the same holder") { CHECK(papers.text(state("{same-holder: [dcs, hct-chair]}").subjects) == "dcs, hct-chair"); }
}

TEST_CASE("attest has its rhythm under every") {
    Papers papers;
    const auto attest = form<Attest>(papers, "attest: All is well., by: [chairs, hct], every: year, part-period: counts");
    CHECK(attest.text == "All is well.");
    CHECK(papers.text(attest.by.values) == "hct-chair, hscb-chair, hct");
    CHECK(attest.rhythm.cycle == Cycle::year);
    CHECK(attest.part_period_counts);
}

TEST_CASE("what all forms take") {
    Papers papers;
    const Rule loaded =
        rule(papers,
             "may: {act: sent, to: $each}, for-each: [hct, hscb], delegate: chairs, strength: implied, owed-by: "
             "[$by, $each, dcs], owed-to: boards, waivable-by: dcs, in-force: {from: 2015-01-01, to: 2030-01-01}, "
             "assumes: [This, That]");
    CHECK(papers.text(loaded.id) == "r1");
    CHECK(loaded.title == "T");
    CHECK(loaded.strength == Strength::implied);
    CHECK(papers.text(*loaded.for_each) == "hct, hscb");
    CHECK(loaded.delegates == std::vector{papers.name("hct-chair"), papers.name("hscb-chair")});
    CHECK(papers.text(loaded.owed_by->values) == "$by, $each, dcs");
    CHECK(papers.text(loaded.owed_to->values) == "hct, hscb");
    CHECK(loaded.waivable_by == papers.name("dcs"));
    CHECK(loaded.in_force.from == day("2015-01-01"));
    CHECK(loaded.in_force.to == day("2020-03-31"));  // narrowed to the protocol's
    CHECK(loaded.assumes == std::vector<std::string>{"This", "That"});
    CHECK(loaded.reading == Name::none);
    CHECK(loaded.place.column == 16);
}

TEST_CASE("a rule without any of it") {
    Papers papers;
    const Rule loaded = rule(papers, "may: {act: sent}");
    CHECK(loaded.strength == Strength::must);
    CHECK_FALSE(loaded.for_each);
    CHECK_FALSE(loaded.owed_by);
    CHECK(loaded.waivable_by == Name::none);
    CHECK(loaded.in_force.from == day("2013-10-01"));
}

// ---- The table: which form takes which key -------------------------------------------------------------------------------

namespace {

struct FormRow {
    std::string_view name;
    std::string_view yaml;  // the smallest rule of this form
};

constexpr std::array<FormRow, 10> forms{{{"every", "every: year, expect: {act: sent}"},
                                         {"at-least-every", "at-least-every: 1 year, expect: {act: sent}"},
                                         {"once", "once: true, expect: {act: sent}"},
                                         {"after", "after: {act: sent}, expect: {act: received}"},
                                         {"before", "before: {act: sent}, expect: {act: drafted}"},
                                         {"each", "each: {act: sent}, has: {by: hct}"},
                                         {"never", "never: {act: sent}"},
                                         {"throughout", "throughout: {role: dcs, held: true}"},
                                         {"may", "may: {act: sent, by: hct}"},
                                         {"attest", "attest: Well., by: hct, every: year"}}};

struct KeyRow {
    std::string_view yaml;
    std::set<std::string_view> forms;  // empty: all
};

const std::vector<KeyRow>& key_table() {
    static const std::vector<KeyRow> table = {
        {"for-each: [hct]", {}},
        {"within: 3 months", {"every", "once", "after", "before"}},
        {"within: 20 working days", {"every", "once", "after", "before"}},
        {"within: {next-meeting-of: hct}", {"every", "after"}},
        {"within: {next-edition-of: cypp}", {"every", "after"}},
        {"within: open", {"every"}},
        {"at-least: 1 week", {"before"}},
        {"since: {act: raised}", {"before"}},
        {"opens: 1 month before", {"every"}},
        {"part-period: counts", {"every", "attest"}},
        {"remind-after: 1 month", {"every", "after", "once"}},
        {"unless: {act: raised}", {"every", "once", "after", "before"}},
        {"late: void", {"every", "once", "after"}},
        {"distinct: true", {"after", "before"}},
        {"times: 3", {"every"}},
        {"from: agreed", {"every", "at-least-every"}},
        {"excused-by: {act: raised}", {"never"}},
        {"only: true", {"may"}},
        {"delegate: [dcs]", {"every", "at-least-every", "once", "after", "before", "each", "never", "may", "attest"}},
        {"strength: should", {}},
        {"owed-by: dcs", {}},
        {"owed-to: dcs", {}},
        {"waivable-by: dcs", {}},
        {"in-force: {from: 2015-01-01}", {}},
        {"assumes: [A]", {}},
    };
    return table;
}

}  // namespace

TEST_CASE("a key belongs to some forms and to no other") {
    for (const FormRow& form : forms)
        for (const KeyRow& key : key_table()) {
            const bool belongs = key.forms.empty() || key.forms.count(form.name) > 0;
            INFO(form.yaml << ", " << key.yaml);
            CHECK(codes_of({std::string{form.yaml} + ", " + std::string{key.yaml}}) == (belongs ? "" : "misplaced-modifier"));
        }
    CHECK(codes_of({"each: {act: sent}, has: {by: hct}, expect: {act: sent}"}) == "misplaced-modifier");
    CHECK(codes_of({"never: {act: sent}, has: {by: hct}"}) == "misplaced-modifier");
    CHECK(codes_of({"may: {act: sent}, by: hct"}) == "misplaced-modifier");
}

TEST_CASE("a rule has one form") {
    CHECK(codes_of({"strength: must"}) == "no-form");
    const std::vector<std::string> alone = {
        "every: year",         "at-least-every: 1 year", "once: true",         "after: {act: sent}",
        "before: {act: sent}", "each: {act: sent}",      "never: {act: sent}", "throughout: {role: dcs, held: true}",
        "may: {act: sent}",    "attest: Well."};
    for (std::size_t first = 0; first < forms.size(); ++first)
        for (std::size_t second = first + 1; second < forms.size(); ++second) {
            if (forms[first].name == "every" && forms[second].name == "attest") continue;  // which is how an attest is written
            INFO(forms[first].yaml << ", " << alone[second]);
            CHECK(codes_of({std::string{forms[first].yaml} + ", " + alone[second]}) == "two-forms");
        }
}

TEST_CASE("what a form cannot do without") {
    for (const std::string rule :
         {"every: year", "at-least-every: 1 year", "once: true", "after: {act: sent}", "before: {act: sent}", "each: {act: sent}",
          "attest: A., every: year", "attest: A., by: hct", "may: {act: sent}, only: true"}) {
        INFO(rule);
        CHECK(codes_of({rule}) == "missing-key");
    }
    const std::string bare = "protocol: p\ntitle: P\n";
    CHECK(codes_of({"every: year, expect: {act: sent}"}, bare) == "missing-key");
    CHECK(codes_of({"every: year, from: agreed, expect: {act: sent}"}, bare) == "missing-key");
    CHECK(codes_of({"every: 2 years, expect: {act: sent}"}) == "missing-key");
    CHECK(codes_of({"at-least-every: 1 year, from: agreed, expect: {act: sent}"}, bare) == "missing-key");
    CHECK(codes_of({"at-least-every: 1 year, expect: {act: sent}"}, bare).empty());
    CHECK(codes_of({"at-least-every: 9 working days, expect: {act: sent}"}, bare) == "missing-key");
    CHECK(codes_of({"once: true, expect: {act: sent}, within: 1 year"}, bare) == "missing-key");
    CHECK(codes_of({"once: true, expect: {act: sent}, within: 1 year"}, bare + "agreed: 2014-01-01\n").empty());
    CHECK(codes_of({"once: true, expect: {act: sent}, within: 1 year, in-force: {from: 2014-01-01}"}, bare).empty());
    CHECK(codes_of({"once: true, expect: {act: sent}"}, bare).empty());
    CHECK(codes_of({"every: 9 working days, from: agreed, expect: {act: sent}"}) == "bad-duration");
    CHECK(codes_of({"attest: A., by: hct, every: 2 years"}) == "bad-value");
}

// ---- Patterns ---------------------------------------------------------------------------------------------------------

TEST_CASE("the values of a pattern") {
    Papers papers;
    const auto may = [&](const std::string& yaml) { return papers.text(form<May>(papers, "may: " + yaml).pattern); };
    SECTION("fields come in one order") {
        CHECK(may("{subject: X, document: cypp, by: hct, act: sent}") == "act: sent; by: hct; document: cypp; subject: X");
    }
    SECTION("groups are written out in their place, and nothing twice") {
        CHECK(may("{by: [dcs, chairs, hct, boards]}") == "by: dcs, hct-chair, hscb-chair, hct, hscb");
        CHECK(may("{document: papers}") == "document: cypp, plan");
        CHECK(may("{present: {all: chairs}}") == "present: all hct-chair, hscb-chair");
        CHECK(may("{present: {all: [chairs, dcs]}}") == "present: all hct-chair, hscb-chair, dcs");
    }
    SECTION("itself") {
        CHECK(may("{by: {itself: hct}}") == "by: itself hct");
        CHECK(may("{by: [{itself: hct}, hscb]}") == "by: itself hct, hscb");
        CHECK(may("{of: {itself: hct}}") == "of: itself hct");
    }
    SECTION("texts mean what they say") {
        CHECK(may("{covering: [2014, 2014-15, 4.10, 010], subject: yes}") == "covering: 2014, 2014-15, 4.10, 010; subject: yes");
        CHECK(may("{in-writing: true, by: no}") == "by: no; in-writing: true");
        CHECK(may("{re: X.1, rule: r1, role: dcs}") == "re: X.1; role: dcs; rule: r1");
    }
    SECTION("either of two patterns") {
        CHECK(may("{any: [{act: sent}, {act: published, by: hct}]}") == "act: sent | act: published; by: hct");
    }
}

TEST_CASE("a field takes what it can hold") {
    const auto field = [](const std::string& yaml) { return codes_of({"may: {" + yaml + "}"}); };
    for (const std::string key : {"by", "to", "present", "with"}) {
        CHECK(field(key + ": hct").empty());
        CHECK(field(key + ": dcs").empty());
        CHECK(field(key + ": five-way") == "wrong-kind");
        CHECK(field(key + ": cypp") == "wrong-kind");
        CHECK(field(key + ": papers") == "wrong-kind");
        CHECK(field(key + ": nobody") == "unknown-id");
        CHECK(field(key + ": {itself: dcs}") == "wrong-kind");
    }
    CHECK(field("of: five-way").empty());
    CHECK(field("of: hct").empty());
    CHECK(field("of: dcs") == "wrong-kind");
    CHECK(field("of: {itself: five-way}") == "wrong-kind");
    CHECK(field("document: hct") == "wrong-kind");
    for (const std::string key : {"about", "contains"}) {
        CHECK(field(key + ": [progress, cypp, dcs]").empty());
        CHECK(field(key + ": hct") == "wrong-kind");
    }
    CHECK(field("role: hct") == "wrong-kind");
    CHECK(field("rule: dcs") == "unknown-id");
    CHECK(field("act: dcs") == "unknown-id");
    CHECK(field("act: called-to-account").empty());
    CHECK(field("in-writing: yes") == "bad-value");
    CHECK(field("re: a b") == "bad-id");
    CHECK(field("by: []") == "empty-value");
    CHECK(field("by: [hct, hct]") == "duplicate-value");
    CHECK(field("by: [[hct]]") == "wrong-type");
    CHECK(field("by: {all: [hct], itself: hct}") == "unknown-key");
    CHECK(field("document: {all: [cypp, plan]}") == "misplaced-key");
    CHECK(field("document: {itself: cypp}") == "wrong-type");
    CHECK(field("date: 2014-01-01") == "unknown-key");
    CHECK(field("id: x") == "unknown-key");
    CHECK(field("any: [{act: sent}], by: hct") == "misplaced-key");
    CHECK(field("any: [{any: [{act: sent}]}]") == "misplaced-key");
    CHECK(field("any: []") == "empty-value");
    CHECK(codes_of({"may: {}"}) == "empty-pattern");
    CHECK(codes_of({"may: {any: [{}]}"}) == "empty-pattern");
}

TEST_CASE("a variable stands where something is bound to it") {
    CHECK(codes_of({"may: {by: $each}"}) == "misplaced-variable");
    CHECK(codes_of({"may: {by: $each}, for-each: chairs"}).empty());
    CHECK(codes_of({"may: {by: $each}, for-each: [cypp]"}) == "wrong-kind");
    CHECK(codes_of({"may: {by: $each}, for-each: [hct, cypp]"}) == "wrong-kind");
    CHECK(codes_of({"may: {subject: $each}, for-each: [hct, cypp]"}).empty());
    CHECK(codes_of({"may: {by: $evry}"}) == "unknown-variable");
    CHECK(codes_of({"may: {by: $act}"}) == "unknown-variable");
    CHECK(codes_of({"may: {covering: $period}"}) == "misplaced-variable");
    CHECK(codes_of({"every: year, expect: {covering: [$period, $previous-period]}"}).empty());
    CHECK(codes_of({"every: year, expect: {by: $period}"}) == "wrong-kind");
    CHECK(codes_of({"every: year, expect: {by: $by}"}) == "misplaced-variable");
    CHECK(codes_of({"after: {by: $to}, expect: {by: hct}"}) == "misplaced-variable");
    CHECK(codes_of({"after: {by: hct}, expect: {by: $document}"}) == "wrong-kind");
    CHECK(codes_of({"after: {by: hct}, expect: {about: $document, by: $role, role: $by, subject: $id, re: [$id, $re]}"}).empty());
    // For each of what the first record shows: it is bound in the second, not in the first.
    CHECK(codes_of({"after: {act: sent}, for-each: $to, expect: {by: $each}"}).empty());
    CHECK(codes_of({"after: {act: sent, to: $each}, for-each: $to, expect: {by: $each}"}) == "misplaced-variable");
    CHECK(codes_of({"after: {act: sent}, for-each: $to, expect: {document: $each}"}) == "wrong-kind");
    CHECK(codes_of({"may: {act: sent}, for-each: $to, owed-to: $each"}).empty());
    CHECK(codes_of({"every: year, for-each: $to, expect: {act: sent}"}) == "misplaced-variable");
    CHECK(codes_of({"throughout: {role: $each, held: true}, for-each: chairs"}).empty());
    CHECK(codes_of({"throughout: {role: $each, held: true}, for-each: boards"}) == "wrong-kind");
    CHECK(codes_of({"may: {act: sent}, for-each: hct"}) == "wrong-type");
}

// ---- Readings ---------------------------------------------------------------------------------------------------------

TEST_CASE("a reading is the rule with some keys replaced") {
    Papers papers;
    const Rule loaded =
        rule(papers,
             "every: year, times: 2, expect: {act: sent}, within: {next-meeting-of: hct}, strength: should, readings: ["
             "{name: more, times: 3}, {name: by-act, once: true, strength: must}, "
             "{name: said-so, attest: Well., by: hct}]");
    REQUIRE(loaded.readings.size() == 3);
    const auto& more = loaded.readings[0];
    CHECK(papers.text(more.id) == "r1");
    CHECK(papers.text(more.reading) == "more");
    CHECK(more.title == "T");
    CHECK(more.strength == Strength::should);
    CHECK(std::get<Every>(more.form).times == 3);
    CHECK(std::get<Every>(more.form).within.kind == Deadline::Kind::next_meeting);
    CHECK(more.readings.empty());
    // Another form: `times` is dropped, and so is a `within` that it does not take.
    const auto& once = loaded.readings[1];
    CHECK(once.strength == Strength::must);
    CHECK(papers.text(std::get<Once>(once.form).expect) == "act: sent");
    CHECK(std::get<Once>(once.form).within.kind == Deadline::Kind::at_once);
    CHECK(std::get<Attest>(loaded.readings[2].form).rhythm.cycle == Cycle::year);
}

TEST_CASE("readings that are refused") {
    const std::string base = "after: {act: sent}, expect: {act: received}, within: 1 month, readings: ";
    CHECK(codes_of({base + "[{name: a, within: 2 months}, {name: b, within: 3 months}]"}).empty());
    CHECK(codes_of({base + "[{name: a, within: 2 months}, {name: a, within: 3 months}]"}) == "duplicate-id");
    CHECK(codes_of({base + "[{within: 2 months}]"}) == "missing-key");
    CHECK(codes_of({base + "[{name: a}]"}) == "empty-value");
    CHECK(codes_of({base + "[]"}) == "empty-value");
    CHECK(codes_of({base + "[{name: a, times: 2}]"}) == "misplaced-modifier");
    CHECK(codes_of({base + "[{name: a, every: year, within: open}]"}).empty());
    CHECK(codes_of({base + "[{name: a, each: {act: sent}}]"}) == "missing-key");
    CHECK(codes_of({base + "[{name: a, readings: [{name: b, within: 1 week}]}]"}) == "misplaced-key");
}

TEST_CASE("an attest read with another rhythm, or as a duty that recurs") {
    Papers papers;
    const Rule loaded = rule(papers,
                             "attest: Well., by: hct, every: year, readings: [{name: a, every: quarter}, {name: b, every: month, "
                             "expect: {act: sent}}]");
    CHECK(std::get<Attest>(loaded.readings.at(0).form).rhythm.cycle == Cycle::quarter);
    CHECK(std::get<Every>(loaded.readings.at(1).form).rhythm.cycle == Cycle::month);
}

// ---- The rest of a protocol that is refused -----------------------------------------------------------------------------

TEST_CASE("everything that is wrong is said in one run") {
    Papers papers;
    papers.read_protocol(
        "protocol: P p\ntitel: P\nyear: {starts: 02-29}\nholidays: wales\nbodies: {a: {chair: b}}\nclauses: [{clause: 1}]\n");
    CHECK_FALSE(papers.protocol);
    CHECK(papers.codes() == "missing-key bad-id unknown-key bad-date unknown-id unknown-id missing-key missing-key");
}

TEST_CASE("ids are declared once") {
    const auto twice = [](const std::string& section) {
        Papers papers;
        papers.read_protocol("protocol: p\ntitle: P\nbodies: {a: {}}\nroles: {b: {}}\n" + section +
                             "\nclauses: [{clause: 1, says: S, unchecked: context, because: B}]\n");
        return papers.codes();
    };
    CHECK(twice("meetings: {a: {}}") == "duplicate-id");
    CHECK(twice("documents: {b: {}}") == "duplicate-id");
    CHECK(twice("topics: {a: {}}") == "duplicate-id");
    CHECK(twice("groups: {a: [b]}") == "duplicate-id");
    CHECK(twice("acts: {sent: {}}") == "duplicate-id");
    CHECK(twice("acts: {a: {}}").empty());
    CHECK(twice("groups: {c: [a], d: [c]}") == "unknown-id");
    CHECK(twice("groups: {c: [a, a]}") == "duplicate-value");
    CHECK(twice("groups: {c: []}") == "empty-value");
}

TEST_CASE("same-as leads to no circle") {
    const auto roles = [](const std::string& yaml) {
        Papers papers;
        papers.read_protocol("protocol: p\ntitle: P\nroles: {" + yaml +
                             "}\nclauses: [{clause: 1, says: S, unchecked: context, because: B}]\n");
        return papers.codes();
    };
    CHECK(roles("a: {same-as: b}, b: {same-as: c}, c: {}").empty());
    CHECK(roles("a: {same-as: a}") == "circle");
    CHECK(roles("a: {same-as: b}, b: {same-as: c}, c: {same-as: a}") == "circle");
    CHECK(roles("a: {same-as: b}, b: {same-as: b}") == "circle");
    CHECK(roles("a: {same-as: d}") == "unknown-id");
}

// ---- Logs -------------------------------------------------------------------------------------------------------------

TEST_CASE("a record with all its fields") {
    Papers papers;
    with_log(papers, {R"(
log: L
records:
  - id: A_1:b.c
    date: 2014-06
    recorded: 2014-06-01
    act: sent
    by: {role: dcs, delegate: A. Person}
    to: [hct, dcs]
    present: [hct-chair, {role: dcs, delegate: true}]
    with: hscb
    of: five-way
    document: cypp
    covering: [2014, 010]
    about: progress
    contains: [progress, cypp]
    subject: the matter
    re: r2
    role: dcs
    rule: r1
    in-writing: false
    partial: true
    person: Somebody
    evidence: [a.pdf, b.pdf]
    note: Nothing.
    withdraws: r2
  - {id: r2, date: 2014-05-02, act: attested, finding: broken, rule: r1, status: inquorate, in-writing: true, by: []}
)"});
    const WholeRecord record = papers.record("A_1:b.c");
    CHECK(record.date() == DayRange{day("2014-06-01"), day("2014-06-30")});
    CHECK(record.has_recorded);
    CHECK(record.recorded == day("2014-06-01"));
    CHECK(papers.text(record.act) == "sent");
    CHECK(papers.parties(record.by) == "dcs by A. Person");
    CHECK(papers.parties(record.to) == "hct, dcs");
    CHECK(papers.parties(record.present) == "hct-chair, dcs by true");
    CHECK(papers.parties(record.with) == "hscb");
    CHECK(papers.text(record.of) == "five-way");
    CHECK(papers.text(record.document) == "cypp");
    CHECK(papers.words(record.covering) == "2014, 010");
    CHECK(papers.words(record.about) == "progress");
    CHECK(papers.words(record.contains) == "progress, cypp");
    CHECK(papers.text(record.subject) == "the matter");
    CHECK(papers.text(record.re) == "r2");
    CHECK(papers.text(record.role) == "dcs");
    CHECK(papers.text(record.rule) == "r1");
    CHECK(papers.text(record.withdraws) == "r2");
    CHECK(record.in_writing == Stated::no);
    CHECK(record.partial);
    CHECK(record.partial_present);
    CHECK(record.meeting == RecordIndex::none);
    CHECK(record.line == 4);
    CHECK(record.status == Status::held);
    const WholeRecord second = papers.record("r2");
    CHECK(second.broken);
    CHECK(second.status == Status::inquorate);
    CHECK(second.in_writing == Stated::yes);
    CHECK_FALSE(second.has_recorded);
    CHECK(second.by.empty());
}

TEST_CASE("items take from their meeting, and leave to it what they do not say") {
    Papers papers;
    with_log(papers, {R"(
log: L
records:
  - id: m
    date: 2014-07-16
    recorded: 2014-07-20
    act: meeting
    of: hct
    status: planned
    present: [hct-chair, dcs]
    partial: true
    items:
      - {act: considered, document: cypp, covering: 2014}
      - {act: presented, by: dcs, document: cypp}
      - {act: agreed, by: hscb}
      - {act: raised}
      - {act: presented, to: dcs}
      - {act: resolved, by: []}
  - {id: f, date: 2014-07-17, act: meeting, of: five-way, items: [{act: considered, partial: true}, {act: presented}]}
)"});
    std::vector<WholeRecord> records;
    for (const Record& record : papers.log->records) records.push_back(papers.log->whole(record));
    REQUIRE(records.size() == 10);
    for (std::size_t i = 1; i <= 6; ++i) {
        CHECK(papers.text(records[i].id) == "m." + std::to_string(i));
        CHECK(records[i].meeting == RecordIndex{0});
        CHECK(records[i].date() == records[0].date());
        CHECK(records[i].recorded == records[0].recorded);
        CHECK(records[i].status == Status::planned);
        CHECK(papers.text(records[i].of) == "hct");
        CHECK(records[i].present == records[0].present);
        CHECK(papers.parties(records[i].present) == "hct-chair, dcs");
        CHECK_FALSE(records[i].partial);
        CHECK(records[i].partial_present);
    }
    CHECK(papers.parties(records[1].by) == "hct");
    CHECK(papers.words(records[1].covering) == "2014");
    CHECK(papers.parties(records[2].by) == "dcs");
    CHECK(papers.parties(records[2].to) == "hct");
    CHECK(papers.parties(records[3].by) == "hscb");
    CHECK(papers.parties(records[4].by).empty());
    CHECK(papers.parties(records[5].to) == "dcs");
    CHECK(papers.parties(records[6].by) == "hct");
    CHECK(records[1].line == 13);
    // A regular meeting is no body, so nothing is done by it or presented to it.
    CHECK(papers.parties(records[8].by).empty());
    CHECK(papers.parties(records[9].to).empty());
    CHECK(records[8].partial);
    CHECK(records[8].partial_present);
    CHECK_FALSE(records[7].partial_present);
    CHECK(records[8].meeting == RecordIndex{7});
}

TEST_CASE("records may come before the names that they use, and lines may end as they like") {
    const std::string yaml = R"(records:
  - {id: a, date: 2014-01-01, act: meeting, of: scrutiny, present: [clerk], items: [{act: received, document: notes, about: lunch}]}
  - {id: b, date: 2014-01-02, act: sent, by: clerk, re: c}
  - {id: c, date: 2014-01-03, act: sent}
topics: {lunch: {}}
documents: {notes: {}}
roles: {clerk: {of: scrutiny, same-as: dcs}}
bodies: {scrutiny: {name: Scrutiny, chair: clerk}}
log: L
)";
    std::string windows;
    for (const char c : yaml) windows += c == '\n' ? std::string{"\r\n"} : std::string{c};
    for (const std::string& text : {yaml, windows}) {
        Papers papers;
        with_log(papers, {text});
        CHECK(papers.parties(papers.record("a.1").by) == "scrutiny");
        CHECK(papers.record("c").line == 4);
        const Thing* scrutiny = papers.log->directory.find(papers.name("scrutiny"));
        REQUIRE(scrutiny);
        CHECK(scrutiny->of_the_log);
        CHECK(scrutiny->name == "Scrutiny");
        CHECK(scrutiny->chair == papers.name("clerk"));
        CHECK(papers.log->directory.find(papers.name("clerk"))->same_as == papers.name("dcs"));
        CHECK(papers.log->directory.find(papers.name("hct")));
        CHECK_FALSE(papers.log->directory.find(papers.name("hct"))->of_the_log);
    }
}

TEST_CASE("coverage") {
    Papers papers;
    SECTION("one span") {
        with_log(papers, {"log: L\ncovers: {from: 2014-04-01, to: 2015-03-31}\n"});
        REQUIRE(papers.log->covers.size() == 1);
        CHECK(papers.log->covers[0].days == DayRange{day("2014-04-01"), day("2015-03-31")});
        CHECK(papers.log->covers[0].bodies.empty());
        CHECK_FALSE(papers.log->covers_none);
        CHECK_FALSE(papers.log->covers_taken);
    }
    SECTION("several, for some bodies and acts") {
        with_log(papers, {"log: L\ncovers:\n  - {from: 2014-04-01, to: 2014-04-01, bodies: [hct, five-way]}\n"
                          "  - {from: 2014-04-01, to: 2015-03-31, acts: [sent, called-to-account]}\n"});
        REQUIRE(papers.log->covers.size() == 2);
        CHECK(papers.log->covers[0].bodies == std::vector{papers.name("hct"), papers.name("five-way")});
        CHECK(papers.log->covers[1].acts == std::vector{papers.name("sent"), papers.name("called-to-account")});
    }
    SECTION("none") {
        with_log(papers, {"log: L\ncovers: none\nrecords: [{id: a, date: 2014-01-01, act: sent}]\n"});
        CHECK(papers.log->covers.empty());
        CHECK(papers.log->covers_none);
        CHECK_FALSE(papers.log->covers_taken);
    }
    SECTION("not said: from the first to the last record, without what is only planned") {
        with_log(papers,
                 {"log: L\nrecords:\n  - {id: a, date: 2014-03-05, act: sent}\n  - {id: b, date: 2014-02, act: sent}\n"
                  "  - {id: c, date: 2015-02, act: sent}\n  - {id: d, date: 2016-01-01, act: meeting, status: planned}\n"});
        REQUIRE(papers.log->covers.size() == 1);
        CHECK(papers.log->covers[0].days == DayRange{day("2014-02-01"), day("2015-02-28")});
        CHECK(papers.log->covers_taken);
    }
    SECTION("not said, and no record") {
        with_log(papers, {"log: L\n"});
        CHECK(papers.log->covers.empty());
        CHECK(papers.log->covers_taken);
        CHECK_FALSE(papers.log->covers_none);
    }
}

TEST_CASE("standing") {
    Papers papers;
    with_log(papers, {R"(
log: L
standing:
  - {role: dcs, held-by: A. Person, from: 2013-01-01, to: 2013-01-01}
  - {role: dcs, of: hct, as: member, from: 2013-04-01}
  - {body: hscb, of: hct, as: member, from: 2013-04-01}
  - {document: cypp, covering: [2014-17, 2015], from: 2014-04-01}
)"});
    const auto& standing = papers.log->standing;
    REQUIRE(standing.size() == 4);
    CHECK(standing[0].kind == Standing::Kind::holder);
    CHECK(standing[0].held_by == "A. Person");
    CHECK(standing[0].to == day("2013-01-01"));
    CHECK(standing[1].kind == Standing::Kind::membership);
    CHECK(papers.text(standing[1].of) == "hct");
    CHECK(papers.text(standing[1].as) == "member");
    CHECK_FALSE(standing[1].to);
    CHECK(papers.text(standing[2].subject) == "hscb");
    CHECK(standing[3].kind == Standing::Kind::document);
    CHECK(standing[3].covering == std::vector{papers.name("2014-17"), papers.name("2015")});
    CHECK(standing[3].place.line == 7);
}

// ---- Several logs -----------------------------------------------------------------------------------------------------

TEST_CASE("logs are joined") {
    Papers papers;
    with_log(
        papers,
        {"log: One\ncovers: {from: 2014-01-01, to: 2014-12-31}\nas-of: 2015-01-31\nroles: {clerk: {name: Clerk}}\n"
         "records: [{id: a, date: 2014-01-05, act: sent, by: clerk}]\n",
         "log: Two\nas-of: 2015-02-28\nroles: {clerk: {name: Clerk}}\nstanding: [{role: clerk, held-by: B, from: 2014-01-01}]\n"
         "records: [{id: b, date: 2015-01-05, act: received, re: a, by: clerk}]\n",
         "log: Two\ncovers: none\n"});
    const Log& log = *papers.log;
    CHECK(log.title == "One + Two");
    CHECK(log.as_of == day("2015-02-28"));
    REQUIRE(log.covers.size() == 2);
    CHECK(log.covers[0].days.last == day("2014-12-31"));
    CHECK(log.covers[1].days == DayRange{day("2015-01-05"), day("2015-01-05")});
    CHECK(log.covers_taken);
    CHECK_FALSE(log.covers_none);
    CHECK(log.standing.size() == 1);
    CHECK(log.records.size() == 2);
}

TEST_CASE("the order in which logs are given changes nothing") {
    const std::string one = "log: One\nrecords: [{id: a, date: 2014-01-05, act: sent}]\n";
    const std::string two = "log: Two\nrecords: [{id: a, date: 2014-01-05, act: sent}, {id: b, date: 2014-01-05, act: sent}]\n";
    Papers papers;
    papers.read_protocol(with_rules({"may: {act: sent}"}));
    const auto first = papers.sources.add({"one.yaml", one}), second = papers.sources.add({"two.yaml", two});
    const LogInput one_input{&papers.sources.at(first), first}, two_input{&papers.sources.at(second), second};
    const auto forth = load_logs(std::array{one_input, two_input}, *papers.protocol, papers.names, papers.diagnostics);
    const auto back = load_logs(std::array{two_input, one_input}, *papers.protocol, papers.names, papers.diagnostics);
    REQUIRE(forth);
    REQUIRE(back);
    CHECK(forth->title == back->title);
    REQUIRE(forth->records.size() == 2);
    REQUIRE(back->records.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(forth->records[i].id == back->records[i].id);
        CHECK(forth->records[i].file == back->records[i].file);
    }
}

TEST_CASE("one record told by two logs is one record") {
    const std::string told =
        "log: One\nrecords:\n  - {id: x, date: 2014-01-01, act: sent}\n"
        "  - {id: m, date: 2014-01-05, act: meeting, of: hct, present: [dcs, hct-chair], note: A, "
        "items: [{act: considered, by: hct}, {act: raised}]}\n";
    const std::string again =
        "log: Two\nrecords:\n"
        "  - {id: m, date: 2014-01-05, act: meeting, of: hct, present: [hct-chair, dcs], note: B, "
        "items: [{act: considered}, {act: raised}]}\n"
        "  - {id: y, date: 2014-01-06, act: meeting, of: hct, items: [{act: agreed}]}\n";
    Papers papers;
    with_log(papers, {told, again});
    std::vector<WholeRecord> records;
    for (const Record& record : papers.log->records) records.push_back(papers.log->whole(record));
    REQUIRE(records.size() == 6);
    CHECK(papers.text(records[1].id) == "m");
    CHECK(papers.text(records[4].id) == "y");
    CHECK(papers.text(records[5].id) == "y.1");
    CHECK(records[5].meeting == RecordIndex{4});
}

TEST_CASE("two tellings that differ are refused") {
    const auto tell = [](const std::string& left, const std::string& right) {
        Papers papers;
        papers.read_protocol(with_rules({"may: {act: sent}"}));
        papers.read_logs({"log: One\nrecords: [{id: r, date: 2014-01-01, act: meeting, " + left + "}]\n",
                          "log: Two\nrecords: [{id: r, date: 2014-01-01, act: meeting, " + right + "}]\n"});
        return papers.diagnostics.items().size() == 1 ? papers.diagnostics.items()[0].message : papers.codes();
    };
    CHECK(tell("of: hct", "of: hct").empty());
    CHECK_THAT(tell("of: hct", "of: hscb"), test::has_text("`of` differs"));
    CHECK_THAT(tell("by: [dcs]", "by: [dcs, hct]"), test::has_text("`by` differs"));
    CHECK_THAT(tell("recorded: 2014-02-01", "of: hct"), test::has_text("`recorded` differs"));
    CHECK_THAT(tell("status: planned", "status: held"), test::has_text("`status` differs"));
    CHECK(tell("status: held", "partial: false").empty());
    CHECK_THAT(tell("partial: true", "partial: false"), test::has_text("`partial` differs"));
    CHECK_THAT(tell("present: {role: dcs, delegate: A}", "present: dcs"), test::has_text("`present` differs"));
    CHECK_THAT(tell("items: [{act: raised}]", "items: []"), test::has_text("the number of items differs"));
    CHECK_THAT(tell("items: [{act: raised}, {act: raised}]", "items: [{act: raised}, {act: sent}]"),
               test::has_text("`act` of item 2 differs"));
    CHECK(tell("evidence: a", "evidence: b").empty());
}

// ---- Logs that are refused -----------------------------------------------------------------------------------------------

TEST_CASE("records that are refused") {
    const auto record = [](const std::string& yaml) { return log_codes("log: L\nrecords: [{" + yaml + "}]\n"); };
    const std::string sent = "id: a, date: 2014-01-01, act: sent, ";
    const std::string met = "id: a, date: 2014-01-01, act: meeting, of: hct, ";
    CHECK(record("id: a, date: 2014-01-01, act: sent").empty());
    CHECK(record("date: 2014-01-01, act: sent") == "missing-key");
    CHECK(record("id: a, act: sent") == "missing-key");
    CHECK(record("id: a, date: 2014-01-01") == "missing-key");
    CHECK(record("id: a/b, date: 2014-01-01, act: sent") == "bad-id");
    CHECK(record("id: a, date: 2014-02-30, act: sent") == "bad-date");
    CHECK(record("id: a, date: 0000-01-01, act: sent") == "bad-date");
    CHECK(record(sent + "recorded: 2014-02") == "bad-date");
    CHECK(record(sent + "recorded: 2013-12-31") == "wrong-order");
    CHECK(record(sent + "recorded: 2013-12-31, status: planned").empty());
    CHECK(record(sent + "status: lost") == "bad-value");
    CHECK(record(sent + "by: nobody") == "unknown-id");
    CHECK(record(sent + "by: chairs") == "wrong-kind");
    CHECK(record(sent + "by: cypp") == "wrong-kind");
    CHECK(record(sent + "to: {role: dcs, delegate: A}") == "wrong-type");
    CHECK(record(sent + "by: {role: hct, delegate: A}") == "wrong-kind");
    CHECK(record(sent + "by: {role: dcs}") == "missing-key");
    CHECK(record(sent + "document: [cypp]") == "wrong-type");
    CHECK(record(sent + "covering: $period") == "misplaced-variable");
    CHECK(record(sent + "re: b") == "unknown-id");
    CHECK(record(sent + "withdraws: a") == "circle");
    CHECK(record(sent + "finding: broken") == "misplaced-key");
    CHECK(record(sent + "rule: r9") == "unknown-id");
    CHECK(record(sent + "items: []") == "misplaced-key");
    CHECK(record(sent + "about: hct") == "wrong-kind");
    CHECK(record(sent + "by: ''") == "empty-value");
    CHECK(log_codes("log: L\nrecords:\n  - id: a\n    date: 2014-01-01\n    act: sent\n    by:\n") == "empty-value");
    CHECK(record(sent + "foo: bar") == "unknown-key");
    CHECK(record(sent + "note: {a: b}") == "wrong-type");
    for (const std::string key :
         {"id: b", "date: 2014-01-01", "recorded: 2014-01-01", "status: held", "of: hct", "present: dcs", "items: []"}) {
        INFO(key);
        CHECK(record(met + "items: [{act: raised, " + key + "}]") == "misplaced-key");
    }
    CHECK(record(met + "items: [{act: meeting}]") == "bad-value");
    CHECK(record(met + "items: [{by: hct}]") == "missing-key");
    CHECK(record(met + "items: [{act: raised, withdraws: a}]") == "circle");
    CHECK(record(met + "items: [{act: raised, re: a.1}]").empty());
    CHECK(record(met + "items: [{act: raised, re: a.2}]") == "unknown-id");
}

TEST_CASE("withdrawals that come back are refused") {
    const auto records = [](const std::string& yaml) { return log_codes("log: L\nrecords: [" + yaml + "]\n"); };
    const auto record = [](const std::string& id, const std::string& withdraws) {
        return "{id: " + id + ", date: 2014-01-01, act: sent, withdraws: " + withdraws + "}, ";
    };
    const std::string last = "{id: z, date: 2014-01-01, act: sent}";
    CHECK(records(record("a", "b") + record("b", "z") + record("c", "z") + last).empty());
    CHECK(records(record("a", "b") + record("b", "c") + record("c", "a") + last) == "circle");
    CHECK(records(record("a", "m") + "{id: m, date: 2014-01-01, act: meeting, items: [{act: sent, withdraws: a}]}") == "circle");
    CHECK(records(record("a", "m") + last + ", {id: m, date: 2014-01-01, act: meeting, items: [{act: sent, withdraws: z}]}")
              .empty());
}

TEST_CASE("logs that are refused") {
    CHECK(log_codes("protocol: p\n") == "missing-key");
    CHECK(log_codes("log: L\nprotocol: q\n") == "wrong-protocol");
    CHECK(log_codes("log: L\nprotocol: protocols/p.yaml\n") == "bad-id");
    CHECK(log_codes("log: L\nrecord: []\n") == "unknown-key");
    CHECK(log_codes("log: L\nrecords: none\n") == "wrong-type");
    CHECK(log_codes("log: L\nas-of: 2014-01\n") == "bad-date");
    CHECK(log_codes("log: L\ncovers: all\n") == "bad-value");
    CHECK(log_codes("log: L\ncovers: {from: 2014-01-01}\n") == "missing-key");
    CHECK(log_codes("log: L\ncovers: {from: 2014-01-02, to: 2014-01-01}\n") == "wrong-order");
    CHECK(log_codes("log: L\ncovers: []\n") == "empty-value");
    CHECK(log_codes("log: L\nbodies: {hct: {}}\n") == "duplicate-id");
    CHECK(log_codes("log: L\nbodies: {chairs: {}}\n") == "duplicate-id");
    CHECK(log_codes("log: L\nbodies: {x: {}}\nroles: {x: {}}\n") == "duplicate-id");
    CHECK(log_codes("log: L\nstanding: [{role: dcs, from: 2014-01-01}]\n") == "missing-key missing-key");
    CHECK(log_codes("log: L\nstanding: [{role: dcs, of: hct, as: member, from: 2014-01-01}]\n") == "unknown-id");
    CHECK(log_codes("log: L\nstanding: [{from: 2014-01-01}]\n") == "missing-key");
    CHECK(log_codes("log: L\nstanding: [{role: dcs, held-by: A, of: hct, from: 2014-01-01}]\n") == "unknown-key");
    CHECK(log_codes("log: L\nrecords: [{id: a, date: 2014-01-01, act: sent}, {id: a, date: 2014-01-01, act: sent}]\n") ==
          "duplicate-id");
    CHECK(log_codes("log: L\nrecords: [{id: a.1, date: 2014-01-01, act: sent}, {id: a, date: 2014-01-01, act: meeting, "
                    "items: [{act: sent}]}]\n") == "duplicate-id");
}

TEST_CASE("a log of another protocol is taken if somebody wants it so") {
    Papers papers;
    papers.read_protocol(with_rules({"may: {act: sent}"}));
    papers.read_logs({"log: L\nprotocol: q\n"}, true);
    CHECK(papers.log);
}

TEST_CASE("the names of two logs agree") {
    const auto names = [](const std::string& left, const std::string& right) {
        Papers papers;
        papers.read_protocol(with_rules({"may: {act: sent}"}));
        papers.read_logs({"log: One\nroles: {x: {" + left + "}}\n", "log: Two\nroles: {x: {" + right + "}}\n"});
        return papers.codes();
    };
    CHECK(names("name: X", "name: X").empty());
    CHECK(names("name: X", "name: Y") == "duplicate-id");
    CHECK(names("name: X", "name: X, of: hct") == "duplicate-id");
}

TEST_CASE("the protocol of a log is found without the rest") {
    const auto of = [](const std::string& yaml) {
        const Text text{.name = "log.yaml", .bytes = yaml};
        return protocol_of({.text = &text, .file = 0}).value_or("-");
    };
    CHECK(of("log: L\nprotocol: halton\nrecords: []\n") == "halton");
    CHECK(of("log: L\nrecords: []\nprotocol: 'halton'  # so\n") == "halton");
    CHECK(of(R"({"log": "L", "protocol": "halton", "records": [{"id": "a"}]})") == "halton");
    CHECK(of("log: L\n") == "-");
    CHECK(of("log: L\nprotocol: [a]\n") == "-");
    CHECK(of("") == "-");
    // Longer than what is looked at first, with the key before, behind and across its end.
    std::string records = "records:\n";
    while (records.size() < 65500) records += "  - {id: a, date: 2014-01-01, act: sent}\n";
    const std::string fill = '#' + std::string(65536 - 6 - records.size(), '-') + '\n';
    const std::string rest = "covers: none\nlog: " + std::string(1000, 'L') + '\n';
    CHECK(of("protocol: halton\n" + records + fill + rest) == "halton");
    CHECK(of(records + fill + rest + "protocol: halton\n") == "halton");
    CHECK(of(records + fill + "protocol: halton\n" + rest) == "halton");
}
