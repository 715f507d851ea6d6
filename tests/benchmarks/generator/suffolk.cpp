#include "generator/suffolk.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <set>
#include <string_view>
#include <vector>

#include "generator/days.hpp"
#include "generator/dice.hpp"

namespace bench {
namespace {

using std::chrono::sys_days;

constexpr sys_days first_day{std::chrono::year{2015} / 4 / 1};
constexpr std::size_t day_count = 3653;  // to 2025-03-31

/// One of the examples' years.
struct Story {
    Mapping head;                  // without `records`
    std::vector<Mapping> records;  // without `date`
    std::vector<std::size_t> day;  // of each record, from the year's first
    std::size_t size = 0;          // with items

    std::size_t last_day() const { return *std::max_element(day.begin(), day.end()); }
};

std::string_view interned(const std::string& key) {
    static std::set<std::string> keys;
    return *keys.insert(key).first;
}

Value read(const YAML::Node& node) {
    if (node.IsScalar()) return node.Scalar();
    if (node.IsSequence()) {
        List list;
        for (const YAML::Node& entry : node) list.push_back(read(entry));
        return list;
    }
    Mapping mapping;
    for (const auto& entry : node) mapping.emplace_back(interned(entry.first.Scalar()), read(entry.second));
    return mapping;
}

sys_days date(const std::string& text) {
    int year = 0;
    unsigned month = 0, day = 0;
    std::sscanf(text.c_str(), "%d-%u-%u", &year, &month, &day);
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

Story read_story(const std::string& path) {
    Story story;
    const Value log = read(YAML::LoadFile(path));
    for (const auto& [key, value] : std::get<Mapping>(log.is)) {
        if (key != "records") {
            story.head.emplace_back(key, value);
            continue;
        }
        for (const Value& entry : std::get<List>(value.is)) {
            Mapping record = std::get<Mapping>(entry.is);
            const auto dated =
                std::find_if(record.begin(), record.end(), [](const auto& field) { return field.first == "date"; });
            story.day.push_back(static_cast<std::size_t>((date(std::get<std::string>(dated->second.is)) - first_day).count()));
            record.erase(dated);
            ++story.size;
            for (const auto& [name, held] : record)
                if (name == "items") story.size += std::get<List>(held.is).size();
            story.records.push_back(std::move(record));
        }
    }
    return story;
}

/// When a story is told, and which of its tellings it is.
struct Telling {
    std::uint32_t story;
    std::uint32_t number;
    std::uint32_t start;  // the day
};

/// `2014-15` and three years: `2017-18`. Every run of four or two digits is a year.
std::string edition(const std::string& label, std::uint32_t years) {
    std::string out;
    for (std::size_t i = 0; i < label.size();) {
        std::size_t end = i;
        while (end < label.size() && label[end] >= '0' && label[end] <= '9') ++end;
        if (end - i == 4 || end - i == 2) {
            char text[16];
            const unsigned long year = std::stoul(label.substr(i, end - i)) + years;
            std::snprintf(text, sizeof text, "%0*lu", static_cast<int>(end - i), end - i == 2 ? year % 100 : year);
            out += text;
            i = end;
        } else {
            out += label[i++];
        }
    }
    return out;
}

/// A record's id, or an item's, in this telling: `lscb-2015-07.4` is `lscb-2015-07-00012.4`.
std::string id_in(const std::string& id, const std::string& mark) {
    const std::size_t dot = id.find('.');
    return dot == std::string::npos ? id + mark : id.substr(0, dot) + mark + id.substr(dot);
}

Value told(std::string_view key, const Value& value, const std::string& mark, std::uint32_t years);

Mapping told(const Mapping& mapping, const std::string& mark, std::uint32_t years) {
    Mapping out;
    out.reserve(mapping.size() + 1);
    for (const auto& [key, value] : mapping) out.emplace_back(key, told(key, value, mark, years));
    return out;
}

Value told(std::string_view key, const Value& value, const std::string& mark, std::uint32_t years) {
    if (const auto* list = std::get_if<List>(&value.is)) {
        List out;
        for (const Value& entry : *list) out.push_back(told(key, entry, mark, years));
        return out;
    }
    if (const auto* mapping = std::get_if<Mapping>(&value.is)) return told(*mapping, mark, years);
    const std::string& text = std::get<std::string>(value.is);
    if (key == "id" || key == "re") return id_in(text, mark);
    if (key == "subject") return text + " " + mark.substr(1);
    if (key == "covering") return edition(text, years);
    return text;
}

std::string mark_of(const Telling& telling) {
    char text[24];
    std::snprintf(text, sizeof text, "-%05u", telling.number);
    return text;
}

Mapping head_of(const Story& story, const Days& days, std::size_t records) {
    Mapping head;
    for (const auto& [key, value] : story.head) {
        if (key == "log")
            head.emplace_back(key, "Suffolk partnerships, " + std::to_string(records) + " records");
        else if (key == "covers")
            head.emplace_back(key, Mapping{{"from", days[0]}, {"to", days.last()}});
        else if (key != "as-of")
            head.emplace_back(key, value);
        if (key == "bodies")  // the other year's own
            head.emplace_back("roles", Mapping{{"chief-constable", Mapping{{"name", "Chief Constable"}}}});
    }
    return head;
}

}  // namespace

void write_suffolk(std::size_t records, const std::string& examples, Sink& sink) {
    const std::array<Story, 2> stories = {read_story(examples + "/compliant.yaml"), read_story(examples + "/ten-wrong.yaml")};
    const Days days(first_day, day_count);
    sink.head(head_of(stories[0], days, records));

    // Which record of which telling happens on which day.
    struct Happening {
        std::uint32_t telling;
        std::uint32_t record;
    };
    std::vector<Telling> tellings;
    std::vector<std::vector<Happening>> happenings(day_count);
    Dice dice(20150401);
    for (std::size_t told_so_far = 0; told_so_far < records;) {
        const auto number = static_cast<std::uint32_t>(tellings.size());
        const std::uint32_t which = dice.below(20) == 0;
        const Story& story = stories[which];
        const Telling telling{
            .story = which, .number = number + 1, .start = static_cast<std::uint32_t>(dice.below(day_count - story.last_day()))};
        for (std::uint32_t i = 0; i < story.records.size(); ++i) happenings[telling.start + story.day[i]].push_back({number, i});
        told_so_far += story.size;
        tellings.push_back(telling);
    }

    for (std::size_t day = 0; day < day_count; ++day) {
        for (const Happening& happening : happenings[day]) {
            const Telling& telling = tellings[happening.telling];
            const std::uint32_t years = telling.start / 365;
            Mapping record = told(stories[telling.story].records[happening.record], mark_of(telling), years);
            record.insert(record.begin() + 1, {"date", days[day]});
            sink.record(record);
        }
    }
    sink.end();
}

}  // namespace bench
