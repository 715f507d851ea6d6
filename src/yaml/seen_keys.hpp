// The keys of a mapping that has many of them, to find out whether one stands there twice.
#pragma once

#include <cstdint>
#include <vector>

#include "source/hash.hpp"
#include "yaml/node.hpp"

namespace concordat {

class SeenKeys {
public:
    bool empty() const { return keys_.empty(); }
    void clear() {
        keys_.clear();
        slots_.clear();
    }

    /// Where the same key stood before; null if nowhere: it is then one of those seen. Its text must live as long as this.
    const Span* find_or_add(const Node& key);

    /// How many places of its table it has looked at in all. For tests.
    std::uint64_t steps() const { return steps_; }

private:
    /// By open addressing; its size is a power of two.
    struct Slot {
        std::uint32_t key = 0;  // its place among the keys and 1; 0: free
        std::uint32_t hash = 0;
    };

    void grow();
    void lay_out_anew();
    void put(Slot slot);

    std::vector<Node> keys_;
    std::vector<Slot> slots_;  // at most half full
    WordHash hash_;
    std::uint64_t steps_ = 0;
};

}  // namespace concordat
