// How much of a stranger's file is read before it is refused. Each limit is far above anything people write and far below
// what hurts: libyaml's work grows with the square of the depth, and all lengths fit into 32 bits with room to spare.
#pragma once

#include <cstddef>
#include <cstdint>

namespace concordat {

inline constexpr std::size_t max_depth = 32;                        // lists and mappings inside each other
inline constexpr std::uint32_t max_key = 200;                       // code points; beyond 1024 bytes parsers differ
inline constexpr std::size_t max_scalar = std::size_t{1} << 20U;    // bytes of one text
inline constexpr std::uint64_t max_file = std::uint64_t{2} << 30U;  // bytes of one file

}  // namespace concordat
