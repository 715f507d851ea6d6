#include "cli/standpoint.hpp"

#include <chrono>

#include "cli/refusal.hpp"

namespace concordat {
namespace {

/// By universal time: a time zone would make two machines disagree.
Day today() { return std::chrono::floor<Day::duration>(std::chrono::system_clock::now()); }

}  // namespace

Day parse_day_flag(std::string_view flag, const std::string& value) {
    if (value == "today") return today();
    if (const auto day = parse_day(value)) return *day;
    throw Refusal("usage", std::string(flag) + ": `" + value + "` is no date", "write it as 2015-05-31, or `today`");
}

ChosenStandpoint choose_standpoint(const std::optional<std::string>& as_of, const std::optional<std::string>& known_at,
                                   const Log& log) {
    ChosenStandpoint chosen;
    if (known_at) chosen.standpoint.known_at = parse_day_flag("--known-at", *known_at);
    const auto choose = [&](Day day, std::string source) {
        chosen.standpoint.as_of = day;
        chosen.source = std::move(source);
        return chosen;
    };
    if (as_of) return choose(parse_day_flag("--as-of", *as_of), "--as-of");
    const bool by_records = !last_covered_day(log) || (log.covers_taken && last_covered_day(log) == last_recorded_day(log));
    if (const auto day = own_as_of(log))
        return choose(*day, log.as_of ? "the log" : by_records ? "the last record" : "the last covered day");
    throw Refusal("no-as-of", "the log says neither when it stands nor what it covers, and it has no record",
                  "give `--as-of DATE`");
}

}  // namespace concordat
