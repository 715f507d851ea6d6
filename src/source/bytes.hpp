// Bytes that come one after the other and are not all held: those of a file, of what a compressed file holds, of a pipe.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string_view>

namespace concordat {

struct Bytes {
    Bytes() = default;
    Bytes(const Bytes&) = delete;
    Bytes& operator=(const Bytes&) = delete;
    virtual ~Bytes() = default;

    /// Puts at least one byte and at most `size` of them there, and says how many; 0 only at the end.
    virtual std::size_t read(char* into, std::size_t size) = 0;
};

/// Takes bytes, one piece after the other.
using Out = std::function<void(std::string_view piece)>;

/// Those of a text that is held.
class HeldBytes final : public Bytes {
public:
    explicit HeldBytes(std::string_view bytes) : bytes_(bytes) {}

    std::size_t read(char* into, std::size_t size) override {
        const std::size_t count = bytes_.copy(into, size);
        bytes_.remove_prefix(count);
        return count;
    }

private:
    std::string_view bytes_;
};

}  // namespace concordat
