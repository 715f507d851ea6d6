#pragma once
// Room for bytes that come from elsewhere, so it is not wiped first. Great room is in great pages: what has only been set aside
// costs no memory.

#include <cstddef>
#include <cstring>
#include <memory>

#include "source/great_pages.hpp"

namespace concordat {

class Room {
public:
    Room() = default;
    explicit Room(std::size_t size) : bytes_(GreatPages<char>().allocate(size), GiveBack(size)) {}

    char* data() { return bytes_.get(); }
    const char* data() const { return bytes_.get(); }
    std::size_t size() const { return bytes_ ? bytes_.get_deleter().size : 0; }

    /// To that size, if it is smaller. The first `used` bytes stay what they are.
    void grow(std::size_t size, std::size_t used) {
        if (size <= this->size()) return;
        Room larger(size);
        if (used != 0) std::memcpy(larger.data(), data(), used);
        bytes_ = std::move(larger.bytes_);
    }

private:
    struct GiveBack {
        GiveBack() : size(0) {}
        explicit GiveBack(std::size_t size_) : size(size_) {}
        std::size_t size;
        void operator()(char* bytes) const { GreatPages<char>().deallocate(bytes, size); }
    };
    std::unique_ptr<char, GiveBack> bytes_;
};

}  // namespace concordat
