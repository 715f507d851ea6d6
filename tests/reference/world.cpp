#include "reference/world.hpp"

#include <array>

#include "diagnostic/render.hpp"
#include "load/calendar.hpp"
#include "load/log.hpp"
#include "load/protocol.hpp"

namespace concordat::reference {

namespace {

constexpr auto holidays = R"(calendar: test
source: A table made for tests.
from: 2012-01-01
to: 2019-12-31
days:
  - {date: 2013-12-25, name: Christmas}
  - {date: 2014-04-18, name: Good Friday}
  - {date: 2014-04-21, name: Easter Monday}
  - {date: 2014-12-25, name: Christmas}
  - {date: 2014-12-26, name: Boxing Day}
  - {date: 2015-01-01, name: New Year}
  - {date: 2015-08-31, name: Summer}
)";

std::string words(Diagnostics& diagnostics, const Sources& sources) {
    diagnostics.sort();
    return render(diagnostics, sources);
}

}  // namespace

bool World::load_protocol(const std::string& yaml) {
    const auto table = [&](std::string_view id) -> std::optional<CalendarText> {
        if (id != "test") return std::nullopt;
        const std::uint32_t file = sources.add({"test.yaml", holidays});
        return CalendarText{&sources.at(file), file};
    };
    Diagnostics diagnostics;
    const std::uint32_t file = sources.add({"protocol.yaml", yaml});
    auto loaded = concordat::load_protocol(sources.at(file), file, names, table, diagnostics);
    refusal = loaded ? "" : words(diagnostics, sources);
    if (loaded) protocol = std::move(*loaded);
    return refusal.empty();
}

bool World::load_log(const std::string& yaml) {
    Diagnostics diagnostics;
    const std::uint32_t file = sources.add({"log.yaml", yaml});
    const std::array inputs{LogInput{&sources.at(file), file}};
    auto loaded = load_logs(inputs, protocol, names, diagnostics);
    refusal = loaded ? "" : words(diagnostics, sources);
    if (loaded) log = std::move(*loaded);
    return refusal.empty();
}

}  // namespace concordat::reference
