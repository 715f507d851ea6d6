// Every operation of src/time is held against a reference that counts one day at a time, and the odd
// spellings that must be refused are spelt out.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "catch.hpp"
#include "time/arithmetic.hpp"
#include "time/calendar.hpp"
#include "time/day.hpp"
#include "time/duration.hpp"
#include "time/period.hpp"

namespace {

using namespace concordat;

Day plus(Day day, std::int64_t count) { return std::chrono::sys_days{day} + std::chrono::days{count}; }

std::int64_t between(Day from, Day to) { return (to - from).count(); }

Day day(const char* text) {
    const auto parsed = parse_day(text);
    REQUIRE(parsed.has_value());
    return *parsed;
}

std::string shown(std::optional<Day> result) { return result ? to_string(*result) : "none"; }

std::string added(const char* anchor, const char* duration, const Calendar* calendar = nullptr) {
    return shown(add(day(anchor), parse_duration(duration).value(), calendar));
}

std::string subtracted(const char* anchor, const char* duration, const Calendar* calendar = nullptr) {
    return shown(subtract(day(anchor), parse_duration(duration).value(), calendar));
}

std::string started(const char* end, const char* duration, const Calendar* calendar = nullptr) {
    return shown(latest_start(day(end), parse_duration(duration).value(), calendar));
}

// Christmas 2014 and after, with a holiday on a Saturday, which must not count twice.
Calendar winter() {
    return {"winter",
            "a test",
            make_day(2014, 12, 1),
            make_day(2015, 1, 30),
            {{make_day(2014, 12, 25), "Christmas Day"},
             {make_day(2014, 12, 26), "Boxing Day"},
             {make_day(2014, 12, 27), "a Saturday"},
             {make_day(2015, 1, 1), "New Year's Day"}}};
}

// Three years with a holiday every 11 days and a run of nine in a row; it ends on a holiday.
Calendar crowded() {
    Calendar calendar{"crowded", "a test", make_day(2011, 1, 1), make_day(2013, 12, 31), {}};
    for (Day d = make_day(2011, 1, 9); d <= calendar.to; d = plus(d, 1)) {
        const std::int64_t n = between(calendar.from, d);
        if (n % 11 == 8 || (n >= 500 && n < 509) || d == calendar.to) calendar.days.push_back({d, "x"});
    }
    return calendar;
}

std::optional<Day> walk(Day anchor, std::int64_t count, int step, const Calendar& calendar) {
    Day at = anchor;
    if (!calendar.spans(at)) return std::nullopt;
    while (count > 0) {
        at = plus(at, step);
        if (!calendar.spans(at)) return std::nullopt;
        if (calendar.is_working_day(at)) --count;
    }
    return at;
}

std::optional<Day> search_latest_start(Day end, Duration duration, Day earliest, const Calendar* calendar) {
    for (Day d = end; d >= earliest; d = plus(d, -1)) {
        const auto due = add(d, duration, calendar);
        if (due && *due <= end) return d;
    }
    return std::nullopt;
}

std::string labels_of(Cycle cycle, YearStart start, const char* on) {
    const Periods periods{cycle, start};
    const auto period = periods.at(periods.index_of(day(on)));
    REQUIRE(period.has_value());
    return period->previous_label + " < " + period->label + " = " + to_string(period->days);
}

std::string agreed_period(const char* agreed, const char* length, std::int64_t index) {
    const auto period = Periods{day(agreed), parse_duration(length).value()}.at(index);
    if (!period) return "none";
    return period->previous_label + " < " + period->label + " = " + to_string(period->days);
}

constexpr std::array<Cycle, 4> cycles{Cycle::month, Cycle::quarter, Cycle::half_year, Cycle::year};

std::vector<YearStart> all_year_starts() {
    std::vector<YearStart> starts;
    for (Day d = make_day(2001, 1, 1); d <= make_day(2001, 12, 31); d = plus(d, 1)) {
        starts.push_back(parse_year_start(to_string(d).substr(5)).value());
    }
    return starts;
}

// Walks the periods across the span: each begins the day after the one before, index_of agrees on every
// day of each, and the label before is the previous period's. Returns the first fault.
std::string fault_in(const Periods& periods, Day from, Day to) {
    std::int64_t index = periods.index_of(from);
    std::optional<Period> previous;
    for (; index < periods.index_of(to); ++index) {
        const auto period = periods.at(index);
        if (!period) return "no period " + std::to_string(index);
        if (periods.days_at(index) != period->days) return "two answers at " + period->label;
        if (period->days.first > period->days.last) return "empty " + period->label;
        if (previous) {
            if (plus(previous->days.last, 1) != period->days.first) return "gap before " + period->label;
            if (previous->label != period->previous_label) return "wrong label before " + period->label;
        }
        for (Day d = period->days.first; d <= period->days.last; d = plus(d, 1)) {
            if (periods.index_of(d) != index) return to_string(d) + " is not in " + period->label;
        }
        previous = period;
    }
    return "none";
}

}  // namespace

