// An audit looks at each record a few times, however the log is made: what is counted here is records looked at, not seconds.
// Each log is one that would be slow if every trigger were compared with every record; it is made small and ten times as large,
// and what is looked at must grow no faster than the log.

#include <functional>
#include <random>

#include "catch.hpp"
#include "engine/job.hpp"
#include "engine/nearest.hpp"
#include "reference/world.hpp"

namespace concordat::laws {

namespace {

constexpr std::size_t small = 300;
constexpr std::size_t times_larger = 10;

const char* const head = R"(
protocol: p
title: P
bodies: {hwb: {chair: hwb-chair}, lscb: {chair: lscb-chair}}
roles: {hwb-chair: {of: hwb}, lscb-chair: {of: lscb}}
documents: {report: {}, plan: {}}
)";

/// What was looked at, for how much.
struct Counts {
    std::uint64_t records = 0;
    std::uint64_t told = 0;        // obligations whose near misses were looked for
    std::uint64_t facts = 0;       // that `standing` lists
    std::uint64_t by_audit = 0;    // records looked at
    std::uint64_t by_order = 0;    // ids looked at to put the records in order
    std::uint64_t for_misses = 0;  // records looked at to tell near misses
    std::uint64_t for_states = 0;  // facts looked at
    std::uint64_t in_names = 0;    // places of the table of names looked at
};

/// A log is written record by record, then audited against one rule.
class Case {
public:
    explicit Case(const std::string& rule) {
        if (!world_.load_protocol(head + std::string("clauses: [{clause: 1, says: S, rules: [") + rule + "]}]\n"))
            FAIL(world_.refusal);
    }
    void top(const std::string& text) { top_ += text; }
    void record(const std::string& id, const std::string& day, const std::string& rest) {
        records_ += "  - {id: " + id + ", date: 2014-" + day + ", " + rest + "}\n";
    }
    void record(std::size_t number, const std::string& day, const std::string& rest) {
        record("r" + std::to_string(number), day, rest);
    }
    const Names& names() const { return world_.names; }

    /// All obligations must get the verdict.
    Counts audit(std::size_t obligations, Verdict verdict) {
        const std::uint64_t steps = world_.names.steps();
        if (!world_.load_log("log: L\ncovers: {from: 2014-01-01, to: 2014-12-31}\n" + top_ + "records:\n" + records_))
            FAIL(world_.refusal);
        Audit audit = concordat::audit(world_.protocol, world_.log, world_.names, world_.standpoint());
        CHECK(audit.obligations.size() == obligations);
        CHECK(std::all_of(audit.obligations.begin(), audit.obligations.end(),
                          [&](const Obligation& at) { return at.verdict == verdict; }));
        Job& job = *audit.job;
        CHECK(in_order(job));
        Counts counts{.records = world_.log.records.size(), .facts = world_.log.standing.size()};
        counts.in_names = world_.names.steps() - steps;
        counts.by_audit = job.asked.search.looked_at();
        counts.by_order = job.timeline.ids_looked_at();
        counts.told = audit.obligations.size();
        Audit faults;
        for (std::size_t rule = 0; rule < world_.protocol.rules.size(); ++rule) {
            RuleJob of_rule(job, rule, faults);
            const auto own = obligations_of(audit, rule);
            const Served served(audit, own);
            Nearest nearest(served);
            for (const Obligation& at : own) nearest.misses({of_rule, audit, at});
            counts.for_misses += nearest.looked_at();
        }
        counts.for_states = job.facts_looked_at;
        return counts;
    }

private:
    static bool in_order(const Job& job) {
        const auto all = job.timeline.all();
        return std::is_sorted(all.begin(), all.end(), [&](RecordIndex a, RecordIndex b) {
            const auto key = [&](RecordIndex at) {
                return std::pair(job.timeline.date(at).first, job.names.text(job.log.at(at).id));
            };
            return key(a) < key(b);
        });
    }

