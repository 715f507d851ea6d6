// The time as a picture: a lane for each body, with the records as marks above and the windows of its duties as bars below. Each
// lane is a picture of its own, so that paper can break between two, and says in words what it shows.

#include <fmt/format.h>

#include <algorithm>

#include "report/english.hpp"
#include "report/html_bars.hpp"
#include "report/summary.hpp"

namespace concordat {
namespace {

constexpr double picture_width = 1000;
constexpr double marks_height = 22;
constexpr double row_height = 19;
constexpr double bar_height = 14;
constexpr double axis_height = 20;
constexpr std::size_t most_lanes = 40;

std::string units(double value) { return fmt::format("{:.1f}", value); }

Element add_shape(Element parent, const char* name, const char* css_class,
                  std::initializer_list<std::pair<const char*, double>> at) {
    Element shape = add(parent, name, css_class);
    for (const auto& [attribute, value] : at) set(shape, attribute, units(value));
    return shape;
}

Element add_label(Element parent, const char* css_class, double x, double y, std::string_view text) {
    Element label = add(parent, "text", css_class, text);
    set(label, "x", units(x));
    set(label, "y", units(y));
    return label;
}

/// All that a lane is drawn from.
struct Lane {
    const Report& report;
    const Matrix& matrix;
    Scale scale;
    std::uint32_t lane;
    Bars bars;
    std::size_t marks = 0;