TEST_CASE("a day is four bytes and converts to and from sys_days", "[time][day]") {
    STATIC_REQUIRE(sizeof(Day) == 4);
    STATIC_REQUIRE(sizeof(DayRange) == 8);
    STATIC_REQUIRE(std::is_convertible_v<Day, std::chrono::sys_days>);
    STATIC_REQUIRE(std::is_convertible_v<std::chrono::sys_days, Day>);
    STATIC_REQUIRE(make_day(1970, 1, 1).time_since_epoch().count() == 0);
    STATIC_REQUIRE(make_day(2000, 3, 1).time_since_epoch().count() == 11017);
}

TEST_CASE("every day of years 0001 to 9999 reads back as it was written", "[time][day]") {
    std::int64_t faults = 0;
    std::string before;
    for (Day d = earliest_day; d <= latest_day; d = plus(d, 1)) {
        const std::string text = to_string(d);
        if (parse_day(text) != d || text <= before || text.size() != 10) ++faults;
        before = text;
    }
    CHECK(faults == 0);
    CHECK(before == "9999-12-31");
    CHECK(between(earliest_day, latest_day) == 3652058);
}

TEST_CASE("a day is read only as YYYY-MM-DD", "[time][day]") {
    CHECK(parse_day("2014-01-01") == make_day(2014, 1, 1));
    CHECK(parse_day("0001-01-01") == earliest_day);
    CHECK(parse_day("9999-12-31") == latest_day);
    for (const char* text : {"",
                             "-",
                             "2014",
                             "2014-01",
                             "2014-1-01",
                             "2014-01-1",
                             "2014-001-1",
                             "14-01-01",
                             "02014-01-01",
                             "0000-01-01",
                             "0000-12-31",
                             "10000-01-01",
                             "-001-01-01",
                             "+014-01-01",
                             "2014--1-01",
                             "2014-+1-01",
                             "2014-01--1",
                             "2014-01-+1",
                             " 2014-01-01",
                             "2014-01-01 ",
                             "2014-01-01\n",
                             "\t2014-01-01",
                             "2014- 1-01",
                             "2014-01- 1",
                             " 014-01-01",
                             "2014/01/01",
                             "2014.01.01",
                             "20140101",
                             "2014-0101",
                             "201401-01",
                             "01-01-2014",
                             "2014-01-01T00:00",
                             "2014-01-01Z",
                             "2014-00-01",
                             "2014-13-01",
                             "2014-99-01",
                             "2014-01-00",
                             "2014-01-32",
                             "2014-01-99",
                             "2014-04-31",
                             "2014-02-29",
                             "2014-02-30",
                             "1900-02-29",
                             "2100-02-29",
                             "2014-O1-01",
                             "2O14-01-01",
                             "2014-01-0x",
                             "0x14-01-01",
                             "2e14-01-01",
                             "2014\xE2\x80\x93"
                             "01-01",
                             "\xEF\xBC\x92"
                             "14-01-01",
                             "today"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_day(text).has_value());
    }
    CHECK_FALSE(parse_day(std::string("2014-01-0\0", 10)).has_value());
}

TEST_CASE("29 February is a day of leap years alone", "[time][day]") {
    for (const char* text : {"2012-02-29", "2000-02-29", "1600-02-29", "0004-02-29"}) {
        CAPTURE(text);
        CHECK(parse_day(text).has_value());
    }
    for (const char* text : {"2013-02-29", "1900-02-29", "2100-02-29", "0100-02-29", "2012-02-30"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_day(text).has_value());
    }
}

TEST_CASE("a date is a day or a month", "[time][day]") {
    CHECK(parse_date("2014-07-16") == DayRange{make_day(2014, 7, 16), make_day(2014, 7, 16)});
    CHECK(parse_date("2014-02") == DayRange{make_day(2014, 2, 1), make_day(2014, 2, 28)});
    CHECK(parse_date("2012-02") == DayRange{make_day(2012, 2, 1), make_day(2012, 2, 29)});
    CHECK(parse_date("0001-01")->first == earliest_day);
    CHECK(parse_date("9999-12")->last == latest_day);
    for (const char* text : {"", "2014", "2014-", "2014-1", "2014-00", "2014-13", "0000-01", " 2014-01", "2014-01 ", "2014-01-",
                             "2014-0a", "2014/01", "201401", "2014-02-30", "-014-01", "2014- 1"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text).has_value());
    }
}

