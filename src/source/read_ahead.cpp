#include "source/read_ahead.hpp"

#include <algorithm>

namespace concordat {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 19U;

}  // namespace

std::size_t ReadAhead::read(char* into, std::size_t size) {
    if (used_ == block_.size && !next()) return 0;
    const std::size_t count = std::min(size, block_.size - used_);
    std::copy_n(block_.bytes.get() + used_, count, into);
    used_ += count;
    return count;
}

void ReadAhead::stop() {
    ready_.close();
    if (thread_.joinable()) thread_.join();
}

/// A full block, unless the source ends.
ReadAhead::Block ReadAhead::read_block() {
    Block block{std::make_unique_for_overwrite<char[]>(block_size)};
    constexpr std::size_t least = 16;  // as a Screen wants it
    while (block.size + least <= block_size) {
        const std::size_t count = source_.read(block.bytes.get() + block.size, block_size - block.size);
        if (count == 0) break;
        block.size += count;
    }
    return block;
}

bool ReadAhead::next() {
    used_ = 0;
    if (!begun_) {
        begun_ = true;
        block_ = read_block();
        if (block_.size + 16 > block_size)
            thread_ = std::thread([this] { run(); });
        else
            ready_.close();
        return block_.size != 0;
    }
    auto block = ready_.take();
    if (!block && failure_) std::rethrow_exception(failure_);
    block_ = block ? std::move(*block) : Block{};
    return block_.size != 0;
}

void ReadAhead::run() {
    try {
        while (true) {
            Block block = read_block();
            if (block.size == 0 || !ready_.put(std::move(block))) break;
        }
    } catch (...) {
        failure_ = std::current_exception();
    }
    ready_.close();
}

}  // namespace concordat
