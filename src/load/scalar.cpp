#include "load/scalar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "diagnostic/nearest.hpp"
#include "load/mapping.hpp"
#include "load/wording.hpp"

namespace concordat {

namespace {

std::string_view view_prose(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    if (!is_text(node, key, diagnostics)) return {};
    return node.text().substr(0, node.text().find_last_not_of(" \t\r\n") + 1);
}

}  // namespace

std::string_view view_line(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    const std::string_view text = view_prose(node, key, diagnostics);
    if (text.find('\n') != std::string_view::npos || text.find('\r') != std::string_view::npos)
        diagnostics.error(node.span, "bad-value", fmt::format("`{}` takes a text on one line", key));
    return text;
}

std::string read_line(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    return std::string(view_line(node, key, diagnostics));
}

std::string read_prose(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    return std::string(view_prose(node, key, diagnostics));
}

std::vector<std::string> read_prose_list(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    std::vector<std::string> texts;
    if (!is_filled_list(node, key, diagnostics)) return texts;
    for (const Node& item : node.items()) texts.push_back(read_prose(item, key, diagnostics));
    return texts;
}

std::optional<Day> read_day(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    if (!is_text(node, key, diagnostics)) return std::nullopt;
    const auto day = parse_day(node.text());
    if (day) return day;
    if (parse_date(node.text())) {
        diagnostics.error(node.span, "bad-date",
                          fmt::format("`{}` takes a full day, and {} is a month", key, quoted(node.text())),
                          "write the day too: YYYY-MM-DD");
    } else {
        diagnostics.error(node.span, "bad-date", fmt::format("{} is no date", quoted(node.text())),
                          "dates are written YYYY-MM-DD");
    }
    return std::nullopt;
}

std::optional<DayRange> read_date(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    if (!is_text(node, key, diagnostics)) return std::nullopt;
    const auto date = parse_date(node.text());
    if (!date)
        diagnostics.error(node.span, "bad-date", fmt::format("{} is no date", quoted(node.text())),
                          "dates are written YYYY-MM-DD, or YYYY-MM if only the month is known");
    return date;
}

std::optional<Duration> read_duration(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    if (!is_text(node, key, diagnostics)) return std::nullopt;
    const auto duration = parse_duration(node.text());
    if (!duration)
        diagnostics.error(node.span, "bad-duration", fmt::format("{} is no length of time", quoted(node.text())),
                          "write a number and days, weeks, months, years or working days: `3 months`");
    return duration;
}

bool read_truth(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    return read_word(node, key, {"true", "false"}, diagnostics) == 0;
}

std::optional<std::size_t> read_word(const Node& node, std::string_view key, const std::vector<std::string_view>& allowed,
                                     Diagnostics& diagnostics) {
    if (!is_text(node, key, diagnostics)) return std::nullopt;
    const auto found = std::find(allowed.begin(), allowed.end(), node.text());
    if (found != allowed.end()) return static_cast<std::size_t>(found - allowed.begin());
    const auto meant = nearest(node.text(), allowed);
    diagnostics.error(node.span, "bad-value",
                      fmt::format("`{}` takes {}, not {}", key, listed_quoted(allowed, "or"), quoted(node.text())),
                      meant ? fmt::format("did you mean {}?", quoted(*meant)) : "");
    return std::nullopt;
}

std::optional<int> read_count(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    if (!is_text(node, key, diagnostics)) return std::nullopt;
    int count = 0;
    const char* const end = node.text().data() + node.text().size();
    const auto result = std::from_chars(node.text().data(), end, count);
    if (result.ec == std::errc{} && result.ptr == end && node.text()[0] != '0' && count >= 1 && count <= 10000) return count;
    diagnostics.error(node.span, "bad-value",
                      fmt::format("`{}` takes a whole number from 1 to 10000, not {}", key, quoted(node.text())));
    return std::nullopt;
}

void check_order(const std::optional<Day>& from, const std::optional<Day>& to, Span place, Diagnostics& diagnostics) {
    if (from && to && *from > *to)
        diagnostics.error(place, "wrong-order",
                          fmt::format("this ends ({}) before it begins ({})", to_string(*to), to_string(*from)),
                          "`from` is the first day, `to` the last");
}

}  // namespace concordat