TEST_CASE("a range is shown as briefly as it can be read", "[time][day]") {
    CHECK(to_string(DayRange{day("2014-07-16"), day("2014-07-16")}) == "2014-07-16");
    CHECK(to_string(DayRange{day("2012-02-01"), day("2012-02-29")}) == "2012-02");
    CHECK(to_string(DayRange{day("2012-02-01"), day("2012-02-28")}) == "2012-02-01 to 2012-02-28");
    CHECK(to_string(DayRange{day("2012-02-02"), day("2012-02-29")}) == "2012-02-02 to 2012-02-29");
    CHECK(to_string(DayRange{day("2012-02-01"), day("2012-03-31")}) == "2012-02-01 to 2012-03-31");
    CHECK(to_string(DayRange{day("2013-02-01"), day("2014-02-28")}) == "2013-02-01 to 2014-02-28");
    for (const char* text : {"2014-07-16", "2014-07", "9999-12", "0001-01"}) {
        CHECK(to_string(parse_date(text).value()) == text);
    }
}

TEST_CASE("a duration is read in plain digits and units", "[time][duration]") {
    CHECK(parse_duration("3 months") == Duration{3, Unit::months});
    CHECK(parse_duration("1 month") == Duration{1, Unit::months});
    CHECK(parse_duration("1 months") == Duration{1, Unit::months});
    CHECK(parse_duration("3 month") == Duration{3, Unit::months});
    CHECK(parse_duration("1 day") == Duration{1, Unit::days});
    CHECK(parse_duration("28 days") == Duration{28, Unit::days});
    CHECK(parse_duration("1 week") == Duration{1, Unit::weeks});
    CHECK(parse_duration("6 weeks") == Duration{6, Unit::weeks});
    CHECK(parse_duration("1 year") == Duration{1, Unit::years});
    CHECK(parse_duration("2 years") == Duration{2, Unit::years});
    CHECK(parse_duration("1 working day") == Duration{1, Unit::working_days});
    CHECK(parse_duration("20 working days") == Duration{20, Unit::working_days});
    CHECK(parse_duration("10000 days") == Duration{10000, Unit::days});
    for (const char* text : {"",
                             " ",
                             "3",
                             "months",
                             "3months",
                             "3  months",
                             " 3 months",
                             "3 months ",
                             "3\tmonths",
                             "3 months\n",
                             "+1 months",
                             "-1 months",
                             "0 months",
                             "00 months",
                             "03 months",
                             "10001 days",
                             "99999999999999999999 days",
                             "3.0 months",
                             "1.5 years",
                             "1,000 days",
                             "0x3 months",
                             "3e1 months",
                             "three months",
                             "a month",
                             "3 Months",
                             "3 MONTHS",
                             "3 mths",
                             "3 m",
                             "3 months.",
                             "3 monthss",
                             "3 calendar months",
                             "1 month 2 days",
                             "P3M",
                             "3 quarters",
                             "3 hours",
                             "20 working-days",
                             "20 workingdays",
                             "20  working days",
                             "20 working  days",
                             "20 working",
                             "20 workings days",
                             "20 business days",
                             "3\xC2\xA0months",
                             "\xEF\xBC\x93 months"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_duration(text).has_value());
    }
}

TEST_CASE("a duration is shown as it would be written", "[time][duration]") {
    for (const char* text : {"1 day", "2 days", "1 week", "6 weeks", "1 month", "3 months", "1 year", "2 years", "1 working day",
                             "20 working days", "10000 years"}) {
        CHECK(to_string(parse_duration(text).value()) == text);
    }
    CHECK(to_string(parse_duration("1 months").value()) == "1 month");
    CHECK(to_string(parse_duration("2 working day").value()) == "2 working days");
}

TEST_CASE("weekends and holidays are no working days", "[time][calendar]") {
    const Calendar calendar = winter();
    CHECK(calendar.is_working_day(day("2014-12-24")));
    CHECK_FALSE(calendar.is_working_day(day("2014-12-25")));
    CHECK_FALSE(calendar.is_working_day(day("2014-12-26")));
    CHECK_FALSE(calendar.is_working_day(day("2014-12-27")));
    CHECK_FALSE(calendar.is_working_day(day("2014-12-28")));
    CHECK(calendar.is_working_day(day("2014-12-29")));
    CHECK(calendar.spans(day("2014-12-01")));
    CHECK(calendar.spans(day("2015-01-30")));
    CHECK_FALSE(calendar.spans(day("2014-11-30")));
    CHECK_FALSE(calendar.spans(day("2015-01-31")));
}

TEST_CASE("days and weeks are counted after the anchor", "[time][arithmetic]") {
    CHECK(added("2014-06-30", "1 day") == "2014-07-01");
    CHECK(added("2012-02-28", "1 day") == "2012-02-29");
    CHECK(added("2013-02-28", "1 day") == "2013-03-01");
    CHECK(added("2014-12-31", "2 weeks") == "2015-01-14");
    CHECK(subtracted("2014-07-01", "1 day") == "2014-06-30");
    CHECK(subtracted("2012-03-01", "1 day") == "2012-02-29");
    CHECK(started("2014-07-14", "2 weeks") == "2014-06-30");
}

