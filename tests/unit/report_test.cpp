// Exit statuses, the text report as a whole, and the page that it is laid out on.

#include "report/report.hpp"

#include "catch.hpp"
#include "report/exit_status.hpp"
#include "report/json.hpp"
#include "report/page.hpp"
#include "report/plain.hpp"
#include "report/summary.hpp"
#include "report/text.hpp"
#include "report/verbs.hpp"
#include "source/utf8.hpp"

namespace {

using namespace concordat;

// ---- Exit statuses ----------------------------------------------------------------------------------------------------

struct Counts {
    std::size_t breached, late, advisories, undetermined, pending, met, not_applicable;
};

Totals totals(const Counts& counts) {
    Totals result;
    const auto set = [&](Verdict verdict, std::size_t count) { result.verdicts[static_cast<std::size_t>(verdict)] = count; };
    set(Verdict::breached, counts.breached + counts.advisories);
    set(Verdict::late, counts.late);
    set(Verdict::undetermined, counts.undetermined);
    set(Verdict::pending, counts.pending);
    set(Verdict::met, counts.met);
    set(Verdict::not_applicable, counts.not_applicable);
    result.breaches = counts.breached;
    result.violations = counts.breached + counts.late;
    result.advisories = counts.advisories;
    for (const std::size_t count : result.verdicts) result.applicable += count;
    result.applicable -= counts.not_applicable;
    return result;
}

Report with(const Totals& totals) {
    Report report;
    report.totals = totals;
    return report;
}

TEST_CASE("with a baseline, only what is new or worse fails", "[report]") {
    Report report = with(totals({1, 1, 0, 0, 0, 5, 0}));
    report.baseline.emplace();
    CHECK(exit_status(report, FailOn::violation) == ExitStatus::clean);
    report.baseline->fresh = totals({0, 1, 0, 0, 0, 0, 0});
    CHECK(exit_status(report, FailOn::violation) == ExitStatus::violated);
    CHECK(exit_status(report, FailOn::breach) == ExitStatus::clean);
    report.totals = totals({0, 0, 0, 3, 0, 0, 0});
    CHECK(exit_status(report, FailOn::never) == ExitStatus::unchecked);
}

TEST_CASE("the exit status is decided by the totals and --fail-on", "[report]") {
    struct Row {
        const char* what;
        Counts counts;
        std::array<int, 5> status;  // breach, violation, advisory, undetermined, never
    };
    const std::array<Row, 15> rows = {{
        {"nothing at all", {0, 0, 0, 0, 0, 0, 0}, {2, 2, 2, 2, 2}},
        {"nothing that applies", {0, 0, 0, 0, 0, 0, 3}, {2, 2, 2, 2, 2}},
        {"all undetermined", {0, 0, 0, 3, 0, 0, 0}, {2, 2, 2, 2, 2}},
        {"all that applies undetermined", {0, 0, 0, 3, 0, 0, 2}, {2, 2, 2, 2, 2}},
        {"one met", {0, 0, 0, 0, 0, 1, 0}, {0, 0, 0, 0, 0}},
        {"one pending", {0, 0, 0, 0, 1, 0, 0}, {0, 0, 0, 0, 0}},
        {"all that applies pending", {0, 0, 0, 0, 3, 0, 2}, {0, 0, 0, 0, 0}},
        {"undetermined and pending", {0, 0, 0, 1, 9, 0, 0}, {2, 2, 2, 2, 2}},
        {"one met among the undetermined and pending", {0, 0, 0, 9, 9, 1, 0}, {0, 0, 0, 1, 0}},
        {"met and undetermined", {0, 0, 0, 1, 0, 1, 0}, {0, 0, 0, 1, 0}},
        {"an advisory", {0, 0, 1, 0, 0, 0, 0}, {0, 0, 1, 1, 0}},
        {"a late one", {0, 1, 0, 0, 0, 5, 0}, {0, 1, 1, 1, 0}},
        {"a breach", {1, 0, 0, 0, 0, 5, 0}, {1, 1, 1, 1, 0}},
        {"a breach among the undetermined", {1, 0, 0, 9, 0, 0, 0}, {1, 1, 1, 1, 0}},
        {"a late one and an advisory", {0, 1, 1, 0, 0, 0, 0}, {0, 1, 1, 1, 0}},
    }};
    for (const Row& row : rows)
        for (std::size_t i = 0; i < fail_on_names.size(); ++i) {
            CAPTURE(row.what, fail_on_names[i]);
            CHECK(static_cast<int>(exit_status(with(totals(row.counts)), static_cast<FailOn>(i))) == row.status[i]);
        }
}

TEST_CASE("the words of --fail-on are the known ones", "[report]") {
    CHECK(parse_fail_on("breach") == FailOn::breach);
    CHECK(parse_fail_on("never") == FailOn::never);
    CHECK_FALSE(parse_fail_on("Breach"));
    CHECK_FALSE(parse_fail_on(""));
}

// ---- Text ---------------------------------------------------------------------------------------------------------------

/// A report made by hand: no log and no engine behind it.
struct Made {
    Names names;
    Sources sources;
    Protocol protocol;
    std::vector<Finding> findings;
    std::vector<Sighting> records;
    Report report;