    reference::World world_;
    std::string top_, records_;
};

constexpr std::uint64_t few_looks = 4;                      // at a record, an id, a fact or a place, for each record or fact
constexpr std::uint64_t few_misses = 3 * nearest_examined;  // for each obligation that is told

/// `count` makes a log of about so many records and audits it.
void check_linear(const std::function<Counts(std::size_t)>& count) {
    const Counts less = count(small);
    const Counts more = count(small * times_larger);
    const auto check = [&](std::uint64_t Counts::*looks, std::uint64_t most_of_less, std::uint64_t most_of_more) {
        CHECK(less.*looks <= most_of_less);
        CHECK(more.*looks <= most_of_more);
        CHECK(more.*looks <= (less.*looks + less.records) * (times_larger + 2));
    };
    const auto size = [](const Counts& counts) { return few_looks * (counts.records + counts.facts); };
    INFO(less.records << " records, then " << more.records);
    check(&Counts::by_audit, size(less), size(more));
    check(&Counts::by_order, size(less), size(more));
    check(&Counts::for_states, size(less), size(more));
    check(&Counts::for_misses, few_misses * less.told, few_misses * more.told);
}

std::string rule(const std::string& id, const std::string& asks) { return "{rule: " + id + ", title: R, " + asks + "}"; }

const std::string sent_on = rule("sent",
                                 "after: {act: published, document: report}, "
                                 "expect: {act: sent, by: $by, to: hwb-chair, document: report, re: $id}, within: 30 days");
const char* const published = "act: published, by: lscb, document: report";

std::string sent(const std::string& to, const std::string& what = "report") {
    return "act: sent, by: lscb, to: " + to + ", document: " + what;
}
std::string sent_about(std::size_t report) { return sent("hwb-chair") + ", re: r" + std::to_string(report); }

/// The `i`th of `size` days, in order, from 01-01 to 10-08.
std::string day_of(std::size_t i, std::size_t size) {
    const std::size_t day = i * 260 / size;
    const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return two(day / 28 + 1) + "-" + two(day % 28 + 1);
}

}  // namespace

TEST_CASE("look-ups: every report is sent", "[look-ups]") {
    check_linear([](std::size_t size) {
        Case log(sent_on);
        for (std::size_t i = 0; i < size; ++i) log.record(i, day_of(i, size), published);
        for (std::size_t i = 0; i < size; ++i) log.record(size + i, day_of(i, size), sent_about(i));
        return log.audit(size, Verdict::met);
    });
}

TEST_CASE("look-ups: all on one day, in no order", "[look-ups]") {
    check_linear([](std::size_t size) {
        Case log(sent_on);
        std::vector<std::size_t> order(2 * size);
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::shuffle(order.begin(), order.end(), std::mt19937(1));
        for (const std::size_t i : order) log.record(i, "06-01", i < size ? published : sent_about(i - size));
        return log.audit(size, Verdict::met);
    });
}

TEST_CASE("look-ups: nothing is answered", "[look-ups]") {
    check_linear([](std::size_t size) {
        Case log(sent_on);
        for (std::size_t i = 0; i < size; ++i) log.record(i, day_of(i, size), published);
        return log.audit(size, Verdict::breached);
    });
}

TEST_CASE("look-ups: one answer for all", "[look-ups]") {
    check_linear([](std::size_t size) {
        Case log(rule("r",
                      "after: {act: published, document: report}, "
                      "expect: {act: sent, to: hwb-chair, document: $document, covering: $covering}, within: 30 days"));
        for (std::size_t i = 0; i < size; ++i) log.record(i, "06-01", published + std::string(", covering: 2014-15"));
        log.record(size, "06-02", sent("hwb-chair") + ", covering: 2014-15");
        return log.audit(size, Verdict::met);
    });
}

TEST_CASE("look-ups: one answer for all, that states no edition", "[look-ups]") {
    check_linear([](std::size_t size) {
        Case log(rule("r",
                      "before: {act: published, document: report}, "
                      "expect: {act: sent, to: hwb-chair, document: $document}, within: 300 days"));
        log.record(size, "01-01", sent("hwb-chair"));
        for (std::size_t i = 0; i < size; ++i)
            log.record(i, "06-01", published + std::string(", subject: s") + std::to_string(i));
        return log.audit(size, Verdict::met);
    });
}

TEST_CASE("look-ups: many answers, each of which would do for all", "[look-ups]") {
    check_linear([](std::size_t size) {
        Case log(rule("r",
                      "after: {act: published, document: report}, "
                      "expect: {act: sent, by: $by, to: hwb-chair, document: $document}, within: 30 days"));
        for (std::size_t i = 0; i < size; ++i) log.record(i, day_of(i, size), published);
        for (std::size_t i = 0; i < size; ++i) log.record(size + i, day_of(i, size), sent_about(i));
        return log.audit(size, Verdict::met);
    });
}

TEST_CASE("look-ups: near misses for one breach", "[look-ups]") {
    check_linear([](std::size_t size) {
        Case log(sent_on);
        log.record(0, "01-01", published);
        for (std::size_t i = 1; i <= size; ++i) log.record(i, "01-10", sent("lscb-chair") + ", re: r0");
        return log.audit(1, Verdict::breached);
    });
}

