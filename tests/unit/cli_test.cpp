// What the golden cases cannot show: files written whole or not at all, digests, the clock, where the day of an audit comes from.

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "catch.hpp"
#include "cli/command_line.hpp"
#include "cli/files.hpp"
#include "cli/formats.hpp"
#include "cli/library.hpp"
#include "cli/refusal.hpp"
#include "cli/sha256.hpp"
#include "cli/sinks.hpp"
#include "cli/standpoint.hpp"

namespace {

using namespace concordat;
namespace fs = std::filesystem;

/// A folder that is gone afterwards.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("concordat-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }

    std::string operator/(const std::string& name) const { return (path / name).string(); }
    std::size_t count() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
    }
};

void write_file(const std::string& path, std::string_view bytes) {
    NewFile file(path);
    file.write(bytes);
    file.put_in_place();
}

TEST_CASE("a file is written whole, and nothing else is left", "[cli]") {
    const Folder folder;
    const std::string file = folder / "report.json";
    write_file(file, "one");
    CHECK(read_file(file) == "one");
    ::chmod(file.c_str(), 0640);
    write_file(file, std::string(300000, 'x'));
    CHECK(read_file(file) == std::string(300000, 'x'));
    CHECK(fs::status(file).permissions() == fs::perms(0640));
    CHECK(folder.count() == 1);
}

TEST_CASE("a file that is written piece by piece is seen only when it is put in place", "[cli]") {
    const Folder folder;
    const std::string path = folder / "report";
    write_file(path, "old");
    {
        NewFile file(path);
        file.write("ne");
        CHECK(read_file(path) == "old");
        file.write("w");
        file.put_in_place();
        CHECK(read_file(path) == "new");
    }
    {
        NewFile given_up(path);
        given_up.write("newer");
    }
    CHECK(read_file(path) == "new");
    NewFile(path).put_in_place();  // nothing was written, so nothing is touched
    CHECK(read_file(path) == "new");
    CHECK(folder.count() == 1);
}

TEST_CASE("a file behind a link is replaced, the link stays", "[cli]") {
    const Folder folder;
    write_file(folder / "file", "old");
    fs::create_symlink("file", folder.path / "link");
    write_file(folder / "link", "new");
    CHECK(fs::is_symlink(folder.path / "link"));
    CHECK(read_file(folder / "file") == "new");
}

TEST_CASE("what cannot be written is refused and leaves what was there", "[cli]") {
    const Folder folder;
    CHECK_THROWS_AS(write_file(folder / "absent/report", "x"), Refusal);
    CHECK_THROWS_AS(write_file(folder.path.string(), "x"), Refusal);
    CHECK_THROWS_AS(write_file("/dev/full", "x"), Refusal);
    CHECK(folder.count() == 0);
}

TEST_CASE("what cannot be read is refused", "[cli]") {
    const Folder folder;
    CHECK_THROWS_AS(read_file(folder / "absent"), Refusal);
    CHECK_THROWS_AS(read_file(folder.path.string()), Refusal);
}

TEST_CASE("digests", "[cli]") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("the day of an audit", "[cli]") {
    Log log;
    WholeRecord record;
    record.set_date({make_day(2014, 11, 1), make_day(2014, 11, 30)});
    log.add(record);
    CHECK(choose_standpoint({}, {}, log).standpoint.as_of == make_day(2014, 11, 30));
    CHECK(choose_standpoint({}, {}, log).source == "the last record");
    log.covers = {{.days = {make_day(2014, 4, 1), make_day(2015, 3, 31)}, .bodies = {}, .acts = {}},
                  {.days = {make_day(2013, 4, 1), make_day(2014, 3, 31)}, .bodies = {}, .acts = {}}};
    CHECK(choose_standpoint({}, {}, log).standpoint.as_of == make_day(2015, 3, 31));
    CHECK(choose_standpoint({}, {}, log).source == "the last covered day");
    log.as_of = make_day(2015, 5, 31);
    CHECK(choose_standpoint({}, {}, log).source == "the log");
    const ChosenStandpoint flag = choose_standpoint("2015-06-30", "2015-05-01", log);
    CHECK(flag.standpoint.as_of == make_day(2015, 6, 30));
    CHECK(flag.standpoint.known_at == make_day(2015, 5, 1));
    CHECK(flag.source == "--as-of");
}

TEST_CASE("today is asked of the clock only by name", "[cli]") {
    const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const Day today = parse_day_flag("--as-of", "today");
    CHECK((today == now || today == now + std::chrono::days{1}));
    CHECK_THROWS_AS(parse_day_flag("--as-of", "Today"), Refusal);
    CHECK_THROWS_AS(parse_day_flag("--as-of", "2015-06"), Refusal);
}

TEST_CASE("where formats go", "[cli]") {
    const std::vector<std::string_view> known = format_names();
    CHECK(parse_sinks({}, known, {}).front().format == "text");
    CHECK(parse_sinks({"json:a:b"}, known, {}).front().path == "a:b");
    CHECK(parse_sinks({"text", "json:out.json"}, known, {"log.yaml"}).size() == 2);
    CHECK_THROWS_AS(parse_sinks({"yaml"}, known, {}), Refusal);
    CHECK_THROWS_AS(parse_sinks({"json:x", "text:./y/../x"}, known, {}), Refusal);
    CHECK_THROWS_AS(parse_sinks({"json:./log.yaml"}, known, {"log.yaml"}), Refusal);
}

TEST_CASE("every shipped protocol goes by the name of its file", "[cli]") {
    REQUIRE_FALSE(shipped_protocols().empty());
    for (const std::string_view id : shipped_protocols()) {
        const Shipped* shipped = find_protocol(id);
        REQUIRE(shipped);
        CHECK_THAT(std::string(shipped->bytes), test::has_text("\nprotocol: " + std::string(id) + "\n"));
    }
    CHECK_FALSE(find_protocol("calendars/england"));
    CHECK_FALSE(find_protocol(""));
}

}  // namespace