    Made() {
        report.tell = [this](const Outcome& finding) { return findings[finding.obligation]; };
        report.tell_many = [this](std::span<const Outcome* const> wanted, std::size_t parts, const Report::Hear& hear) {
            for (std::size_t i = 0; i < wanted.size(); ++i) hear(i * parts / wanted.size(), i, report.tell(*wanted[i]));
        };
        report.sighting = [this](RecordIndex record) { return records[static_cast<std::size_t>(record)]; };
        protocol.id = names.intern("halton");
        protocol.clauses.push_back(
            {.number = "14", .says = "", .rules = {0}, .checked_by = {}, .unchecked = {}, .defects = {}, .place = {}});
        protocol.clauses.push_back(
            {.number = "35", .says = "", .rules = {}, .checked_by = {0}, .unchecked = {}, .defects = {}, .place = {}});
        Rule rule;
        rule.id = names.intern("early-help-quarterly");
        rule.title = "HCT reports on early help to HSCB every quarter";
        protocol.rules.push_back(rule);
        sources.add({.name = "protocols/halton.yaml", .bytes = ""});
        sources.add({.name = "halton-2014-15.yaml", .bytes = ""});
        report.protocol = &protocol;
        report.names = &names;
        report.sources = &sources;
        report.version = "1.2.3";
        report.log_title = "Halton boards, 2014-15";
        report.covers = {{.days = {make_day(2014, 4, 1), make_day(2015, 3, 31)}, .bodies = {}, .acts = {}}};
        report.standpoint.as_of = make_day(2015, 5, 31);
        report.as_of_source = "the log";
    }

    void add(Finding finding) {
        ++report.totals.verdicts[static_cast<std::size_t>(finding.verdict)];
        ++report.totals.reasons[static_cast<std::size_t>(finding.reason)];
        ++report.totals.applicable;
        if (is_violation(protocol.rules[finding.rule], finding)) ++report.totals.violations;
        if (is_advisory(protocol.rules[finding.rule], finding)) ++report.totals.advisories;
        if (finding.outstanding) ++report.totals.outstanding;
        finding.obligation = static_cast<std::uint32_t>(findings.size());
        report.findings.push_back(finding);
        findings.push_back(std::move(finding));
    }
    Made(const Made&) = delete;
    Made& operator=(const Made&) = delete;

