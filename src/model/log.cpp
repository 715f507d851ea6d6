#include "model/log.hpp"

#include <algorithm>

namespace concordat {

std::optional<Day> Log::recorded(const Record& record) const {
    if (!record.shows(Part::recorded)) return std::nullopt;
    return Day{Day::duration{static_cast<std::int32_t>(pool_.part(record, Part::recorded))}};
}

RecordIndex Log::meeting(const Record& record) const {
    return record.is_item() ? RecordIndex{pool_.part(record, Part::meeting)} : RecordIndex::none;
}

void Log::add(const WholeRecord& whole) {
    const bool is_item = whole.meeting != RecordIndex::none;
    PartValues parts;
    if (whole.has_recorded) parts.add(Part::recorded, static_cast<std::uint32_t>(whole.recorded.time_since_epoch().count()));
    if (is_item) parts.add(Part::meeting, static_cast<std::uint32_t>(whole.meeting));
    parts.add(Part::of, whole.of);
    parts.add(Part::document, whole.document);
    parts.add(Part::subject, whole.subject);
    parts.add(Part::re, whole.re);
    parts.add(Part::role, whole.role);
    parts.add(Part::rule, whole.rule);
    parts.add(Part::withdraws, whole.withdraws);
    for (const auto& [part, list] : {std::pair{Part::by, whole.by}, {Part::to, whole.to}}) {
        parts.add(part, list);
        if (is_item && list.empty()) parts.add(part, 0U);  // filled in later, where an item leaves it to its meeting
    }
    parts.add(Part::present, whole.present);
    parts.add(Part::with, whole.with);
    parts.add(Part::covering, whole.covering);
    parts.add(Part::about, whole.about);
    parts.add(Part::contains, whole.contains);
    static_cast<RecordCore&>(add(parts)) = whole;
}

WholeRecord Log::whole(const Record& record) const {
    WholeRecord whole{record};
    whole.recorded = recorded(record).value_or(Day{});
    whole.of = name(record, Part::of);
    whole.document = name(record, Part::document);
    whole.subject = name(record, Part::subject);
    whole.re = name(record, Part::re);
    whole.role = name(record, Part::role);
    whole.rule = name(record, Part::rule);
    whole.withdraws = name(record, Part::withdraws);
    whole.by = list(record, Part::by);
    whole.to = list(record, Part::to);
    whole.present = list(record, Part::present);
    whole.with = list(record, Part::with);
    whole.covering = list(record, Part::covering);
    whole.about = list(record, Part::about);
    whole.contains = list(record, Part::contains);
    whole.meeting = meeting(record);
    whole.has_recorded = record.shows(Part::recorded);
    return whole;
}

std::optional<Day> last_covered_day(const Log& log) {
    std::optional<Day> last;
    for (const CoveredSpan& span : log.covers) last = std::max(last.value_or(span.days.last), span.days.last);
    return last;
}

std::optional<Day> last_recorded_day(const Log& log) {
    std::optional<Day> last;
    for (const Record& record : log.records) last = std::max(last.value_or(record.date().last), record.date().last);
    return last;
}

std::optional<Day> own_as_of(const Log& log) {
    if (log.as_of) return log.as_of;
    const auto covered = last_covered_day(log);
    return covered ? covered : last_recorded_day(log);
}

}  // namespace concordat
