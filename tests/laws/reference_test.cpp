// The reference itself, against verdicts worked out by hand: a second reading is worth something only if it was read right.

#include "catch.hpp"
#include "laws/compare.hpp"

namespace concordat::laws {

namespace {

const char* const words = R"(
year: {starts: 04-01}
bodies: {hct: {chair: hct-chair}, hscb: {chair: hscb-chair}}
roles: {hct-chair: {of: hct}, hscb-chair: {of: hscb}, dcs: {}, director: {same-as: dcs}}
documents: {report: {}}
)";

/// `ID VERDICT` or `ID VERDICT REASON`, in the order of the ids, one behind the other.
std::string verdicts(const std::string& rule, const std::string& log, const std::string& head = "") {
    reference::World world;
    if (!world.load_protocol("protocol: p\ntitle: P\n" + head + words +
                             "clauses: [{clause: 1, says: S, rules: [{rule: r, title: R, " + rule + "}]}]\n"))
        FAIL(world.refusal);
    if (!world.load_log("log: L\n" + log)) FAIL(world.refusal);
    std::string text;
    for (const reference::Judged& judged : reference_verdicts(world, world.standpoint())) {
        text += (text.empty() ? "" : "; ") + judged.id + " " + std::string(to_string(judged.verdict));
        if (judged.reason != Reason::none) text += " " + std::string(to_string(judged.reason));
    }
    return text;
}

const char* const covered = "covers: {from: 2014-04-01, to: 2015-03-31}\n";

}  // namespace

TEST_CASE("reference: every") {
    const std::string rule = "every: quarter, expect: {act: sent, by: hct, to: hscb}";
    CHECK(verdicts(rule, std::string(covered) + "as-of: 2014-10-01\nrecords:\n"
                                                "  - {id: a, date: 2014-04-01, act: sent, by: hct-chair, to: hscb}\n"
                                                "  - {id: b, date: 2014-06-30, act: sent, by: hct, to: hscb}\n") ==
          "r@2014-15 Q1 met; r@2014-15 Q2 breached; r@2014-15 Q3 pending");
    CHECK(verdicts(rule, "covers: {from: 2014-04-02, to: 2014-06-30}\nas-of: 2014-07-01\n") ==
          "r@2014-15 Q1 undetermined not-covered; r@2014-15 Q2 pending");
    CHECK(
        verdicts(rule, std::string(covered) + "as-of: 2014-07-01\nrecords: [{id: a, date: 2014-05-01, act: sent, by: hct}]\n") ==
        "r@2014-15 Q1 undetermined not-stated; r@2014-15 Q2 pending");
    // One record serves one period: a late one serves the first, not the second as well.
    CHECK(
        verdicts(
            "every: month, within: 1 month, expect: {act: sent}",
            "covers: {from: 2014-04-01, to: 2014-07-31}\nas-of: 2014-07-31\nrecords: [{id: a, date: 2014-06-01, act: sent}]\n") ==
        "r@2013-14 M12 undetermined not-covered; r@2014-15 M01 breached; r@2014-15 M02 met; r@2014-15 M03 breached; r@2014-15 "
        "M04 "
        "pending");
}

TEST_CASE("reference: editions") {
    const std::string rule = "every: quarter, within: 3 months, expect: {act: sent, document: report, covering: $period}";
    const std::string log = std::string(covered) + "as-of: 2014-10-01\nrecords:\n";
    // Without an edition it serves once, after those that state one.
    CHECK(verdicts(rule, log + "  - {id: a, date: 2014-07-01, act: sent, document: report}\n"
                               "  - {id: b, date: 2014-07-02, act: sent, document: report, covering: 2014-15 Q1}\n") ==
          "r@2013-14 Q4 undetermined not-covered; r@2014-15 Q1 met; r@2014-15 Q2 met; r@2014-15 Q3 pending");
    // One that states several serves one for each.
    CHECK(verdicts(rule,
                   log + "  - {id: a, date: 2014-07-02, act: sent, document: report, covering: [2014-15 Q1, 2014-15 Q2]}\n") ==
          "r@2013-14 Q4 undetermined not-covered; r@2014-15 Q1 met; r@2014-15 Q2 met; r@2014-15 Q3 pending");
}