TEST_CASE("look-ups: near misses for every breach, the same ones", "[look-ups]") {
    check_linear([](std::size_t size) {
        Case log(sent_on);
        for (std::size_t i = 0; i < size; ++i) log.record(i, "06-01", published);
        for (std::size_t i = 0; i < size; ++i) log.record(size + i, "06-01", sent("lscb-chair", "plan") + ", re: r0");
        return log.audit(size, Verdict::breached);
    });
}

TEST_CASE("look-ups: one meeting with very many present, and very many items", "[look-ups]") {
    check_linear([](std::size_t size) {
        Case log(rule("r", "each: {act: agreed, by: hwb}, has: {present: lscb-chair}"));
        std::string guests, items;
        log.top("roles:\n");
        for (std::size_t i = 0; i < size; ++i) {
            const std::string guest = "guest-" + std::to_string(i);
            log.top("  " + guest + ": {}\n");
            guests += (i > 0 ? ", " : "") + guest;
            items += (i > 0 ? ", " : "") + std::string("{act: agreed}");
        }
        log.record(0, "06-01", "act: meeting, of: hwb, present: [" + guests + "], items: [" + items + "]");
        return log.audit(size, Verdict::breached);
    });
}

TEST_CASE("look-ups: very many standing facts", "[look-ups]") {
    check_linear([](std::size_t size) {
        Case log(rule("differ", "throughout: {distinct-holders: [hwb-chair, lscb-chair]}") + ", " +
                 rule("in-post", "for-each: [hwb-chair, lscb-chair], throughout: {role: $each, held: true}") + ", " +
                 rule("member", "throughout: {role: lscb-chair, of: hwb, as: member}"));
        log.top("roles:\n");
        for (std::size_t i = 0; i < size; ++i) log.top("  guest-" + std::to_string(i) + ": {}\n");
        log.top("standing:\n  - {role: lscb-chair, of: hwb, as: member, from: 2014-01-01}\n");
        for (std::size_t i = 0; i < size; ++i)
            log.top("  - {role: guest-" + std::to_string(i) + ", of: hwb, as: member, from: 2014-01-01}\n");
        for (std::size_t i = 0; i < size; ++i)
            for (const char* role : {"hwb-chair", "lscb-chair"})
                log.top("  - {role: " + std::string(role) + ", held-by: " + (role[0] == 'h' ? "A" : "B") + std::to_string(i) +
                        ", from: 2014-01-01}\n");
        log.record(0, "06-01", published);
        return log.audit(4, Verdict::met);
    });
}

TEST_CASE("look-ups: ids that meet in the table of names", "[look-ups]") {
    const auto count = [](std::size_t size) {
        Case log(sent_on);
        constexpr unsigned of_one_place = 20;  // the table has 2^12 places or few more when the last of them comes
        const std::uint32_t place = log.names().hash("r0") >> of_one_place;
        std::size_t number = 0;
        for (std::size_t i = 0; i < size; ++i, ++number) {
            std::string id;
            while (id = "r" + std::to_string(number), log.names().hash(id) >> of_one_place != place) ++number;
            log.record(id, "06-01", published);
        }
        const Counts counts = log.audit(size, Verdict::breached);
        // An id, an act, a body and a document for each; and what it takes to find out that too many meet.
        CHECK(counts.in_names <= 4 * few_looks * counts.records + 10'000);
        return counts.in_names;
    };
    const std::uint64_t less = count(200);
    CHECK(count(2000) <= less * (times_larger + 2));
}

TEST_CASE("look-ups: a thousand rules ask for the same, and a thousand for what never happens", "[look-ups]") {
    constexpr std::size_t size = 3000;
    reference::World world;
    std::string rules;
    for (std::size_t i = 0; i < 1000; ++i) {
        const std::string id = std::to_string(i);
        rules += "  - {rule: a" + id + ", title: A, " + sent_on.substr(sent_on.find("after:")) + "\n";
        rules += "  - {rule: b" + id + ", title: B, after: {act: raised}, expect: {act: resolved, re: $id}, within: 30 days}\n";
    }
    if (!world.load_protocol(head + std::string("clauses:\n- clause: 1\n  says: S\n  rules:\n") + rules)) FAIL(world.refusal);
    std::string log = "log: L\ncovers: {from: 2014-01-01, to: 2014-12-31}\nrecords:\n";
    for (std::size_t i = 0; i < size; ++i)
        log += "  - {id: r" + std::to_string(i) + ", date: 2014-06-01, act: published, document: plan}\n";
    log += "  - {id: x, date: 2014-06-01, act: published, document: report}\n";
    if (!world.load_log(log)) FAIL(world.refusal);
    const Audit result = audit(world.protocol, world.log, world.names, world.standpoint());
    CHECK(result.obligations.size() == 1000);
    CHECK(result.job->asked.search.looked_at() <= few_looks * size);
}

}  // namespace concordat::laws
