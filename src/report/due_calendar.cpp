// iCalendar (RFC 5545) through libical, which folds lines and escapes texts.

#include <libical/ical.h>

#include <memory>

#include "report/due.hpp"
#include "source/utf8.hpp"

namespace concordat {
namespace {

using Component = std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)>;

icaltimetype date_of(Day day) {
    const std::chrono::year_month_day date{day};
    icaltimetype time = icaltime_null_date();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    time.is_date = 1;
    return time;
}

/// The moment of the file: midnight of the day of the audit, so that equal inputs give equal bytes.
icaltimetype stamp_of(Day day) {
    icaltimetype time = date_of(day);
    time.is_date = time.hour = time.minute = time.second = 0;
    time.zone = icaltimezone_get_utc_timezone();
    return time;
}

/// The id, with whatever might act in some calendar written as `_` and its code, so that no two ids become one.
std::string uid_of(const std::string& protocol, const std::string& id) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string uid;
    for (const char c : id) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
        if (plain)
            uid += c;
        else
            uid.append({'_', digits[byte >> 4U], digits[byte & 15U]});
    }
    return uid + "@" + protocol + ".concordat";
}

void add_event(icalcomponent* calendar, const Report& report, const DueItem& item, bool at_risk) {
    const Finding finding = report.tell(*item.outcome);
    const Rule& rule = report.rule(finding);
    icalcomponent* event = icalcomponent_new_vevent();
    icalcomponent_add_property(
        event, icalproperty_new_uid(uid_of(std::string{report.names->text(report.protocol->id)}, finding.id).c_str()));
    icalcomponent_add_property(event, icalproperty_new_dtstamp(stamp_of(report.standpoint.as_of)));
    icalcomponent_add_property(event, icalproperty_new_dtstart(date_of(*finding.due)));
    icalcomponent_add_property(
        event, icalproperty_new_summary(printable("Clause " + report.clause(finding).number + ": " + rule.title).c_str()));
    std::string text = printable(finding.owed) + ".\n" + printable(finding.id);
    if (at_risk) text += "\nAt risk: there is no sign of preparation yet.";
    if (!finding.mend.empty()) text += "\nWould meet it: " + printable(finding.mend);
    icalcomponent_add_property(event, icalproperty_new_description(text.c_str()));
    icalcomponent_add_property(event, icalproperty_new_categories(std::string(to_string(rule.strength)).c_str()));
    icalcomponent_add_property(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    icalcomponent_add_component(calendar, event);
}

}  // namespace

std::string due_calendar(const Due& due) {
    const Component calendar{icalcomponent_new(ICAL_VCALENDAR_COMPONENT), &icalcomponent_free};
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(),
                               icalproperty_new_prodid(("-//Concordat//" + due.report->version + "//EN").c_str()));
    for (const DueItem& item : due.at_risk) add_event(calendar.get(), *due.report, item, true);
    for (const DueItem& item : due.coming) add_event(calendar.get(), *due.report, item, false);
    const std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text{icalcomponent_as_ical_string_r(calendar.get()),
                                                                        &icalmemory_free_buffer};
    return text.get();
}

}  // namespace concordat
