// Reads ahead of whoever asks, in a thread of its own; of a small source, without one.
#pragma once

#include <exception>
#include <memory>
#include <thread>

#include "source/bytes.hpp"
#include "source/channel.hpp"

namespace concordat {

class ReadAhead final : public Bytes {
public:
    /// The source must outlive it, and belongs to it until `stop`.
    explicit ReadAhead(Bytes& source) : source_(source) {}
    ~ReadAhead() override { stop(); }

    /// What the source throws, this throws.
    std::size_t read(char* into, std::size_t size) override;
    void stop();

private:
    struct Block {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;  // of what has been read
    };

    Block read_block();
    bool next();
    void run();

    Bytes& source_;
    Block block_;
    std::size_t used_ = 0;  // of the block
    bool begun_ = false;
    Channel<Block> ready_{4};
    std::exception_ptr failure_;  // to be looked at when the channel is closed
    std::thread thread_;
};

}  // namespace concordat