TEST_CASE("a month ends on the corresponding date or the month's last day", "[time][arithmetic]") {
    CHECK(added("2014-06-30", "1 month") == "2014-07-30");
    CHECK(added("2014-01-31", "1 month") == "2014-02-28");
    CHECK(added("2012-01-31", "1 month") == "2012-02-29");
    CHECK(added("2012-01-30", "1 month") == "2012-02-29");
    CHECK(added("2012-01-29", "1 month") == "2012-02-29");
    CHECK(added("2012-01-28", "1 month") == "2012-02-28");
    CHECK(added("2014-02-28", "1 month") == "2014-03-28");
    CHECK(added("2014-01-31", "2 months") == "2014-03-31");
    CHECK(added("2014-01-31", "3 months") == "2014-04-30");
    CHECK(added("2014-10-31", "4 months") == "2015-02-28");
    CHECK(added("2014-12-31", "1 month") == "2015-01-31");
    CHECK(added("2012-02-29", "1 year") == "2013-02-28");
    CHECK(added("2012-02-29", "4 years") == "2016-02-29");
    CHECK(added("1896-02-29", "4 years") == "1900-02-28");
    CHECK(added("1999-12-31", "12 months") == added("1999-12-31", "1 year"));
    CHECK(subtracted("2014-03-31", "1 month") == "2014-02-28");
    CHECK(subtracted("2014-01-31", "2 months") == "2013-11-30");
    CHECK(subtracted("2014-01-15", "1 month") == "2013-12-15");
    CHECK(subtracted("2016-02-29", "1 year") == "2015-02-28");
}

TEST_CASE("months are counted from the anchor, not from the last result", "[time][arithmetic]") {
    const Day anchor = day("2014-01-31");
    const Duration month{1, Unit::months};
    const auto chained = add(add(anchor, month, nullptr).value(), month, nullptr);
    CHECK(shown(chained) == "2014-03-28");
    CHECK(added("2014-01-31", "2 months") == "2014-03-31");
}

TEST_CASE("the latest start is the last day whose deadline is met", "[time][arithmetic]") {
    CHECK(started("2015-02-28", "1 month") == "2015-01-31");
    CHECK(started("2016-02-28", "1 month") == "2016-01-28");
    CHECK(started("2016-02-29", "1 month") == "2016-01-31");
    CHECK(started("2015-03-30", "1 month") == "2015-02-28");
    CHECK(started("2015-03-31", "1 month") == "2015-02-28");
    CHECK(started("2015-03-27", "1 month") == "2015-02-27");
    CHECK(started("2015-01-31", "1 month") == "2014-12-31");
    CHECK(started("2013-02-28", "1 year") == "2012-02-29");
    CHECK(subtracted("2013-02-28", "1 year") == "2012-02-28");
    CHECK(started("2013-02-27", "1 year") == "2012-02-27");
}

TEST_CASE("the latest start agrees with a search over all days", "[time][arithmetic]") {
    std::vector<Duration> durations;
    for (const std::int32_t count : {1, 2, 3, 4, 5, 6, 7, 11, 12, 13, 23, 24, 25, 36}) {
        durations.push_back({count, Unit::months});
        durations.push_back({count, Unit::weeks});
    }
    for (const std::int32_t count : {1, 2, 3, 4, 5, 8}) durations.push_back({count, Unit::years});
    for (const std::int32_t count : {1, 2, 7, 28, 30, 31, 365, 366}) durations.push_back({count, Unit::days});
    // Four years round a leap day, and round a century that is no leap year.
    for (const Day from : {make_day(2010, 12, 1), make_day(1899, 1, 1)}) {
        for (const Duration duration : durations) {
            std::string fault = "none";
            const Day to = plus(from, 4 * 365);
            Day candidate = add(from, {1, Unit::days}, nullptr).value();
            for (Day end = from; end <= to && fault == "none"; end = plus(end, 1)) {
                // `add` never goes back, so the search need not start again for each end.
                if (end == from) candidate = search_latest_start(end, duration, earliest_day, nullptr).value();
                while (*add(plus(candidate, 1), duration, nullptr) <= end) candidate = plus(candidate, 1);
                if (latest_start(end, duration, nullptr) != candidate) fault = to_string(end);
            }
            CAPTURE(to_string(duration));
            CHECK(fault == "none");
        }
    }
}

TEST_CASE("add never goes back, and subtract mirrors its dates", "[time][arithmetic]") {
    for (const char* text : {"1 month", "2 months", "5 months", "1 year", "4 years", "10 days", "3 weeks"}) {
        const Duration duration = parse_duration(text).value();
        std::string fault = "none";
        for (Day d = make_day(2011, 1, 1); d < make_day(2017, 1, 1); d = plus(d, 1)) {
            if (*add(d, duration, nullptr) > *add(plus(d, 1), duration, nullptr)) fault = to_string(d);
            const Day back = *subtract(d, duration, nullptr);
            const Day there = *add(back, duration, nullptr);
            const Day latest = *latest_start(d, duration, nullptr);
            if (there > d || back > latest) fault = to_string(d);
            // Where the date exists in both months, subtract undoes add.
            if (to_string(back).substr(8) == to_string(d).substr(8) && there != d) fault = to_string(d);
        }
        CAPTURE(text);
        CHECK(fault == "none");
    }
}

