#pragma once
// Work of several parts that know nothing of each other, done by as many threads as the machine has for it. What comes out must
// not hang on which part is done first. Where no further thread is to be had, those that there are do all of it.

#include <cstddef>
#include <functional>

namespace concordat {

/// How many threads are worth their while for work on so many records that has so many parts: one if there are few.
std::size_t threads_for(std::size_t records, std::size_t parts);

/// Does `part(thread, number)` for each number below `parts`, each once. Threads count from 0, which is the caller's own; what
/// they write must be their own or the part's. Of the parts that throw, the first one's exception reaches the caller.
void side_by_side(std::size_t threads, std::size_t parts, const std::function<void(std::size_t, std::size_t)>& part);

}  // namespace concordat
