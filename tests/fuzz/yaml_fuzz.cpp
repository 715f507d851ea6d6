// Any bytes at all: neither reader crashes or hangs, and they agree on refusing them or on what they say.
//
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -Isrc -Itests tests/fuzz/yaml_fuzz.cpp
//       src/{source,diagnostic,yaml}/*.cpp -lyaml -lyaml-cpp -o yaml_fuzz && ./yaml_fuzz -max_len=400

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "fuzz/both_readers.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto both = concordat::test::read_both(bytes);
    if (!both.disagreement.empty()) {
        std::fputs(both.disagreement.c_str(), stderr);
        std::abort();
    }
    return 0;
}