TEST_CASE("nothing is counted out of years 0001 to 9999", "[time][arithmetic]") {
    CHECK(added("9999-12-30", "1 day") == "9999-12-31");
    CHECK(added("9999-12-31", "1 day") == "none");
    CHECK(added("9999-11-30", "1 month") == "9999-12-30");
    CHECK(added("9999-12-01", "1 month") == "none");
    CHECK(added("0001-01-01", "9998 years") == "9999-01-01");
    CHECK(added("0001-01-01", "9999 years") == "none");
    CHECK(added("9999-12-31", "10000 years") == "none");
    CHECK(added("9999-12-31", "10000 weeks") == "none");
    CHECK(subtracted("0001-01-02", "1 day") == "0001-01-01");
    CHECK(subtracted("0001-01-01", "1 day") == "none");
    CHECK(subtracted("0001-01-31", "1 month") == "none");
    CHECK(subtracted("0001-02-01", "1 month") == "0001-01-01");
    CHECK(subtracted("0001-01-01", "10000 years") == "none");
    CHECK(started("0001-01-31", "1 month") == "none");
    CHECK(started("0001-02-28", "1 month") == "0001-01-31");
    CHECK(started("0001-01-01", "1 day") == "none");
    CHECK(started("9999-12-31", "9998 years") == "0001-12-31");
    CHECK(started("9999-12-31", "10000 months") == "9166-08-31");
}

TEST_CASE("working days skip weekends and holidays", "[time][arithmetic]") {
    const Calendar calendar = winter();
    CHECK(added("2014-12-08", "1 working day", &calendar) == "2014-12-09");
    CHECK(added("2014-12-05", "1 working day", &calendar) == "2014-12-08");  // from a Friday
    CHECK(added("2014-12-06", "1 working day", &calendar) == "2014-12-08");  // from a Saturday
    CHECK(added("2014-12-07", "1 working day", &calendar) == "2014-12-08");  // from a Sunday
    CHECK(added("2014-12-24", "1 working day", &calendar) == "2014-12-29");  // over Christmas
    CHECK(added("2014-12-25", "1 working day", &calendar) == "2014-12-29");  // from a holiday
    CHECK(added("2014-12-27", "1 working day", &calendar) == "2014-12-29");  // from a weekend holiday
    CHECK(added("2014-12-24", "3 working days", &calendar) == "2014-12-31");
    CHECK(added("2014-12-24", "4 working days", &calendar) == "2015-01-02");  // over New Year's Day
    CHECK(subtracted("2014-12-29", "1 working day", &calendar) == "2014-12-24");
    CHECK(subtracted("2014-12-28", "1 working day", &calendar) == "2014-12-24");
    CHECK(subtracted("2015-01-02", "4 working days", &calendar) == "2014-12-24");
    CHECK(started("2014-12-29", "1 working day", &calendar) == "2014-12-28");
    CHECK(started("2014-12-28", "1 working day", &calendar) == "2014-12-23");
    CHECK(started("2014-12-10", "2 working days", &calendar) == "2014-12-08");
}

TEST_CASE("working days end where the holiday table does", "[time][arithmetic]") {
    const Calendar calendar = winter();
    CHECK(added("2014-12-01", "1 working day") == "none");
    CHECK(subtracted("2014-12-10", "1 working day") == "none");
    CHECK(started("2014-12-10", "1 working day") == "none");
    CHECK(added("2014-11-30", "1 working day", &calendar) == "none");
    CHECK(added("2014-12-01", "1 working day", &calendar) == "2014-12-02");
    CHECK(added("2015-01-29", "1 working day", &calendar) == "2015-01-30");
    CHECK(added("2015-01-30", "1 working day", &calendar) == "none");
    CHECK(added("2015-01-31", "1 working day", &calendar) == "none");
    CHECK(added("2014-12-01", "10000 working days", &calendar) == "none");
    CHECK(subtracted("2014-12-02", "1 working day", &calendar) == "2014-12-01");
    CHECK(subtracted("2014-12-01", "1 working day", &calendar) == "none");
    CHECK(subtracted("2015-01-31", "1 working day", &calendar) == "none");
    CHECK(subtracted("2015-01-30", "10000 working days", &calendar) == "none");
    CHECK(started("2014-12-02", "1 working day", &calendar) == "2014-12-01");
    CHECK(started("2014-12-01", "1 working day", &calendar) == "none");  // would start before the table
    CHECK(started("2015-01-31", "1 working day", &calendar) == "none");
    // Other units do not look at the table.
    CHECK(added("2015-01-30", "1 month", &calendar) == "2015-02-28");
}

