// What `explain` shows as a met or a broken case is held against the engine: put into a log, it is one.

#include "report/looks.hpp"

#include "catch.hpp"
#include "cli/shipped.hpp"
#include "diagnostic/render.hpp"
#include "engine/audit.hpp"
#include "load/log.hpp"
#include "load/protocol.hpp"

namespace {

using namespace concordat;

struct World {
    Names names;
    Sources sources;
    Diagnostics diagnostics;
    std::optional<Protocol> protocol;

    explicit World(const Shipped& shipped) {
        const std::uint32_t file = keep(std::string(shipped.path), std::string(shipped.bytes));
        const CalendarSource calendars = [&](std::string_view id) -> std::optional<CalendarText> {
            for (const Shipped& table : shipped_files())
                if (table.path == "protocols/calendars/" + std::string(id) + ".yaml") {
                    const std::uint32_t number = keep(std::string(table.path), std::string(table.bytes));
                    return CalendarText{.text = &sources.at(number), .file = number};
                }
            return std::nullopt;
        };
        protocol = load_protocol(sources.at(file), file, names, calendars, diagnostics);
        INFO(render(diagnostics, sources));
        REQUIRE(protocol);
    }

    std::uint32_t keep(std::string name, std::string bytes) {
        return sources.add({.name = std::move(name), .bytes = std::move(bytes)});
    }

    /// How many cases of the rule got this verdict in a log of these lines; of a power, how many uses it had.
    std::size_t count(const Rule& rule, const std::vector<std::string>& lines, Verdict verdict) {
        const Day from = rule.in_force.from.value_or(make_day(2014, 1, 1));
        const Day to = from + Day::duration{3 * 366};
        std::string bytes = "log: made up\ncovers: {from: " + to_string(from) + ", to: " + to_string(to) + "}\n";
        bytes += std::holds_alternative<Throughout>(rule.form) ? "standing:" : "records:";
        if (lines.empty()) bytes += " []";
        for (const std::string& line : lines) bytes += "\n  - " + line;
        const std::uint32_t file = keep("made-up.yaml", bytes + "\n");
        const LogInput input{.text = &sources.at(file), .file = file};
        const auto log = load_logs(std::span(&input, 1), *protocol, names, diagnostics);
        INFO(bytes << render(diagnostics, sources));
        REQUIRE(log);
        const Audit audited = audit(*protocol, *log, names, {.as_of = to, .known_at = {}});
        std::size_t found = 0;
        for (const Power& power : audited.powers)
            if (&protocol->rules[power.rule] == &rule && verdict == Verdict::met) found += power.uses.size();
        for (const Obligation& obligation : audited.obligations)
            if (&protocol->rules[obligation.rule] == &rule && obligation.verdict == verdict) ++found;
        return found;
    }
};

TEST_CASE("the examples of explain are what they are said to be", "[report]") {
    for (const Shipped& shipped : shipped_files()) {
        if (shipped.path.find("calendars") != std::string_view::npos) continue;
        World world(shipped);
        for (const Rule& rule : world.protocol->rules) {
            const Looks seen = looks(*world.protocol, world.names, rule);
            CAPTURE(world.names.text(rule.id));
            CHECK(world.count(rule, seen.met, Verdict::met) > 0);
            const bool can_break = !seen.broken_when.empty() && !std::holds_alternative<Throughout>(rule.form);
            if (!seen.broken.empty()) CHECK(world.count(rule, seen.broken, Verdict::breached) > 0);
            const bool by_absence = std::holds_alternative<Every>(rule.form) || std::holds_alternative<AtLeastEvery>(rule.form);
            if (can_break && seen.broken.empty() && by_absence) CHECK(world.count(rule, {}, Verdict::breached) > 0);
            if (can_break && seen.broken.empty() && std::holds_alternative<After>(rule.form)) {
                const std::vector<std::string> all_but_the_answer(seen.met.begin(), seen.met.end() - 1);
                CHECK(world.count(rule, all_but_the_answer, Verdict::breached) > 0);
            }
            if (can_break && std::holds_alternative<Before>(rule.form)) {
                std::vector<std::string> all_but_the_match = seen.met;
                all_but_the_match.erase(all_but_the_match.end() - 2);
                CHECK(world.count(rule, all_but_the_match, Verdict::met) == 0);
            }
        }
    }
}

}  // namespace
