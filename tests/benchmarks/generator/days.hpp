// Ten years of days, counted from 0, and how each is written.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace bench {

class Days {
public:
    /// `count` days from the first of them, all of four-digit years.
    Days(std::chrono::sys_days first, std::size_t count);

    std::size_t count() const { return written_.size(); }
    const std::string& operator[](std::size_t day) const { return written_[day]; }
    const std::string& last() const { return written_.back(); }

private:
    std::vector<std::string> written_;
};

/// From 2010-01-01 to 2019-12-31.
Days ten_years();

}  // namespace bench