    static Finding breach() {
        Finding finding;
        finding.id = "early-help-quarterly@2014-15 Q2";
        finding.key = "2014-15 Q2";
        finding.verdict = Verdict::breached;
        finding.owed = "HCT owed it to HSCB by 2014-09-30 (end of 2014-15 Q2)";
        finding.nearest = {{.id = "r7", .date = "2014-09-12", .file = 1, .line = 41, .why = "sent to hhwb, not to hscb"}};
        finding.mend = "{date: 2014-__-__, act: sent, by: hct, to: hscb, document: early-help-report}";
        return finding;
    }
};

TEST_CASE("a breach is told whole", "[report]") {
    Made made;
    made.add(Made::breach());
    made.protocol.rules[0].assumes = {"Each quarter's report is due by its end."};
    made.protocol.assumes = {"The paper is undated."};
    made.report.never_exercised = {0};
    CHECK(text(made.report, {}) ==
          R"(Halton boards, 2014-15 · protocol halton · as of 2015-05-31 · covers 2014-04-01 to 2015-03-31

breached  14  HCT reports on early help to HSCB every quarter  early-help-quarterly@2014-15 Q2
          HCT owed it to HSCB by 2014-09-30 (end of 2014-15 Q2)
          nearest: r7, 2014-09-12: sent to hhwb, not to hscb   halton-2014-15.yaml:41
          would mend it: {date: 2014-__-__, act: sent, by: hct, to: hscb, document: early-help-report}
          The protocol leaves open: Each quarter's report is due by its end.
          also under clause 35

The whole protocol leaves open: The paper is undated.

1 breached, 0 late, 0 met, 0 pending, 0 undetermined, 0 waived, 0 not applicable; 1 rule never exercised
)");
}

TEST_CASE("when all is well there is one line", "[report]") {
    Made made;
    Finding met = Made::breach();
    met.verdict = Verdict::met;
    made.add(met);
    CHECK(text(made.report, {}) ==
          "0 breached, 0 late, 1 met, 0 pending, 0 undetermined, 0 waived, 0 not applicable; 0 rules never exercised; as of "
          "2015-05-31\n");
}

TEST_CASE("the order is: broken, outstanding, advice, waived, then what was asked for", "[report]") {
    Made made;
    Rule implied = made.protocol.rules[0];
    implied.strength = Strength::implied;
    made.protocol.rules.push_back(implied);
    const auto add = [&](std::string id, Verdict verdict, std::uint32_t rule = 0, bool outstanding = false) {
        Finding finding;
        finding.id = std::move(id);
        finding.rule = rule;
        finding.verdict = verdict;
        finding.outstanding = outstanding;
        made.add(finding);
    };
    add("a-met", Verdict::met);
    add("a-waived", Verdict::waived);
    add("an-advisory", Verdict::late, 1);
    add("an-outstanding", Verdict::pending, 0, true);
    add("a-pending", Verdict::pending);
    add("a-late", Verdict::late);
    add("a-breach", Verdict::breached);
    Shown shown;
    REQUIRE(show(shown, "met"));
    const std::string out = text(made.report, {.shown = shown});
    std::vector<std::size_t> places;
    for (const char* id : {"a-breach", "a-late", "an-outstanding", "an-advisory", "a-waived", "a-met"})
        places.push_back(out.find(id));
    CHECK(std::is_sorted(places.begin(), places.end()));
    CHECK(places.back() != std::string::npos);
    CHECK(out.find("a-pending") == std::string::npos);
}

TEST_CASE("a check that decides nothing says why it does not pass", "[report]") {
    Made made;
    Finding unknown = Made::breach();
    unknown.verdict = Verdict::undetermined;
    unknown.reason = Reason::not_covered;
    made.add(unknown);
    CHECK_THAT(text(made.report, {}),
               test::has_text("does not pass: every obligation that applies is undetermined (1 not covered by the log)."));
    Finding pending = Made::breach();
    pending.verdict = Verdict::pending;
    made.add(pending);
    CHECK_THAT(text(made.report, {.width = 200}),
               test::has_text("undetermined (1 not covered by the log) or still pending (1)."));
}

TEST_CASE("what a check that passes does not tell is said, unless it is listed", "[report]") {
    CHECK(what_is_open(totals({0, 0, 0, 0, 3, 0, 2})) ==
          "Nothing is decided yet: every obligation that applies is still pending (3).");
    CHECK(what_is_open(totals({0, 0, 0, 2, 3, 1, 0})) ==
          "No violation was found, but of 6 obligations 2 could not be determined.");
    CHECK(what_is_open(totals({0, 0, 0, 0, 3, 1, 0})).empty());
    CHECK(what_is_open(totals({1, 0, 0, 2, 3, 1, 0})).empty());
    CHECK(what_is_open(totals({0, 0, 0, 0, 0, 0, 1})).empty());
    Made made;
    for (const Verdict verdict : {Verdict::met, Verdict::undetermined}) {
        Finding finding = Made::breach();
        finding.verdict = verdict;
        made.add(finding);
    }
    Shown shown;
    CHECK_THAT(text(made.report, {.shown = shown, .width = 200}),
               test::has_text("of 2 obligations 1 could not be determined. `--show undetermined` tells which."));
    show(shown, "undetermined");
    CHECK(text(made.report, {.shown = shown}).find("could not be determined") == std::string::npos);
}

TEST_CASE("every word of --show is taken, and no other", "[report]") {
    for (const std::string_view word : show_words()) {
        Shown shown;
        CHECK(show(shown, word));
    }
    Shown shown;
    CHECK_FALSE(show(shown, "not applicable"));
    CHECK_FALSE(show(shown, ""));
}

TEST_CASE("nothing that a log or a protocol holds can act on a terminal", "[report]") {
    const std::string evil = "\x1b[2J\xe2\x80\xae\x07\r\n::error::\xc2\x9b\xe2\x81\xa6";
    Made made;
    made.report.log_title = evil;
    made.protocol.clauses[0].number += evil;
    made.protocol.rules[0].title += evil;
    made.protocol.rules[0].assumes = {evil};
    made.protocol.assumes = {evil};
    Finding finding = Made::breach();
    finding.id += evil;
    finding.owed += evil;
    finding.because = evil;
    finding.mend += evil;
    finding.flags = {evil};
    finding.nearest[0].id += evil;
    finding.nearest[0].why += evil;
    finding.witnesses = {finding.nearest[0], finding.nearest[0]};
    made.sources.add({.name = "log" + evil, .bytes = ""});
    finding.nearest[0].file = 2;
    made.add(finding);
    made.records = finding.witnesses;
    made.report.powers = {{.rule = 0, .uses = {RecordIndex{0}, RecordIndex{1}}}};
    made.report.never_exercised = {0};
    Shown shown;
    show(shown, "all");
    const std::string out = text(made.report, {.shown = shown});
    CHECK(out.find_first_of("\x1b\x07\r") == std::string::npos);
    CHECK(out.find("\xe2\x80\xae") == std::string::npos);
    CHECK(out.find("\xc2\x9b") == std::string::npos);
    CHECK(out.find("\xe2\x81\xa6") == std::string::npos);
    CHECK(out.find("\n::error") == std::string::npos);
    const std::string written = json(made.report);
    CHECK(std::all_of(written.begin(), written.end(), [](char c) { return c == '\n' || (c >= 0x20 && c < 0x7f); }));
}

TEST_CASE("colours are only where they are wanted", "[report]") {
    Made made;
    made.add(Made::breach());
    CHECK(text(made.report, {}).find('\x1b') == std::string::npos);
    CHECK_THAT(text(made.report, {.colours = true}), test::has_text("\n\x1b[31mbreached\x1b[0m  14  HCT"));
}

// ---- The page -----------------------------------------------------------------------------------------------------------

TEST_CASE("text is folded at blanks, and a long word is never cut", "[report]") {
    CHECK(fold("one two three", {0, 2}, 8) == std::vector<std::string>{"one two", "  three"});
    CHECK(fold("one two three", {2, 0}, 9) == std::vector<std::string>{"  one two", "three"});
    CHECK(fold("a-very-long-id@2014-15 b", {0, 2}, 6) == std::vector<std::string>{"a-very-long-id@2014-15", "  b"});
    CHECK(fold("", {3, 3}, 6) == std::vector<std::string>{"   "});
    CHECK(fold("\xc3\xa9\xc3\xa9\xc3\xa9 \xc3\xa9", {0, 0}, 5) == std::vector<std::string>{"\xc3\xa9\xc3\xa9\xc3\xa9 \xc3\xa9"});
    CHECK(fold("kept  apart", {0, 0}, 80) == std::vector<std::string>{"kept  apart"});
    CHECK(fold("  led  by blanks  ", {1, 2}, 8) == std::vector<std::string>{"   led", "  by", "  blanks"});
}

TEST_CASE("the right column goes where there is room", "[report]") {
    Page page(24);
    page.row({0, 2}, "short", "x");
    page.row({0, 2}, "a little longer", "yy");
    page.row({0, 2}, "this one leaves no room", "log.yaml:7");
    CHECK(page.print() == "short            x\na little longer  yy\nthis one leaves no room\n  log.yaml:7\n");
}

TEST_CASE("English verbs", "[report]") {
    struct Row {
        const char *act, *called, *base, *present;
    };
    for (const Row& row :
         std::initializer_list<Row>{{"sent", "", "send", "sends"},
                                    {"called-to-account", "calls to account", "call to account", "calls to account"},
                                    {"called-to-account", "called to account", "call to account", "calls to account"},
                                    {"challenged", "challenged", "challenge", "challenges"},
                                    {"assessed", "assesses", "assess", "assesses"},
                                    {"assessed", "", "assess", "assesses"},
                                    {"notified-late", "notifies late", "notify late", "notifies late"},
                                    {"deferred", "", "defer", "defers"},
                                    {"initiated", "starts", "start", "starts"},
                                    {"audited", "", "audit", "audits"},
                                    {"held", "", "have held", "has held"}}) {
        CAPTURE(row.act, row.called);
        CHECK(verb(row.act, row.called).base == row.base);
        CHECK(verb(row.act, row.called).present == row.present);
    }
}

TEST_CASE("a page that is written in parts is laid out as one") {
    const auto write = [](Page& page, int i) {
        page.row({0, 2}, "row " + std::to_string(i * i * i), "log.yaml:" + std::to_string(i));
        page.paragraph({2, 4}, "what there is to say");
    };
    Page whole(60), put_together(60);
    for (int part = 0; part < 4; ++part) {
        Page own(60);
        for (int i = 10 * part; i < 10 * part + 10; ++i) {
            write(whole, i);
            write(own, i);
        }
        put_together.append(std::move(own));
    }
    CHECK(put_together.print() == whole.print());
}

TEST_CASE("plain text takes a short way and comes out as by the long one") {
    std::vector<std::string> texts = {"",     "plain", "a tab\there", "##[group]", "#1", "a \xe2\x80\xa6 b",
                                      "\x7f", "\xff",  "line\nend"};
    for (int c = 0; c < 256; ++c)
        for (const std::size_t place : {0U, 15U, 16U, 33U}) {
            texts.emplace_back(40, 'x');
            texts.back()[place] = static_cast<char>(c);
        }
    for (const std::string& text : texts) {
        std::string on_one_line = text;
        std::replace(on_one_line.begin(), on_one_line.end(), '\n', ' ');
        CAPTURE(text);
        CHECK(printable_on_one_line(text) == printable(on_one_line));
        CHECK(count_characters(text) == count_code_points(text));
    }
}

}  // namespace
