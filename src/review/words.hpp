#pragma once
// The words of a name, for comparing names.

#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// In small letters, in their order: "Chair of the HWB" → chair, of, the, hwb.
std::vector<std::string> words_of(std::string_view name);

}  // namespace concordat
