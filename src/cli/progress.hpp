#pragma once
// How far the reading of large logs has come, for somebody who waits at a terminal: nothing in the first second, then one line
// that is written over again and again and is gone in the end. Where there is no terminal it is not made, and nothing is ever
// said.

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace concordat {

class Progress {
public:
    using Time = std::chrono::steady_clock::time_point;
    using Print = std::function<void(std::string_view)>;

    Progress(Print print, Time start) : print_(std::move(print)), start_(start), last_(start) {}

    /// There is so much more to be read. To be said before reading begins.
    void expect(std::uint64_t bytes) { expected_ += bytes; }
    /// So many more bytes have been read. One thread at a time.
    void read(std::uint64_t bytes, Time now);
    /// Takes the line away. When all reading is over.
    void finish();

    std::atomic<std::size_t> records{0};  // counted by whoever reads them

private:
    std::string line(std::chrono::duration<double> passed) const;

    Print print_;
    Time start_, last_;
    std::uint64_t expected_ = 0;
    std::uint64_t read_ = 0;
    bool shown_ = false;
};

}  // namespace concordat
