#pragma once
// What falls due: the pending obligations of an audit, those first that fall due soon and show no sign of preparation, then the
// others in order of their due day, then those that have none, the oldest first. One function a format.

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "report/report.hpp"

namespace concordat {

struct DueItem {
    const Outcome* outcome = nullptr;
    std::optional<Day> opens;
    std::optional<Day> due;
    int days_left = 0;            // if it has a due day; 0 on the day itself
    std::vector<Sighting> signs;  // of preparation
};

struct Due {
    const Report* report = nullptr;
    Duration horizon{};
    Day until{};  // the last day of the horizon
    std::vector<DueItem> at_risk, coming, open;
};

/// `signs`: by obligation (engine/preparation.hpp).
Due make_due(const Report& report, std::unordered_map<std::uint32_t, std::vector<Sighting>> signs, Duration horizon);

std::string due_text(const Due& due, std::size_t width);
std::string due_json(const Due& due);
/// An iCalendar file: an all-day event for each that has a due day. Its UID is made of the obligation's id, so a later file moves
/// the event and makes no second one.
std::string due_calendar(const Due& due);

}  // namespace concordat
