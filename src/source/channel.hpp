// A channel from one thread to another, with room for a few things at a time: whoever is ahead waits.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace concordat {

template <typename T>
class Channel {
public:
    explicit Channel(std::size_t room) : room_(room) {}

    /// False, and nothing done, if the channel has been closed.
    bool put(T thing) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return closed_ || things_.size() < room_; });
        if (closed_) return false;
        things_.push_back(std::move(thing));
        changed_.notify_all();
        return true;
    }

    /// Nothing if the channel has been closed and is empty.
    std::optional<T> take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return closed_ || !things_.empty(); });
        return pop();
    }

    /// Nothing if there is nothing now.
    std::optional<T> take_if_any() {
        const std::lock_guard lock(mutex_);
        return pop();
    }

    /// From either side.
    void close() {
        const std::lock_guard lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

private:
    std::optional<T> pop() {
        if (things_.empty()) return std::nullopt;
        std::optional<T> thing(std::move(things_.front()));
        things_.pop_front();
        changed_.notify_all();
        return thing;
    }

    std::size_t room_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<T> things_;
    bool closed_ = false;
};

}  // namespace concordat