TEST_CASE("reference: after") {
    const std::string rule = "after: {act: published}, expect: {act: sent, re: $id}, within: 1 month";
    CHECK(verdicts(rule, std::string(covered) + "as-of: 2014-09-30\nrecords:\n"
                                                "  - {id: a, date: 2014-05-31, act: published}\n"
                                                "  - {id: b, date: 2014-05-31, act: published}\n"
                                                "  - {id: c, date: 2014-06-30, act: sent, re: a}\n"
                                                "  - {id: d, date: 2014-07-01, act: sent, re: b}\n"
                                                "  - {id: e, date: 2014-09-30, act: published}\n") ==
          "r@a met; r@b late; r@e pending");
    CHECK(verdicts("after: {act: published, by: hct}, expect: {act: sent}",
                   std::string(covered) + "as-of: 2014-09-30\nrecords: [{id: a, date: 2014-05-31, act: published}]\n") ==
          "r@a undetermined not-stated");
}

TEST_CASE("reference: before") {
    const std::string rule =
        "before: {act: published, document: report}, expect: {act: consulted, with: hscb}, at-least: 2 weeks";
    const std::string log = std::string(covered) + "as-of: 2015-01-31\nrecords:\n";
    CHECK(verdicts(rule, log + "  - {id: a, date: 2014-09-30, act: published, document: report, covering: 2013-14}\n"
                               "  - {id: b, date: 2014-09-16, act: consulted, with: hscb}\n"
                               "  - {id: c, date: 2014-12-30, act: published, document: report, covering: 2014-15}\n") ==
          "r@a met; r@c breached");
    CHECK(verdicts(rule, log + "  - {id: a, date: 2014-09-30, act: published, document: report}\n"
                               "  - {id: b, date: 2014-09-17, act: consulted, with: hscb}\n") == "r@a undetermined not-covered");
    CHECK(verdicts(rule,
                   log + "  - {id: a, date: 2014-09-30, act: published, document: report}\n"
                         "  - {id: b, date: 2014-09-17, act: consulted, with: hscb}\n",
                   "in-force: {from: 2014-04-01}") == "r@a late");
}

TEST_CASE("reference: at-least-every and once") {
    CHECK(verdicts("at-least-every: 6 months, expect: {act: meeting, of: hscb}",
                   std::string(covered) + "as-of: 2015-03-31\nrecords:\n"
                                          "  - {id: a, date: 2014-10-01, act: meeting, of: hscb}\n"
                                          "  - {id: b, date: 2014-10-20, act: meeting, of: hscb, status: inquorate}\n") ==
          "r@a pending; r@start met");
    CHECK(verdicts("at-least-every: 1 month, expect: {act: meeting, of: hscb}",
                   "covers: {from: 2014-04-01, to: 2014-08-31}\nas-of: 2014-08-31\nrecords:\n"
                   "  - {id: a, date: 2014-06-01, act: meeting, of: hscb}\n") == "r@a breached; r@start late");
    CHECK(verdicts("once: true, within: 3 months, expect: {act: agreed, by: {all: [hct, hscb]}}",
                   std::string(covered) + "as-of: 2014-12-31\nrecords: [{id: a, date: 2014-06-01, act: agreed, by: hct}]\n",
                   "agreed: 2014-04-01") == "r@once breached");
}

