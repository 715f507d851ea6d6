#pragma once
// Catch2, whichever major version the system has: 2 is one header, 3 is many, and a few names differ.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>
#include <utility>

namespace concordat::test {

/// For REQUIRE_THAT: the text has this part in it.
inline auto has_text(std::string part) {
#if __has_include(<catch2/catch_all.hpp>)
    return Catch::Matchers::ContainsSubstring(std::move(part));
#else
    return Catch::Matchers::Contains(std::move(part));
#endif
}

}  // namespace concordat::test