TEST_CASE("a table from year 0001 can be counted back to its start", "[time][arithmetic]") {
    const Calendar calendar{"old", "a test", earliest_day, make_day(1, 12, 31), {{make_day(1, 1, 3), "x"}}};
    CHECK(subtracted("0001-01-04", "1 working day", &calendar) == "0001-01-02");
    CHECK(subtracted("0001-01-04", "2 working days", &calendar) == "0001-01-01");
    CHECK(subtracted("0001-01-04", "3 working days", &calendar) == "none");
    CHECK(subtracted("0001-01-01", "1 working day", &calendar) == "none");
    CHECK(started("0001-01-02", "1 working day", &calendar) == "0001-01-01");
    CHECK(started("0001-01-02", "2 working days", &calendar) == "none");
}

TEST_CASE("working days agree with walking day by day", "[time][arithmetic]") {
    for (const Calendar& calendar : {crowded(), winter()}) {
        for (const std::int32_t count : {1, 2, 3, 4, 5, 6, 9, 10, 15, 20, 37, 60, 250, 600}) {
            const Duration duration{count, Unit::working_days};
            std::string fault = "none";
            for (Day d = plus(calendar.from, -3); d <= plus(calendar.to, 3); d = plus(d, 1)) {
                if (add(d, duration, &calendar) != walk(d, count, 1, calendar)) fault = "add " + to_string(d);
                if (subtract(d, duration, &calendar) != walk(d, count, -1, calendar)) {
                    fault = "subtract " + to_string(d);
                }
                const auto expected =
                    calendar.spans(d) ? search_latest_start(d, duration, calendar.from, &calendar) : std::nullopt;
                if (latest_start(d, duration, &calendar) != expected) fault = "latest_start " + to_string(d);
            }
            CAPTURE(calendar.id, count);
            CHECK(fault == "none");
        }
    }
}

TEST_CASE("a shift by 400 years shifts every answer", "[time][arithmetic][period]") {
    constexpr std::int64_t era = 146097;
    Calendar calendar = crowded();
    Calendar later = calendar;
    later.from = plus(later.from, era);
    later.to = plus(later.to, era);
    for (Holiday& holiday : later.days) holiday.date = plus(holiday.date, era);
    const auto shifted = [](std::optional<Day> d) { return d ? std::optional{plus(*d, era)} : d; };
    for (const char* text : {"1 day", "7 weeks", "1 month", "11 months", "1 year", "4 years", "20 working days"}) {
        const Duration duration = parse_duration(text).value();
        std::string fault = "none";
        for (Day d = calendar.from; d <= calendar.to; d = plus(d, 1)) {
            const Day e = plus(d, era);
            if (shifted(add(d, duration, &calendar)) != add(e, duration, &later)) fault = to_string(d);
            if (shifted(subtract(d, duration, &calendar)) != subtract(e, duration, &later)) fault = to_string(d);
            if (shifted(latest_start(d, duration, &calendar)) != latest_start(e, duration, &later)) {
                fault = to_string(d);
            }
        }
        CAPTURE(text);
        CHECK(fault == "none");
    }
    for (const Cycle cycle : cycles) {
        const Periods periods{cycle, {4, 1}};
        for (Day d = calendar.from; d <= calendar.to; d = plus(d, 13)) {
            const auto now = periods.days_at(periods.index_of(d)).value();
            const auto then = periods.days_at(periods.index_of(plus(d, era))).value();
            CHECK(then == DayRange{plus(now.first, era), plus(now.last, era)});
        }
    }
}

TEST_CASE("a year starts on a day that every year has", "[time][period]") {
    CHECK(parse_year_start("04-01") == YearStart{4, 1});
    CHECK(parse_year_start("01-01") == YearStart{});
    CHECK(parse_year_start("12-31") == YearStart{12, 31});
    CHECK(parse_year_start("02-28") == YearStart{2, 28});
    CHECK(all_year_starts().size() == 365);
    for (const char* text : {"", "02-29", "02-30", "04-31", "00-01", "13-01", "04-00", "4-1", "04-1", "4-01", "0401", "04/01",
                             "04-01 ", " 04-01", "--04-01", "2014-04-01", "-04-01", "April", "04-01-01"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_year_start(text).has_value());
    }
}