TEST_CASE("reference: each, never and may") {
    CHECK(verdicts("each: {act: meeting, of: hscb}, has: {present: {all: [hscb-chair, director]}}, delegate: [hscb-chair]",
                   std::string(covered) +
                       "as-of: 2014-12-31\nrecords:\n"
                       "  - {id: a, date: 2014-06-01, act: meeting, of: hscb, present: [{role: hscb-chair, delegate: X}, dcs]}\n"
                       "  - {id: b, date: 2014-06-02, act: meeting, of: hscb, present: [hscb-chair, {role: dcs, delegate: X}]}\n"
                       "  - {id: c, date: 2014-06-03, act: meeting, of: hscb, present: [hscb-chair], partial: true}\n"
                       "  - {id: d, date: 2014-06-04, act: meeting, of: hscb}\n") ==
          "r@a met; r@b breached; r@c undetermined not-stated; r@d undetermined not-stated");
    CHECK(verdicts("never: {act: removed}, excused-by: {act: agreed, re: $re}", std::string(covered) + "as-of: 2014-12-31\n") ==
          "r@window met");
    CHECK(verdicts("never: {act: removed}, excused-by: {act: agreed}",
                   std::string(covered) + "as-of: 2014-12-31\nrecords: [{id: a, date: 2014-06-01, act: removed}, "
                                          "{id: b, date: 2014-06-02, act: agreed}, {id: c, date: 2014-06-02, act: removed}]\n") ==
          "r@a breached; r@c met");
    CHECK(
        verdicts("may: {act: appointed, by: {itself: hscb}}, only: true",
                 std::string(covered) +
                     "as-of: 2014-12-31\nrecords: [{id: a, date: 2014-06-01, act: appointed, by: hscb}, "
                     "{id: b, date: 2014-06-02, act: appointed, by: hscb-chair}, {id: c, date: 2014-06-02, act: appointed}]\n") ==
        "r@b breached; r@c undetermined not-stated");
}

TEST_CASE("reference: throughout and attest") {
    CHECK(verdicts("throughout: {role: director, held: true}",
                   "covers: {from: 2014-04-01, to: 2014-04-30}\nas-of: 2014-12-31\nstanding:\n"
                   "  - {role: dcs, held-by: X, from: 2014-01-01, to: 2014-04-09}\n"
                   "  - {role: dcs, held-by: Y, from: 2014-04-12}\n") == "r@2014-04-10 breached");
    CHECK(verdicts("throughout: {distinct-holders: [dcs, hct-chair]}",
                   "covers: {from: 2014-04-01, to: 2014-04-30}\nas-of: 2014-12-31\nstanding:\n"
                   "  - {role: dcs, held-by: X, from: 2014-01-01}\n") == "r@2014-04-01 undetermined not-stated");
    const std::string attest = "attest: Challenge was constructive, by: hscb, every: half-year";
    CHECK(verdicts(attest, std::string(covered) + "as-of: 2014-10-01\n") ==
          "r@2014-15 H1 undetermined needs-attestation; r@2014-15 H2 pending");
    CHECK(verdicts(attest, std::string(covered) + "as-of: 2014-12-01\nrecords:\n"
                                                  "  - {id: a, date: 2014-05-01, act: attested, rule: r, by: hscb}\n"
                                                  "  - {id: b, date: 2014-11-01, act: attested, rule: r, by: hscb-chair, "
                                                  "covering: 2014-15 H1, finding: broken}\n") ==
          "r@2014-15 H1 breached; r@2014-15 H2 pending");
}

TEST_CASE("reference: what counts") {
    const std::string rule = "once: true, expect: {act: agreed}";
    CHECK(verdicts(rule, "covers: none\nas-of: 2014-12-31\nrecords: [{id: a, date: 2014-06-01, act: agreed}]\n") == "r@once met");
    CHECK(verdicts(rule,
                   "covers: none\nas-of: 2014-12-31\nrecords: [{id: a, date: 2014-06-01, act: agreed}, "
                   "{id: b, date: 2014-07-01, act: agreed, status: planned, withdraws: a}]\n") == "r@once met");
    CHECK(verdicts(rule,
                   "covers: none\nas-of: 2014-12-31\nrecords: [{id: a, date: 2014-06-01, act: agreed}, "
                   "{id: b, date: 2014-07-01, recorded: 2015-01-01, act: changed, withdraws: a}]\n") == "r@once met");
    CHECK(verdicts(rule,
                   "covers: none\nas-of: 2015-01-01\nrecords: [{id: a, date: 2014-06-01, act: agreed}, "
                   "{id: b, date: 2014-07-01, recorded: 2015-01-01, act: changed, withdraws: a}]\n") == "r@once pending");
    // An item's `by` is its meeting's body.
    CHECK(verdicts("once: true, expect: {act: agreed, by: hscb}",
                   "covers: none\nas-of: 2014-12-31\nrecords: [{id: m, date: 2014-06-01, act: meeting, of: hscb, items: [{act: "
                   "agreed}]}]\n") == "r@once met");
}

}  // namespace concordat::laws
