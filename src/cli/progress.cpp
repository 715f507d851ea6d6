#include "cli/progress.hpp"

#include <fmt/format.h>

namespace concordat {
namespace {

using namespace std::chrono_literals;

constexpr double megabyte = 1e6;

/// 1234567 as 1 234 567.
std::string grouped(std::size_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, 1, ' ');
    return text;
}

}  // namespace

void Progress::read(std::uint64_t bytes, Time now) {
    read_ += bytes;
    if (now - start_ < 1s || (shown_ && now - last_ < 200ms)) return;
    print_("\r" + line(now - start_) + "\x1b[K");
    last_ = now;
    shown_ = true;
}

std::string Progress::line(std::chrono::duration<double> passed) const {
    std::string text = fmt::format("{} records, {:.0f} of {:.0f} MB", grouped(records), static_cast<double>(read_) / megabyte,
                                   static_cast<double>(expected_) / megabyte);
    if (read_ < expected_) {
        const double left = passed.count() * static_cast<double>(expected_ - read_) / static_cast<double>(read_);
        text += fmt::format(", {:.0f} s left", left);
    }
    return text;
}

void Progress::finish() {
    if (shown_) print_("\r\x1b[K");
    shown_ = false;
}

}  // namespace concordat
