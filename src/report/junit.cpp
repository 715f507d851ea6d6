#include "report/junit.hpp"

#include <fmt/format.h>

#include <map>

#include "report/exit_status.hpp"
#include "report/one_line.hpp"
#include "report/summary.hpp"
#include "report/xml.hpp"

namespace concordat {
namespace {

struct Counts {
    std::size_t tests = 0;
    std::size_t failures = 0;
    std::size_t errors = 0;
    std::size_t skipped = 0;
};

enum class TestResult : std::uint8_t { passed, failed, skipped };

TestResult result(const Report& report, const Finding& finding) {
    if (is_violation(report.rule(finding), finding)) return is_known(report, finding) ? TestResult::skipped : TestResult::failed;
    return finding.verdict == Verdict::met ? TestResult::passed : TestResult::skipped;
}

/// Why it is skipped, on one line.
std::string why(const Report& report, const Finding& finding) {
    if (is_advisory(report.rule(finding), finding)) return "advice, " + in_one_line(finding);
    if (is_violation(report.rule(finding), finding)) return "known from the baseline, " + in_one_line(finding);
    if (finding.verdict == Verdict::waived) return in_one_line(finding);
    std::string text(to_string(finding.verdict));
    if (!to_string(finding.reason).empty()) text += fmt::format(" ({})", to_string(finding.reason));
    if (!finding.because.empty()) text += ": " + finding.because;
    return text;
}

void add_case(pugi::xml_node suite, const Report& report, const Finding& finding, Counts& counts) {
    const Rule& rule = report.rule(finding);
    pugi::xml_node node = suite.append_child("testcase");
    set(node, "classname", report.names->text(rule.id));
    set(node, "name", fmt::format("{} [{}]", rule.title, finding.key));
    ++counts.tests;
    switch (result(report, finding)) {
        case TestResult::passed: return;
        case TestResult::failed: {
            ++counts.failures;
            pugi::xml_node failure = node.append_child("failure");
            set(failure, "message", finding.owed);
            set(failure, "type", to_string(finding.verdict));
            add_text(failure, in_one_line(finding));
            return;
        }
        case TestResult::skipped:
            ++counts.skipped;
            set(node.append_child("skipped"), "message", why(report, finding));
            return;
    }
}

void set_counts(pugi::xml_node node, const Counts& counts) {
    set(node, "tests", counts.tests);
    set(node, "failures", counts.failures);
    set(node, "errors", counts.errors);
    set(node, "skipped", counts.skipped);
}

/// A check in which nothing could be decided did not pass.
void add_error(pugi::xml_node suites, const std::string& why) {
    pugi::xml_node suite = suites.append_child("testsuite");
    set(suite, "name", "the check itself");
    pugi::xml_node node = suite.append_child("testcase");
    set(node, "classname", "concordat");
    set(node, "name", "something could be decided");
    set(node.append_child("error"), "message", why);
    set_counts(suite, {.tests = 1, .errors = 1});
}

}  // namespace

std::string junit(const Report& report) {
    std::map<std::size_t, std::vector<const Outcome*>> clauses;
    for (const Outcome& finding : report.findings) clauses[report.rule(finding).clause].push_back(&finding);

    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    set(declaration, "version", "1.0");
    set(declaration, "encoding", "UTF-8");
    pugi::xml_node suites = document.append_child("testsuites");
    set(suites, "name", fmt::format("{}: {}", report.names->text(report.protocol->id), report.log_title));
    Counts all;
    for (const auto& [clause, findings] : clauses) {
        pugi::xml_node suite = suites.append_child("testsuite");
        set(suite, "name", "clause " + report.protocol->clauses[clause].number);
        Counts counts;
        for (const Outcome* finding : findings) add_case(suite, report, report.tell(*finding), counts);
        set_counts(suite, counts);
        all.tests += counts.tests;
        all.failures += counts.failures;
        all.skipped += counts.skipped;
    }
    if (nothing_decided(report.totals)) {
        add_error(suites, why_not_checked(report.totals));
        ++all.tests;
        ++all.errors;
    }
    set_counts(suites, all);
    return written(document);
}

}  // namespace concordat