TEST_CASE("periods are labelled by the protocol's year", "[time][period]") {
    const YearStart april{4, 1};
    CHECK(labels_of(Cycle::year, april, "2014-04-01") == "2013-14 < 2014-15 = 2014-04-01 to 2015-03-31");
    CHECK(labels_of(Cycle::year, april, "2015-03-31") == "2013-14 < 2014-15 = 2014-04-01 to 2015-03-31");
    CHECK(labels_of(Cycle::year, april, "2014-03-31") == "2012-13 < 2013-14 = 2013-04-01 to 2014-03-31");
    CHECK(labels_of(Cycle::half_year, april, "2014-09-30") == "2013-14 H2 < 2014-15 H1 = 2014-04-01 to 2014-09-30");
    CHECK(labels_of(Cycle::half_year, april, "2014-10-01") == "2014-15 H1 < 2014-15 H2 = 2014-10-01 to 2015-03-31");
    CHECK(labels_of(Cycle::quarter, april, "2014-07-01") == "2014-15 Q1 < 2014-15 Q2 = 2014-07-01 to 2014-09-30");
    CHECK(labels_of(Cycle::quarter, april, "2015-01-01") == "2014-15 Q3 < 2014-15 Q4 = 2015-01-01 to 2015-03-31");
    CHECK(labels_of(Cycle::month, april, "2014-04-30") == "2013-14 M12 < 2014-15 M01 = 2014-04");
    CHECK(labels_of(Cycle::month, april, "2015-02-01") == "2014-15 M10 < 2014-15 M11 = 2015-02");
    CHECK(labels_of(Cycle::year, april, "1999-12-31") == "1998-99 < 1999-00 = 1999-04-01 to 2000-03-31");
    CHECK(labels_of(Cycle::year, april, "2000-12-31") == "1999-00 < 2000-01 = 2000-04-01 to 2001-03-31");
}

TEST_CASE("periods of a calendar year have one year in their label", "[time][period]") {
    const YearStart january{};
    CHECK(labels_of(Cycle::year, january, "2014-12-31") == "2013 < 2014 = 2014-01-01 to 2014-12-31");
    CHECK(labels_of(Cycle::half_year, january, "2014-06-30") == "2013 H2 < 2014 H1 = 2014-01-01 to 2014-06-30");
    CHECK(labels_of(Cycle::quarter, january, "2014-06-30") == "2014 Q1 < 2014 Q2 = 2014-04-01 to 2014-06-30");
    CHECK(labels_of(Cycle::month, january, "2014-01-31") == "2013 M12 < 2014 M01 = 2014-01");
    CHECK(labels_of(Cycle::month, january, "2012-02-29") == "2012 M01 < 2012 M02 = 2012-02");
}

TEST_CASE("a year that starts late in a month has months clamped to the month", "[time][period]") {
    const YearStart end_of_january{1, 31};
    CHECK(labels_of(Cycle::month, end_of_january, "2014-01-31") == "2013-14 M12 < 2014-15 M01 = 2014-01-31 to 2014-02-27");
    CHECK(labels_of(Cycle::month, end_of_january, "2014-02-28") == "2014-15 M01 < 2014-15 M02 = 2014-02-28 to 2014-03-30");
    CHECK(labels_of(Cycle::month, end_of_january, "2012-02-28") == "2011-12 M12 < 2012-13 M01 = 2012-01-31 to 2012-02-28");
    CHECK(labels_of(Cycle::month, end_of_january, "2014-04-30") == "2014-15 M03 < 2014-15 M04 = 2014-04-30 to 2014-05-30");
    CHECK(labels_of(Cycle::quarter, {11, 30}, "2015-02-28") == "2014-15 Q1 < 2014-15 Q2 = 2015-02-28 to 2015-05-29");
}

TEST_CASE("periods partition the days, whatever day the year starts on", "[time][period]") {
    for (const YearStart start : all_year_starts()) {
        for (const Cycle cycle : cycles) {
            CAPTURE(start.month, start.day, static_cast<int>(cycle));
            CHECK(fault_in({cycle, start}, make_day(2010, 12, 1), make_day(2017, 2, 1)) == "none");
        }
    }
}

TEST_CASE("the first and last periods lie wholly in years 0001 to 9999", "[time][period]") {
    const Periods calendar_years{Cycle::year, {}};
    const auto first = calendar_years.at(calendar_years.index_of(earliest_day)).value();
    CHECK(first.label == "0001");
    CHECK(first.previous_label.empty());
    CHECK_FALSE(calendar_years.at(calendar_years.index_of(earliest_day) - 1).has_value());
    const auto last = calendar_years.at(calendar_years.index_of(latest_day)).value();
    CHECK(last.label == "9999");
    CHECK(last.days.last == latest_day);
    CHECK_FALSE(calendar_years.at(calendar_years.index_of(latest_day) + 1).has_value());

    const Periods financial_years{Cycle::year, {4, 1}};
    CHECK_FALSE(financial_years.at(financial_years.index_of(earliest_day)).has_value());
    CHECK(financial_years.at(financial_years.index_of(earliest_day) + 1)->label == "0001-02");
    CHECK_FALSE(financial_years.at(financial_years.index_of(latest_day)).has_value());
    CHECK(labels_of(Cycle::month, {4, 1}, "9999-12-01") == "9999-00 M08 < 9999-00 M09 = 9999-12");
    CHECK(labels_of(Cycle::month, {4, 1}, "0001-01-01") == " < 0000-01 M10 = 0001-01");

    for (const Cycle cycle : cycles) {
        for (const std::int64_t index : {INT64_MIN, std::int64_t{-1}, std::int64_t{1} << 40, INT64_MAX}) {
            CHECK_FALSE(Periods(cycle, {4, 1}).at(index).has_value());
            CHECK_FALSE(Periods(cycle, {4, 1}).days_at(index).has_value());
        }
    }
}

