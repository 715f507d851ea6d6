// Ids of letters and digits that all have one and the same hash, in all of its bits, so that no size of table separates them.
//
// `meet_in_std_hash`: in libstdc++'s `std::hash` (MurmurHash64A with a fixed seed). `meet_in_names`: in the table of names as it
// is first laid out (src/model/name.cpp: a polynomial over a prime field with a fixed first key). Where a program hashes
// otherwise, such ids are as good as any.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bench {

std::vector<std::string> meet_in_std_hash(std::size_t count);
std::vector<std::string> meet_in_names(std::size_t count);

}  // namespace bench
