#include "timeline/side_by_side.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <vector>

namespace concordat {

std::size_t threads_for(std::size_t records, std::size_t parts) {
    constexpr std::size_t few_records = 20'000;  // they take no longer than a few threads take to begin
    constexpr std::size_t most = 8;
    if (records < few_records) return 1;
    return std::clamp<std::size_t>(std::min<std::size_t>(parts, std::thread::hardware_concurrency()), 1, most);
}

void side_by_side(std::size_t threads, std::size_t parts, const std::function<void(std::size_t, std::size_t)>& part) {
    std::atomic<std::size_t> next = 0;
    std::vector<std::exception_ptr> thrown(parts);
    const auto work = [&](std::size_t thread) {
        for (std::size_t number = next++; number < parts; number = next++) {
            try {
                part(thread, number);
            } catch (...) {
                thrown[number] = std::current_exception();
            }
        }
    };
    std::vector<std::thread> others;
    others.reserve(threads);
    try {
        while (others.size() + 1 < threads) others.emplace_back(work, others.size() + 1);
    } catch (const std::system_error&) {  // no more threads to be had
    }
    work(0);
    for (std::thread& other : others) other.join();
    for (const std::exception_ptr& one : thrown)
        if (one) std::rethrow_exception(one);
}

}  // namespace concordat