TEST_CASE("periods from agreement begin the day after it", "[time][period]") {
    CHECK(agreed_period("2013-10-01", "2 years", 0) == "2011-10-02 < 2013-10-02 = 2013-10-02 to 2015-10-01");
    CHECK(agreed_period("2013-10-01", "2 years", 1) == "2013-10-02 < 2015-10-02 = 2015-10-02 to 2017-10-01");
    CHECK(agreed_period("2013-10-01", "6 months", 0) == "2013-04-02 < 2013-10-02 = 2013-10-02 to 2014-04-01");
    CHECK(agreed_period("2013-10-01", "4 weeks", 1) == "2013-10-02 < 2013-10-30 = 2013-10-30 to 2013-11-26");
    CHECK(agreed_period("2014-01-31", "1 month", 0) == "2014-01-01 < 2014-02-01 = 2014-02");
    CHECK(agreed_period("2014-01-31", "1 month", 1) == "2014-02-01 < 2014-03-01 = 2014-03");
    CHECK(agreed_period("2014-03-31", "1 month", 0) == "2014-03-01 < 2014-04-01 = 2014-04");
    CHECK(agreed_period("2012-02-29", "1 year", 0) == "2011-03-01 < 2012-03-01 = 2012-03-01 to 2013-02-28");
    CHECK(agreed_period("2012-02-29", "1 year", 3) == "2014-03-01 < 2015-03-01 = 2015-03-01 to 2016-02-29");
    CHECK(agreed_period("2013-10-01", "2 years", -1) == "none");
    CHECK(agreed_period("2013-10-01", "2 years", INT64_MIN) == "none");
    CHECK(agreed_period("2013-10-01", "2 years", INT64_MAX) == "none");
}

TEST_CASE("a day before agreement is in no period", "[time][period]") {
    const Periods periods{day("2013-10-01"), {6, Unit::months}};
    CHECK(periods.index_of(day("2013-10-02")) == 0);
    CHECK(periods.index_of(day("2014-04-01")) == 0);
    CHECK(periods.index_of(day("2014-04-02")) == 1);
    CHECK(periods.index_of(day("2013-10-01")) == -1);
    CHECK(periods.index_of(day("2013-04-02")) == -1);
    CHECK(periods.index_of(day("2013-04-01")) == -2);
    CHECK_FALSE(periods.at(periods.index_of(day("2013-10-01"))).has_value());
}

TEST_CASE("periods from agreement partition the days after it", "[time][period]") {
    for (const char* length :
         {"1 day", "10 days", "1 week", "13 weeks", "1 month", "2 months", "5 months", "18 months", "1 year", "2 years"}) {
        for (Day agreed = make_day(2011, 12, 1); agreed < make_day(2013, 4, 1); agreed = plus(agreed, 1)) {
            const Periods periods{agreed, parse_duration(length).value()};
            const std::string fault = fault_in(periods, plus(agreed, 1), make_day(2018, 3, 1));
            if (fault != "none") {
                CAPTURE(length, to_string(agreed));
                CHECK(fault == "none");
            }
            if (periods.days_at(0)->first != plus(agreed, 1) || periods.index_of(agreed) != -1) {
                CAPTURE(length, to_string(agreed));
                CHECK(false);
            }
        }
    }
}

TEST_CASE("periods from agreement stay within years 0001 to 9999", "[time][period]") {
    CHECK(agreed_period("9999-12-30", "1 day", 0) == "9999-12-30 < 9999-12-31 = 9999-12-31");
    CHECK(agreed_period("9999-12-31", "1 day", 0) == "none");
    CHECK(agreed_period("9998-12-31", "1 year", 0) == "9998-01-01 < 9999-01-01 = 9999-01-01 to 9999-12-31");
    CHECK(agreed_period("9999-01-01", "1 year", 0) == "none");
    CHECK(agreed_period("2013-10-01", "10000 years", 0) == "none");
    CHECK(agreed_period("0001-06-01", "1 year", 0) == " < 0001-06-02 = 0001-06-02 to 0002-06-01");
    CHECK(agreed_period("0001-01-01", "1 day", 0) == "0001-01-01 < 0001-01-02 = 0001-01-02");
    const Periods long_ones{day("0001-06-01"), {10000, Unit::years}};
    CHECK(long_ones.index_of(earliest_day) == -1);
    CHECK(long_ones.index_of(latest_day) == 0);
    CHECK_FALSE(long_ones.at(0).has_value());
}
