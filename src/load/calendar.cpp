#include "load/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "load/mapping.hpp"
#include "load/scalar.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

struct Entered {
    Holiday holiday;
    Span place;
};

std::optional<Entered> read_holiday(const Node& node, const Calendar& calendar, Diagnostics& diagnostics) {
    if (!is_mapping(node, "days", diagnostics)) return std::nullopt;
    Mapping mapping{node, "a holiday", diagnostics};
    const Node* date = mapping.need("date");
    const Node* name = mapping.need("name");
    mapping.finish();
    const auto day = date ? read_day(*date, "date", diagnostics) : std::nullopt;
    Entered entered{
        .holiday = {.date = day.value_or(calendar.from), .name = name ? read_line(*name, "name", diagnostics) : std::string{}},
        .place = date ? date->span : node.span};
    if (!day) return std::nullopt;
    if (!calendar.spans(*day))
        diagnostics.error(entered.place, "outside-table",
                          fmt::format("{} is outside the table, which goes from {} to {}", to_string(*day),
                                      to_string(calendar.from), to_string(calendar.to)));
    return entered;
}

void read_days(const Node& days, Calendar& calendar, Diagnostics& diagnostics) {
    if (!is_filled_list(days, "days", diagnostics)) return;
    std::vector<Entered> entered;
    for (const Node& node : days.items())
        if (auto holiday = read_holiday(node, calendar, diagnostics)) entered.push_back(std::move(*holiday));
    std::stable_sort(entered.begin(), entered.end(),
                     [](const Entered& left, const Entered& right) { return left.holiday.date < right.holiday.date; });
    for (std::size_t i = 0; i < entered.size(); ++i) {
        if (i > 0 && entered[i].holiday.date == entered[i - 1].holiday.date)
            diagnostics.error(entered[i].place, "duplicate-value",
                              fmt::format("{} is in this table twice", to_string(entered[i].holiday.date)), "",
                              {{entered[i - 1].place, "the first time"}});
        calendar.days.push_back(entered[i].holiday);
    }
}

}  // namespace

std::optional<Calendar> load_calendar(const CalendarText& source, std::string_view id, Diagnostics& diagnostics) {
    const std::size_t errors = diagnostics.error_count();
    Nodes nodes;
    const auto node = read_whole(*source.text, source.file, nodes, diagnostics, source.readers);
    if (!node) return std::nullopt;
    Calendar calendar{.id = std::string{id}, .source = {}, .from = {}, .to = {}, .days = {}};
    Mapping mapping{*node, "a calendar", diagnostics};
    if (const Node* own = mapping.need("calendar"))
        if (read_line(*own, "calendar", diagnostics) != id)
            diagnostics.error(own->span, "bad-value",
                              fmt::format("this is the table {}, not {}", quoted(own->text()), quoted(id)));
    if (const Node* text = mapping.need("source")) calendar.source = read_prose(*text, "source", diagnostics);
    const Node* from = mapping.need("from");
    const Node* to = mapping.need("to");
    const auto first = from ? read_day(*from, "from", diagnostics) : std::nullopt;
    const auto last = to ? read_day(*to, "to", diagnostics) : std::nullopt;
    calendar.from = first.value_or(earliest_day);
    calendar.to = last.value_or(latest_day);
    check_order(first, last, from ? from->span : node->span, diagnostics);
    if (const Node* days = mapping.need("days")) read_days(*days, calendar, diagnostics);
    mapping.finish();
    return diagnostics.error_count() > errors ? std::nullopt : std::optional{std::move(calendar)};
}

}  // namespace concordat
