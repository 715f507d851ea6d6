// Every small world: each form with each of its modifiers, over all pairs of records of a few kinds on the days around every
// boundary, with several claims of coverage and several days on which the audit stands. With CONCORDAT_WORLDS of 1000 and more,
// over all triples; with less than usual, over single records only.

#include "catch.hpp"
#include "laws/compare.hpp"
#include "laws/properties.hpp"

namespace concordat::laws {

namespace {

struct Family {
    std::string form;
    std::string head;                  // what the protocol has besides
    std::vector<std::string> rules;    // the rule's keys
    std::vector<std::string> records;  // without id and date
    std::vector<std::string> days;
    std::vector<std::string> as_of;
    std::vector<std::string> covers = {"{from: 2014-01-01, to: 2015-12-31}", "{from: 2014-05-16, to: 2015-12-31}",
                                       "[{from: 2014-01-01, to: 2015-12-31, bodies: [a], acts: [sent, agreed]}]", "none"};
};

const char* const words = R"(
year: {starts: 04-01}
bodies: {a: {chair: c}, b: {}}
roles: {c: {of: a}, d: {of: a}, e: {same-as: d}}
groups: {both: [a, b]}
documents: {report: {}, plan: {}}
topics: {money: {}}
)";

const std::vector<Family> families = {
    {"every",
     "agreed: 2014-03-31",
     {"every: quarter, expect: {act: sent, by: a}", "every: quarter, expect: {act: sent, by: a}, times: 2",
      "every: quarter, expect: {act: sent, by: a}, within: 1 month",
      "every: quarter, expect: {act: sent, by: a}, within: 1 month, late: void",
      "every: quarter, expect: {act: sent, by: a}, within: 1 month, times: 2",
      "every: quarter, expect: {act: sent, by: a}, within: open",
      "every: quarter, expect: {act: sent, by: a}, within: {next-meeting-of: b}",
      "every: quarter, expect: {act: sent, by: a}, within: {next-edition-of: report}",
      "every: quarter, expect: {act: sent, by: a}, opens: 1 month before",
      "every: quarter, expect: {act: sent, by: a}, opens: 2 months before, within: 1 month",
      "every: quarter, expect: {act: sent, by: a}, unless: {act: agreed, by: a}",
      "every: quarter, expect: {act: sent, by: a, covering: $period}",
      "every: quarter, expect: {act: sent, covering: $previous-period}, within: 1 month",
      "every: quarter, expect: {act: sent, by: a}, in-force: {from: 2014-05-15}",
      "every: quarter, expect: {act: sent, by: a}, in-force: {from: 2014-05-15, to: 2014-08-31}, part-period: counts",
      "every: quarter, expect: {act: sent, by: $each}, for-each: both",
      "every: quarter, expect: {act: sent, by: d}, delegate: [d]",
      "every: 3 months, from: agreed, expect: {act: sent, by: a, covering: $period}",
      "every: quarter, expect: {any: [{act: sent, by: b}, {act: agreed}]}"},
     {"act: sent, by: a", "act: sent", "act: agreed, by: [c]",
      "act: sent, by: [{role: e, delegate: Somebody}], covering: 2014-15 Q1", "act: meeting, of: b",
      "act: published, document: report, covering: [2014-15 Q1, 2014-15 Q2]"},
     {"2014-03-31", "2014-04-01", "2014-06-30", "2014-07-01", "2014-07-31", "2014-08"},
     {"2014-06-30", "2014-07-31", "2014-08-15", "2014-11-01"}},
    {"at-least-every",
     "agreed: 2014-05-01",
     {"at-least-every: 1 month, expect: {act: sent, by: a}", "at-least-every: 30 days, expect: {act: sent, by: a}",
      "at-least-every: 1 month, from: agreed, expect: {act: sent, by: a}",
      "at-least-every: 1 month, expect: {act: sent, by: $each}, for-each: both",
      "at-least-every: 1 month, expect: {act: sent, covering: 2014-15}",
      "at-least-every: 1 month, expect: {act: sent, by: a}, in-force: {from: 2014-05-31, to: 2014-07-31}"},
     {"act: sent, by: a", "act: sent", "act: sent, by: c, covering: 2014-15", "act: sent, covering: 2013-14"},
     {"2014-05-01", "2014-05-31", "2014-06-01", "2014-06-30", "2014-07-01", "2014-06"},
     {"2014-05-31", "2014-06-30", "2014-07-01", "2014-08-31"}},
    {"once",
     "agreed: 2014-05-01",
     {"once: true, expect: {act: sent, by: a}", "once: true, expect: {act: sent, by: a}, within: 1 month",
      "once: true, expect: {act: sent, by: a}, within: 1 month, late: void",
      "once: true, expect: {act: sent, by: a}, within: 1 month, unless: {act: agreed, by: b}",
      "once: true, expect: {act: sent, by: a}, within: 1 month, in-force: {from: 2014-05-31}",
      "once: true, expect: {act: sent, to: $each}, for-each: both, within: 1 month"},
     {"act: sent, by: a", "act: sent", "act: agreed, by: b", "act: sent, by: b, to: [a, b]"},
     {"2014-04-30", "2014-05-01", "2014-06-01", "2014-06-02", "2014-06-30", "2014-06"},
     {"2014-05-31", "2014-06-01", "2014-06-15", "2014-07-01"}},
    {"after",
     "in-force: {from: 2014-04-01, to: 2015-06-30}",
     {"after: {act: published}, expect: {act: sent, by: a}",
      "after: {act: published}, expect: {act: sent, by: a}, within: 1 month",
      "after: {act: published}, expect: {act: sent, by: a}, within: 1 month, late: void",
      "after: {act: published}, expect: {act: sent, by: a}, within: 1 month, distinct: true",
      "after: {act: published}, expect: {act: sent, by: a}, within: 1 month, unless: {act: agreed}",
      "after: {act: published}, expect: {act: sent}, within: {next-meeting-of: a}",
      "after: {act: published}, expect: {act: sent, covering: $covering}, within: {next-edition-of: report}",
      "after: {act: published}, expect: {act: sent, covering: $covering}, within: 1 month",
      "after: {act: published, by: a}, expect: {act: sent}, within: 1 month",
      "after: {act: published}, expect: {act: published}, within: 1 month",
      "after: {act: published}, expect: {act: sent, by: $each}, for-each: $by, within: 1 month",
      "after: {act: published}, expect: {act: sent, by: $by}, within: 1 month, in-force: {from: 2014-05-15, to: 2014-05-31}"},
     {"act: published, document: report", "act: published, by: [a, b], document: report, covering: 2014-15", "act: sent, by: a",
      "act: sent", "act: agreed", "act: meeting, of: a"},
     {"2014-05-15", "2014-05-16", "2014-06-15", "2014-06-16", "2014-05"},
     {"2014-05-31", "2014-06-15", "2014-06-16", "2014-09-01"}},
    {"before",
     "in-force: {from: 2014-04-01}",
     {"before: {act: published}, expect: {act: sent, by: a}",
      "before: {act: published}, expect: {act: sent, by: a}, within: 1 month",
      "before: {act: published}, expect: {act: sent, by: a}, at-least: 1 month",
      "before: {act: published}, expect: {act: sent, by: a}, within: 2 months, at-least: 2 weeks",
      "before: {act: published}, expect: {act: sent, by: a}, within: 1 month, distinct: true",
      "before: {act: published}, expect: {act: sent, by: a}, since: {act: agreed}",
      "before: {act: published}, expect: {act: sent, by: a}, since: {act: agreed}, within: 1 month",
      "before: {act: published}, expect: {act: sent, by: a}, within: 1 month, unless: {act: agreed}",
      "before: {act: published, by: a}, expect: {act: sent, covering: $covering}, within: 1 month",
      "before: {act: published}, expect: {act: sent, by: $each}, for-each: both, within: 1 month",
      "before: {act: published}, expect: {act: sent, by: a}, in-force: {from: 2014-05-16}"},
     {"act: published, document: report", "act: published, by: [a, b], document: report, covering: 2014-15",
      "act: published, document: plan, covering: 2013-14", "act: sent, by: a", "act: sent", "act: agreed"},
     {"2014-05-15", "2014-05-16", "2014-06-15", "2014-06-16", "2014-06"},
     {"2014-06-15", "2014-06-16", "2014-09-01"}},
    {"before an undated paper",
     "",
     {"before: {act: published}, expect: {act: sent, by: a}",
      "before: {act: published}, expect: {act: sent, by: a}, at-least: 2 weeks",
      "before: {act: published}, expect: {act: sent, by: a}, since: {act: agreed}"},
     {"act: published, document: report", "act: published, subject: s", "act: sent, by: a", "act: sent", "act: agreed"},
     {"2014-05-15", "2014-06-01", "2014-06-15"},
     {"2014-06-15", "2014-09-01"}},
    {"each",
     "in-force: {from: 2014-04-01, to: 2014-05-31}",
     {"each: {act: sent}, has: {by: a}", "each: {act: sent, by: a}, has: {to: b, in-writing: true}",
      "each: {act: meeting, of: a}, has: {contains: money, present: {all: [c, d]}}, delegate: [d]",
      "each: {act: sent}, has: {to: $each}, for-each: both", "each: {act: sent}, has: {covering: 2014-15}",
      "each: {any: [{act: sent, to: b}, {act: agreed}]}, has: {by: {itself: a}}"},
     {"act: sent, by: a", "act: sent, by: c, to: [a, b], in-writing: true", "act: sent, to: a, partial: true, covering: 2014-15",
      "act: agreed", "act: meeting, of: a, present: [c, {role: e, delegate: Somebody}], items: [{act: considered, about: money}]",
      "act: meeting, of: a, contains: [plan], present: [c, d], partial: true"},
     {"2014-03-31", "2014-04-01", "2014-05", "2014-06"},
     {"2014-04-30", "2014-09-01"}},
    {"never",
     "in-force: {from: 2014-05-01}",
     {"never: {act: sent, by: a}", "never: {act: sent, by: a}, excused-by: {act: agreed, by: b}",
      "never: {act: sent, by: $each}, for-each: both", "never: {act: sent}, excused-by: {act: agreed, to: $by}"},
     {"act: sent, by: a", "act: sent", "act: agreed, by: b", "act: agreed, to: a"},
     {"2014-04-30", "2014-05-01", "2014-06-15", "2014-06-16", "2014-06"},
     {"2014-04-30", "2014-05-01", "2014-09-01"}},
    {"may",
     "in-force: {from: 2014-04-01}",
     {"may: {act: sent, by: a}, only: true", "may: {act: sent, by: {itself: a}, to: b}, only: true", "may: {act: sent, by: a}",
      "may: {act: sent, by: d}, only: true, delegate: [e]", "may: {any: [{act: sent, by: a}, {act: agreed, by: b}]}, only: true"},
     {"act: sent, by: a", "act: sent", "act: sent, by: [c], to: b", "act: agreed, by: a, partial: true",
      "act: sent, by: [{role: d, delegate: Somebody}]"},
     {"2014-03-31", "2014-04-01", "2014-03"},
     {"2014-09-01"}},
    {"attest",
     "in-force: {from: 2014-02-01}",
     {"attest: All was well, by: a, every: quarter", "attest: All was well, by: [a, d], every: quarter, part-period: counts",
      "attest: All was well, by: $each, for-each: both, every: half-year"},
     {"act: attested, rule: r, by: a", "act: attested, rule: r, by: c, finding: broken", "act: attested, rule: r",
      "act: attested, rule: r, by: a, covering: 2014-15 Q1, finding: broken",
      "act: attested, rule: r, by: b, covering: 2014-15 Q1"},
     {"2014-03-31", "2014-04-01", "2014-06-30", "2014-07-01", "2014-06"},
     {"2014-06-30", "2014-07-01", "2014-10-01"}},
};

const std::vector<std::string> states = {"{role: d, held: true}",        "{document: report, current: true}",
                                         "{role: d, of: a, as: member}", "{body: b, of: a, as: member}",
                                         "{distinct-holders: [c, d]}",   "{same-holder: [c, e]}"};
const std::vector<std::string> standing = {
    "role: d, held-by: X",        "role: e, held-by: Y",        "role: c, held-by: X",       "document: report",
    "role: e, of: a, as: member", "role: d, of: b, as: member", "body: b, of: a, as: member"};
const std::vector<std::string> times_of_standing = {"from: 2014-01-01", "from: 2014-05-02", "from: 2014-01-01, to: 2014-05-31",
                                                    "from: 2014-06-02, to: 2014-06-02"};

/// How many records a world may have, and whether the order of two matters (it decides their ids).
struct Extent {
    std::size_t records = 2;
    bool ordered = true;
};

Extent extent(bool first_coverage) {
    if (worlds() < usual_worlds) return {1, false};
    if (worlds() >= 1000) return first_coverage ? Extent{3, true} : Extent{2, true};
    return {2, first_coverage};
}

std::string protocol(const std::string& head, const std::string& rule) {
    return "protocol: p\ntitle: P\n" + head + words + "clauses: [{clause: 1, says: S, rules: [{rule: r, title: R, " + rule +
           "}]}]\n";
}

int compared = 0;  // worlds

void check(reference::World& world, const std::string& rule, const std::string& head, const std::string& log,
           const std::vector<std::string>& as_of) {
    if (!world.load_log(log)) FAIL(rule << "\n" << log << world.refusal);
    for (const std::string& day : as_of) {
        const std::string text = differences(world, {*parse_day(day), std::nullopt});
        ++compared;
        if (!text.empty())
            FAIL_CHECK("# protocol.yaml\n" << protocol(head, rule) << "# log.yaml, as of " << day << "\n" << log << text);
    }
}

template <class Use>
void for_each_choice(const std::vector<std::string>& options, Extent extent, const Use& use) {
    use({});
    for (std::size_t i = 0; i < options.size(); ++i) {
        use({options[i]});
        for (std::size_t j = extent.ordered ? 0 : i; extent.records > 1 && j < options.size(); ++j) {
            use({options[i], options[j]});
            for (std::size_t k = j; extent.records > 2 && j >= i && k < options.size(); ++k)
                use({options[i], options[j], options[k]});
        }
    }
}

void check_family(const Family& family) {
    std::vector<std::string> options;
    for (const std::string& record : family.records)
        for (const std::string& day : family.days) options.push_back("date: " + day + ", " + record);
    for (const std::string& rule : family.rules) {
        reference::World world;
        if (!world.load_protocol(protocol(family.head, rule))) FAIL(rule << world.refusal);
        for (std::size_t i = 0; i < family.covers.size(); ++i) {
            for_each_choice(options, extent(i == 0), [&](const std::vector<std::string>& chosen) {
                std::string log = "log: L\ncovers: " + family.covers[i] + "\nrecords:\n";
                int number = 0;
                for (const std::string& record : chosen) log += "  - {id: r" + std::to_string(++number) + ", " + record + "}\n";
                if (chosen.empty()) log = "log: L\ncovers: " + family.covers[i] + "\n";
                check(world, rule, family.head, log, family.as_of);
            });
        }
    }
}

}  // namespace

