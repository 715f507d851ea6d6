#include "cli/progress.hpp"

#include "catch.hpp"

using namespace concordat;
using namespace std::chrono_literals;

TEST_CASE("progress is told after a second, five times a second, and is taken away", "[progress]") {
    std::string screen;
    const Progress::Time start{};
    Progress progress([&](std::string_view text) { screen = text; }, start);
    progress.expect(150'000'000);
    progress.expect(50'000'000);
    progress.records = 900;
    progress.read(50'000'000, start + 999ms);
    CHECK(screen.empty());

    progress.records = 1234567;
    progress.read(50'000'000, start + 2s);
    CHECK(screen == "\r1 234 567 records, 100 of 200 MB, 2 s left\x1b[K");
    progress.read(50'000'000, start + 2100ms);
    CHECK(screen == "\r1 234 567 records, 100 of 200 MB, 2 s left\x1b[K");
    progress.read(0, start + 3s);
    CHECK(screen == "\r1 234 567 records, 150 of 200 MB, 1 s left\x1b[K");
    progress.read(50'000'000, start + 4s);
    CHECK(screen == "\r1 234 567 records, 200 of 200 MB\x1b[K");
    progress.finish();
    CHECK(screen == "\r\x1b[K");
}

TEST_CASE("of what is read within a second nothing is told", "[progress]") {
    std::string screen;
    Progress progress([&](std::string_view text) { screen += text; }, {});
    progress.expect(10);
    progress.read(10, Progress::Time{} + 900ms);
    progress.finish();
    CHECK(screen.empty());
}
