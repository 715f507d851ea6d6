#include "load/rhythm.hpp"

#include <fmt/format.h>

#include <array>

#include "load/mapping.hpp"
#include "load/scalar.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

struct CycleName {
    std::string_view word;
    Cycle cycle;
    Duration length;
};

constexpr std::array<CycleName, 4> cycles{{{"month", Cycle::month, {1, Unit::months}},
                                           {"quarter", Cycle::quarter, {3, Unit::months}},
                                           {"half-year", Cycle::half_year, {6, Unit::months}},
                                           {"year", Cycle::year, {1, Unit::years}}}};

const CycleName* find_cycle(std::string_view word) {
    for (const CycleName& cycle : cycles)
        if (cycle.word == word) return &cycle;
    return nullptr;
}

Rhythm read_length(const Node& every, const Node* from, FormKey form, Diagnostics& diagnostics) {
    const auto length = parse_duration(every.text());
    if (!length) {
        diagnostics.error(every.span, "bad-value",
                          fmt::format("`every` takes `month`, `quarter`, `half-year`, `year` or a length of time, not {}",
                                      quoted(every.text())));
    } else if (length->unit == Unit::working_days) {
        diagnostics.error(every.span, "bad-duration",
                          "periods cannot be counted in working days: they would end where the holiday table ends");
    } else if (form == FormKey::attest) {
        diagnostics.error(every.span, "bad-value",
                          "an `attest` recurs by the protocol's year: `month`, `quarter`, `half-year` or `year`");
    } else if (!from) {
        diagnostics.error(
            every.span, "missing-key",
            fmt::format("nothing says from which day periods of {} are to be counted", quoted(every.text())),
            "add `from: agreed`, or write `month`, `quarter`, `half-year` or `year` for those of the protocol's year");
    }
    return {.from_agreement = length};
}

}  // namespace

void check_from(const Node& from, const Paper& paper, Diagnostics& diagnostics) {
    if (read_word(from, "from", {"agreed"}, diagnostics) && !paper.agreed)
        diagnostics.error(from.span, "missing-key", "the protocol does not say when it was agreed",
                          "add `agreed: YYYY-MM-DD` to the protocol");
}

Rhythm read_rhythm(const Node& every, const Node* from, FormKey form, const Paper& paper, Diagnostics& diagnostics) {
    if (from) check_from(*from, paper, diagnostics);
    if (!is_text(every, "every", diagnostics)) return {};
    const CycleName* cycle = find_cycle(every.text());
    if (!cycle) return read_length(every, from, form, diagnostics);
    if (from) return {.cycle = cycle->cycle, .from_agreement = cycle->length};
    if (!paper.has_year)
        diagnostics.error(every.span, "missing-key", fmt::format("the protocol does not say when a {} starts", cycle->word),
                          "add `year: {starts: 04-01}` to the protocol, or `from: agreed` to the rule");
    return {.cycle = cycle->cycle, .from_agreement = std::nullopt};
}

}  // namespace concordat