TEST_CASE("the engine agrees with the reference on every small world") {
    for (const Family& family : families) {
        INFO(family.form);
        compared = 0;
        check_family(family);
        CHECK(compared > 100);
    }
}

TEST_CASE("the engine agrees with the reference on every small state") {
    compared = 0;
    std::vector<std::string> options;
    for (const std::string& line : standing)
        for (const std::string& time : times_of_standing) options.push_back("  - {" + line + ", " + time + "}\n");
    for (const std::string& state : states) {
        for (const char* head : {"", "in-force: {from: 2014-05-02, to: 2014-06-15}"}) {
            const std::string rule = "throughout: " + state;
            reference::World world;
            // A rule that uses the word, so that the log may.
            const std::string text = protocol(head, rule + "}, {rule: s, title: S, throughout: {role: c, of: a, as: member}");
            if (!world.load_protocol(text)) FAIL(text << world.refusal);
            for (const char* covers :
                 {"{from: 2014-05-01, to: 2014-06-30}",
                  "[{from: 2014-05-01, to: 2014-05-31, bodies: [a]}, {from: 2014-06-02, to: 2014-06-30}]", "none"}) {
                for_each_choice(options, extent(*head == '\0'), [&](const std::vector<std::string>& chosen) {
                    std::string log = std::string("log: L\ncovers: ") + covers + "\n" + (chosen.empty() ? "" : "standing:\n");
                    for (const std::string& line : chosen) log += line;
                    check(world, rule, head, log, {"2014-04-30", "2014-06-02", "2014-09-01"});
                });
            }
        }
    }
    CHECK(compared > 100);
}

}  // namespace concordat::laws
