// Ids that all have one and the same `std::hash` in libstdc++ (MurmurHash64A with its fixed seed), and are ordinary letters and
// digits: the whole 64 bits agree, so no size of table separates them. A program that hashes otherwise is not hurt by them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bench {

std::vector<std::string> colliding_ids(std::size_t count);

}  // namespace bench
