#include "yaml/node.hpp"

#include <algorithm>

namespace concordat {

const Node* Node::find(std::string_view key) const {
    for (const Entry& entry : entries()) {
        if (entry.key.text() == key) return &entry.value;
    }
    return nullptr;
}

std::string_view Nodes::keep(std::string_view text) {
    if (text.empty()) return {};
    return {static_cast<const char*>(std::memcpy(take(text.size(), 1), text.data(), text.size())), text.size()};
}

void Nodes::clear() {
    block_ = 0;
    used_ = 0;
    size_ = 0;
}

void* Nodes::take(std::size_t size, std::size_t alignment) {
    constexpr std::size_t usual = std::size_t{64} << 10U;
    size_ += size;
    while (true) {
        if (block_ == blocks_.size()) {
            const std::size_t wanted = std::max(size, usual);
            blocks_.push_back({.bytes = std::unique_ptr<std::byte[]>(new std::byte[wanted]), .size = wanted});
        }
        const std::size_t begin = (used_ + alignment - 1) & ~(alignment - 1);  // a power of two
        if (begin + size <= blocks_[block_].size) {
            used_ = begin + size;
            return blocks_[block_].bytes.get() + begin;
        }
        ++block_;
        used_ = 0;
    }
}

bool operator==(const Node& left, const Node& right) {
    return left.kind() == right.kind() && left.quoted == right.quoted && left.span == right.span && left.text() == right.text() &&
           std::ranges::equal(left.items(), right.items()) && std::ranges::equal(left.entries(), right.entries());
}

bool operator==(const Entry& left, const Entry& right) { return left.key == right.key && left.value == right.value; }

}  // namespace concordat
