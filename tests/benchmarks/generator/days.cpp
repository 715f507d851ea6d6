#include "generator/days.hpp"

#include <cstdio>

namespace bench {

Days::Days(std::chrono::sys_days first, std::size_t count) {
    written_.reserve(count);
    for (std::size_t day = 0; day < count; ++day) {
        const std::chrono::year_month_day date{first + std::chrono::days{day}};
        char text[40];
        std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                      static_cast<unsigned>(date.day()));
        written_.emplace_back(text);
    }
}

Days ten_years() {
    using namespace std::chrono_literals;
    return {std::chrono::sys_days{2010y / 1 / 1}, 3652};
}

}  // namespace bench
