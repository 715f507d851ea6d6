#pragma once
// Texts, one after the other, and behind them what a source gives.

#include <deque>
#include <string>
#include <utility>

#include "source/bytes.hpp"

namespace concordat {

class JoinedBytes final : public Bytes {
public:
    /// The source must outlive it.
    JoinedBytes(std::deque<std::string> texts, Bytes& source) : texts_(std::move(texts)), source_(source) {}

    std::size_t read(char* into, std::size_t size) override {
        while (!texts_.empty()) {
            const std::size_t count = texts_.front().copy(into, size, used_);
            used_ += count;
            if (count > 0) return count;
            texts_.pop_front();
            used_ = 0;
        }
        return source_.read(into, size);
    }

private:
    std::deque<std::string> texts_;
    std::size_t used_ = 0;  // of the first
    Bytes& source_;
};

}  // namespace concordat
