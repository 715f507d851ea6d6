// Of a large log, several rules are run at once, and so are parts of one rule. What comes of each is what comes of it when it is
// run alone and in one piece.

#include <stdexcept>

#include "catch.hpp"
#include "engine/job.hpp"
#include "reference/world.hpp"
#include "timeline/side_by_side.hpp"

namespace concordat::laws {

namespace {

const char* const protocol = R"(
protocol: p
title: P
year: {starts: 04-01}
bodies: {hwb: {chair: hwb-chair}, lscb: {chair: lscb-chair}}
roles: {hwb-chair: {of: hwb}, lscb-chair: {of: lscb}}
documents: {report: {}, plan: {}}
clauses:
  - clause: 1
    says: S
    rules:
      - {rule: a, title: T, every: quarter, expect: {act: sent, by: lscb, document: report}}
      - {rule: b, title: T, after: {act: published}, expect: {act: sent, by: $by, document: $document, re: $id}, within: 3 days}
      - {rule: c, title: T, may: {act: agreed, by: hwb}}
      - {rule: d, title: T, every: month, for-each: [hwb, lscb], expect: {act: published, by: $each}}
      - {rule: e, title: T, before: {act: published, document: plan}, expect: {act: sent, by: $by, document: report}, within: 2 days}
      - {rule: f, title: T, after: {act: published}, expect: {act: sent, document: $document}, within: 1 day, distinct: true}
      - {rule: g, title: T, never: {act: raised}}
      - {rule: h, title: T, each: {act: sent}, has: {to: hwb-chair}}
)";

/// Two years of what two boards published and sent on, some of it late or never.
std::string large_log(std::size_t pairs) {
    std::string log = "log: L\ncovers: {from: 2014-01-01, to: 2015-12-31}\nrecords:\n";
    const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    for (std::size_t i = 0; i < pairs; ++i) {
        const std::size_t day = i * 600 / pairs;
        const auto date = [&](std::size_t at) {
            return std::to_string(2014 + at / 336) + "-" + two(at % 336 / 28 + 1) + "-" + two(at % 28 + 1);
        };
        const std::string by = i % 3 == 0 ? "hwb" : "lscb", document = i % 2 == 0 ? "report" : "plan";
        log += "  - {id: p" + std::to_string(i) + ", date: " + date(day) + ", act: published, by: " + by +
               ", document: " + document + "}\n";
        log += "  - {id: s" + std::to_string(i) + ", date: " + date(day + i % 7) + ", act: sent, by: " + by +
               ", to: " + (i % 5 == 0 ? "lscb" : "hwb") + ", document: " + document + ", re: p" + std::to_string(i) + "}\n";
    }
    return log;
}

std::string told(const Audit& audit, const Obligation& at) {
    const auto day = [](const auto& one) { return one ? to_string(*one) : "none"; };
    std::string text = obligation_key(audit, at) + " " + std::to_string(static_cast<int>(at.verdict)) +
                       std::to_string(static_cast<int>(at.reason)) + " " + day(at.opens) + " " + day(at.due);
    for (const Witness& witness : std::span(audit.witnesses).subspan(at.witnesses, at.witness_count))
        text += " " + std::to_string(static_cast<std::uint32_t>(witness.record)) + (witness.late ? "late" : "");
    return text;
}

}  // namespace

TEST_CASE("law: rules that are run side by side give what each gives alone") {
    reference::World world;
    if (!world.load_protocol(protocol)) FAIL(world.refusal);
    if (!world.load_log(large_log(11'000))) FAIL(world.refusal);
    const Audit together = audit(world.protocol, world.log, world.names, world.standpoint());
    std::size_t powers = 0;
    for (std::size_t rule = 0; rule < world.protocol.rules.size(); ++rule) {
        Protocol alone = world.protocol;
        alone.rules = {world.protocol.rules[rule]};
        const Audit by_itself = audit(alone, world.log, world.names, world.standpoint());
        const auto own = obligations_of(together, rule);
        REQUIRE(own.size() == by_itself.obligations.size());
        bool same = true;
        for (std::size_t i = 0; i < own.size(); ++i)
            same = same && told(together, own[i]) == told(by_itself, by_itself.obligations[i]);
        CHECK(same);
        CHECK(by_itself.never_exercised.empty() ==
              (std::count(together.never_exercised.begin(), together.never_exercised.end(), rule) == 0));
        powers += by_itself.powers.size();
    }
    CHECK(together.powers.size() == powers);
}

// A rule that asks for an edition, be it in a way that nothing ever matches, is not cut.
TEST_CASE("law: a rule with very many triggers gives the same in stretches and in one piece") {
    const std::string head(protocol, std::string_view(protocol).find("      - {rule: a,"));
    const std::string after = "title: T, after: {act: published}, within: 3 days, unless: {act: raised}, expect: ";
    const std::string before = "title: T, before: {act: sent}, within: 9 days, since: {act: sent, by: $by}, expect: ";
    const std::string sent = "{act: sent, by: $by, document: $document, re: $id}", published = "{act: published, by: $by}";
    const auto or_edition = [](const std::string& one) { return "{any: [" + one + ", {act: raised, covering: E}]}"; };
    reference::World world;
    if (!world.load_protocol(head + "      - {rule: a, " + after + sent + "}\n" + "      - {rule: b, " + after +
                             or_edition(sent) + "}\n" + "      - {rule: c, " + before + published + "}\n" + "      - {rule: d, " +
                             before + or_edition(published) + "}\n"))
        FAIL(world.refusal);
    if (!world.load_log(large_log(101'000))) FAIL(world.refusal);
    const Audit audited = audit(world.protocol, world.log, world.names, world.standpoint());
    for (const std::size_t rule : {0U, 2U}) {
        const auto cut = obligations_of(audited, rule), whole = obligations_of(audited, rule + 1);
        REQUIRE(cut.size() == 101'000);
        REQUIRE(whole.size() == cut.size());
        bool same = true;
        std::size_t met = 0;
        for (std::size_t i = 0; i < cut.size(); ++i) {
            same = same && told(audited, cut[i]) == told(audited, whole[i]);
            met += cut[i].verdict == Verdict::met ? 1 : 0;
        }
        CHECK(same);
        CHECK(met > 1000);
        CHECK(met < cut.size() - 100);
    }
}

TEST_CASE("side by side: each part is done once, and what the first of them throws is heard") {
    for (const std::size_t threads : {1U, 2U, 5U}) {
        std::vector<int> done(100);
        side_by_side(threads, done.size(), [&](std::size_t, std::size_t part) { ++done[part]; });
        CHECK(done == std::vector<int>(100, 1));
        const auto fail = [](std::size_t, std::size_t part) {
            if (part % 10 == 7) throw std::runtime_error(std::to_string(part));
        };
        CHECK_THROWS_WITH(side_by_side(threads, 100, fail), "7");
    }
}

}  // namespace concordat::laws