    double height() const { return marks_height + static_cast<double>(bars.rows) * row_height + axis_height; }
};

// ---- The ground: periods, what is covered, the day of the audit -------------------------------------------------------

void add_ground(Element picture, const Lane& lane) {
    const double bottom = lane.height() - axis_height;
    for (const CoveredSpan& span : lane.report.covers) {
        if (!lane.scale.holds(span.days)) continue;
        const double begin = lane.scale.at(span.days.first);
        const double width = lane.scale.at(span.days.last + one_day) - begin;
        add_shape(picture, "rect", "covered", {{"x", begin}, {"y", 0}, {"width", width}, {"height", bottom}});
    }
    for (const Column& column : lane.matrix.columns) {
        if (column.kind != Column::Kind::period) continue;
        const double x = lane.scale.at(column.days.first);
        add_shape(picture, "line", "grid", {{"x1", x}, {"y1", 0}, {"x2", x}, {"y2", bottom + 5}});
        add_label(picture, "axis", x + 4, bottom + 15, column.label);
    }
    const double now = lane.scale.at(lane.report.standpoint.as_of + one_day);
    add_shape(picture, "line", "now", {{"x1", now}, {"y1", 0}, {"x2", now}, {"y2", bottom}});
}

// ---- The bars ---------------------------------------------------------------------------------------------------------

std::string told(const Report& report, const Bar& bar) {
    const Finding first = report.tell(report.findings[bar.findings.front()]);
    std::string text = fmt::format("{}: {}", in_words(bar.verdict), title_of(report, first.rule));
    if (!first.owed.empty()) text += ". " + first.owed;
    if (bar.findings.size() > 1) text += fmt::format(" (and {} more)", bar.findings.size() - 1);
    return text;
}

void add_sign(Element parent, Verdict verdict, double x, double y) {
    Element sign = add_shape(parent, "use", "", {{"x", x}, {"y", y}, {"width", 15}, {"height", 15}});
    set(sign, "href", "#sign-" + std::string(to_string(verdict)));
}

void add_bar(Element picture, const Lane& lane, const Bar& bar) {
    const double y = marks_height + static_cast<double>(bar.row) * row_height;
    const double begin = lane.scale.at(bar.days.first);
    const double end = std::max(lane.scale.at(bar.days.last + one_day), begin + 3);
    Element group = add(picture, "g", to_string(bar.verdict).data());
    add(group, "title", "", told(lane.report, bar));
    if (bar.window)
        add_shape(group, "rect", bar.open ? "window open" : "window",
                  {{"x", begin}, {"y", y}, {"width", end - begin}, {"height", bar_height}, {"rx", 2}});
    double right = bar.window ? end : begin;
    if (bar.done) {
        right = lane.scale.at(*bar.done + one_day);
        add_shape(group, "line", "overrun", {{"x1", end}, {"y1", y + bar_height / 2}, {"x2", right}, {"y2", y + bar_height / 2}});
    }
    if (!is_broken(bar.verdict)) {
        if (width_of(bar.label) + 6 < end - begin) add_label(group, "clause", begin + 4, y + 11, bar.label);
        return;
    }
    const double needed = width_of(bar.label) + 24;
    const double left = std::min(right, picture_width - needed);
    add_sign(group, bar.verdict, left + 2, y - 0.5);
    add_label(group, "clause", left + 20, y + 11.5, bar.label);
}

// ---- The marks --------------------------------------------------------------------------------------------------------

/// Records that would be drawn on one spot share a mark.
void add_marks(Element picture, Lane& lane) {
    const auto& marks = lane.report.chronicle->marks;
    const Names& names = *lane.report.names;
    auto at = std::lower_bound(marks.begin(), marks.end(), lane.lane,
                               [](const Mark& mark, std::uint32_t wanted) { return mark.lane < wanted; });
    while (at != marks.end() && at->lane == lane.lane) {
        if (!lane.scale.holds({at->day, at->day})) {
            ++at;
            continue;
        }
        const auto first = at;
        const double x = lane.scale.at(first->day);
        bool meeting = false;
        std::string text;
        std::size_t count = 0;
        for (; at != marks.end() && at->lane == lane.lane && lane.scale.at(at->day) - x < 3; ++at, ++count) {
            meeting = meeting || names.text(at->act) == "meeting";
            if (count < 5)
                text += fmt::format("{}{}: {} ({})", count > 0 ? "; " : "", to_string(at->day), names.text(at->record),
                                    names.text(at->act));
        }
        if (count > 5) text += fmt::format("; and {} more", count - 5);
        lane.marks += count;
        Element shape = meeting ? add_shape(picture, "circle", "meeting", {{"cx", x}, {"cy", 11}, {"r", 5}})
                                : add_shape(picture, "rect", "record", {{"x", x - 1.5}, {"y", 5}, {"width", 3}, {"height", 12}});
        add(shape, "title", "", text);
    }
}

// ---- A lane -----------------------------------------------------------------------------------------------------------

/// What the lane shows, for those who do not see it.
std::string in_sentences(const Lane& lane, const std::vector<std::uint32_t>& findings) {
    std::array<std::size_t, verdict_names.size()> verdicts{};
    for (const std::uint32_t index : findings) ++verdicts[static_cast<std::size_t>(lane.report.findings[index].verdict)];
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < verdicts.size(); ++i)
        if (verdicts[i] > 0) parts.push_back(fmt::format("{} {}", verdicts[i], in_words(static_cast<Verdict>(i))));
    std::string text = counted(lane.marks, "record", "records");
    if (!parts.empty()) text += "; " + counted(findings.size(), "obligation", "obligations") + ": " + joined(parts, "and");
    if (lane.bars.left_out > 0) text += fmt::format("; {} not drawn for want of room", lane.bars.left_out);
    return text;
}

void add_lane(Element box, const Report& report, const Listing& listing, std::uint32_t number) {
    const std::vector<std::uint32_t>& findings = report.chronicle->findings[number];
    Lane lane{report, listing.matrix, {listing.matrix.days, picture_width}, number, {}};
    lane.bars = lay_out(report, findings, lane.scale);
    Element figure = add(box, "figure", "lane");
    Element caption = add(figure, "figcaption");
    add(caption, "b", "", report.chronicle->lanes[number]);
    Element picture = add(figure, "svg");
    set(picture, "role", "img");
    set(picture, "viewBox", fmt::format("0 0 {} {}", units(picture_width), units(lane.height())));
    add_ground(picture, lane);
    for (const Bar& bar : lane.bars.bars) add_bar(picture, lane, bar);
    add_marks(picture, lane);
    const std::string words = in_sentences(lane, findings);
    set(picture, "aria-label", fmt::format("{}: {}", report.chronicle->lanes[number], words));
    add(caption, "span", "small", " " + words);
}

void add_legend(Element section, const Report& report) {
    Element legend = add(section, "p", "legend");
    const auto entry = [&](const char* css_class, std::string_view text) {
        Element item = add(legend, "span");
        set(add(item, "span", css_class), "aria-hidden", "true");
        say(item, text);
    };
    entry("swatch meeting", " a meeting");
    entry("swatch record", " another record");
    for (const Verdict verdict :
         {Verdict::breached, Verdict::late, Verdict::undetermined, Verdict::pending, Verdict::waived, Verdict::met}) {
        if (report.totals.of(verdict) == 0) continue;
        entry(fmt::format("swatch {}", to_string(verdict)).c_str(),
              fmt::format(" window of a duty that is {}", in_words(verdict)));
    }
    if (!report.covers.empty()) entry("swatch covered", " days that the log claims to cover");
    entry("swatch now", fmt::format(" the day of the audit, {}", to_string(report.standpoint.as_of)));
}

}  // namespace

void add_timeline(Element page, const Report& report, const Listing& listing) {
    const std::size_t lanes = report.chronicle ? report.chronicle->lanes.size() : 0;
    if (lanes == 0 || listing.matrix.rows.empty()) return;
    Element section = add_section(page, "time", "The time as a picture");
    add(section, "p", "",
        "A lane for each body: above, what the log records; below, the time in which each duty could be done, with the clause "
        "that "
        "asks for it. A duty that several bodies owe stands in the lane of each.");
    add_legend(section, report);
    Element box = add_scroller(section, "The time as a picture");
    for (std::uint32_t lane = 0; lane < std::min(lanes, most_lanes); ++lane) add_lane(box, report, listing, lane);
    if (lanes > most_lanes) add(section, "p", "note", fmt::format("{} more lanes are not drawn.", lanes - most_lanes));
}

}  // namespace concordat
