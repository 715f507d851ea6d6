#include "model/name.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

using namespace concordat;

TEST_CASE("a name is given once for each text", "[names]") {
    Names names;
    CHECK(names.intern("") == Name::none);
    CHECK(names.text(Name::none).empty());
    const Name hct = names.intern("hct");
    CHECK(names.intern(std::string{"hct"}) == hct);
    CHECK(names.intern("hctx") != hct);
    CHECK(names.find("hct") == hct);
    CHECK(names.find("hc") == Name::none);
    CHECK(names.find("") == Name::none);
    CHECK(names.text(hct) == "hct");
    CHECK(names.size() == 3);
}

TEST_CASE("texts of any length and with any byte keep their place", "[names]") {
    Names names;
    std::vector<Name> given;
    const auto text = [](std::size_t n) { return std::string(n, 'a') + '\0' + std::to_string(n); };
    for (std::size_t n = 0; n < 300; ++n) given.push_back(names.intern(text(n)));
    for (const std::size_t n : {65'000U, 65'536U, 70'000U, 200'000U}) given.push_back(names.intern(text(n)));
    for (std::size_t n = 300; n < 600; ++n) given.push_back(names.intern(text(n)));
    std::size_t i = 0;
    for (std::size_t n = 0; n < 300; ++n) CHECK(names.text(given[i++]) == text(n));
    for (const std::size_t n : {65'000U, 65'536U, 70'000U, 200'000U}) CHECK(names.text(given[i++]) == text(n));
    for (std::size_t n = 300; n < 600; ++n) CHECK(names.text(given[i++]) == text(n));
    CHECK(names.size() == 605);
}

namespace {

/// Texts whose hashes are alike in their upper bits, so that they all begin near one place of the table.
std::vector<std::string> texts_that_meet(const Names& names, std::size_t count) {
    std::vector<std::string> result;
    const std::uint32_t place = names.hash("r0") >> 20U;
    for (std::size_t n = 0; result.size() < count; ++n)
        if (std::string text = "r" + std::to_string(n); names.hash(text) >> 20U == place) result.push_back(text);
    return result;
}

}  // namespace

TEST_CASE("texts chosen to meet in the table cost no more than others", "[names]") {
    Names names;
    const std::vector<std::string> chosen = texts_that_meet(names, 2000);
    for (const std::string& text : chosen) names.intern(text);
    for (std::size_t i = 0; i < chosen.size(); ++i) CHECK(names.text(names.find(chosen[i])) == chosen[i]);
    const std::uint64_t before = names.steps();
    for (const std::string& text : chosen) names.intern(text);
    CHECK(names.steps() - before < 3 * chosen.size());  // every one of 2000 steps, if they met
    CHECK(names.size() == 2001);
}
