#include "load/protocol.hpp"

#include <fmt/format.h>

#include <utility>

#include "load/clause.hpp"
#include "load/group.hpp"
#include "load/ids.hpp"
#include "load/mapping.hpp"
#include "load/paper.hpp"
#include "load/scalar.hpp"
#include "load/things.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

class ProtocolReader {
public:
    ProtocolReader(const Node& node, std::uint32_t file, Names& names, const CalendarSource& calendars, Diagnostics& diagnostics)
        : calendars_{calendars},
          names_{names},
          diagnostics_{diagnostics},
          mapping_{node, "a protocol", diagnostics},
          vocabulary_{names, diagnostics} {
        protocol_.file = file;
    }

    Protocol read();

private:
    void read_head();
    void read_source(const Node& node);
    void read_year(const Node& node);
    void read_holidays(const Node& node);
    void read_words();
    void read_acts(const Node& section);

    const CalendarSource& calendars_;
    Names& names_;
    Diagnostics& diagnostics_;
    Mapping mapping_;
    Vocabulary vocabulary_;
    Paper paper_;
    Protocol protocol_;
};

Protocol ProtocolReader::read() {
    read_head();
    read_words();
    if (const Node* clauses = mapping_.need("clauses")) read_clauses(*clauses, paper_, vocabulary_, protocol_);
    mapping_.finish();
    protocol_.directory = std::move(vocabulary_.directory);
    protocol_.groups = vocabulary_.groups();
    return std::move(protocol_);
}

void ProtocolReader::read_head() {
    if (const Node* id = mapping_.need("protocol")) protocol_.id = read_id(*id, "protocol", names_, diagnostics_);
    if (const Node* title = mapping_.need("title")) protocol_.title = read_line(*title, "title", diagnostics_);
    if (const Node* source = mapping_.take("source")) read_source(*source);
    if (const Node* agreed = mapping_.take("agreed")) paper_.agreed = read_day(*agreed, "agreed", diagnostics_);
    if (const Node* in_force = mapping_.take("in-force")) paper_.in_force = read_in_force(*in_force, diagnostics_);
    if (const Node* year = mapping_.take("year")) read_year(*year);
    if (const Node* holidays = mapping_.take("holidays")) read_holidays(*holidays);
    if (const Node* assumes = mapping_.take("assumes")) protocol_.assumes = read_prose_list(*assumes, "assumes", diagnostics_);
    if (const Node* defects = mapping_.take("defects")) protocol_.defects = read_prose_list(*defects, "defects", diagnostics_);
    protocol_.agreed = paper_.agreed;
    protocol_.in_force = paper_.in_force;
}

void ProtocolReader::read_source(const Node& node) {
    if (!is_mapping(node, "source", diagnostics_)) return;
    Mapping mapping{node, "`source`", diagnostics_};
    if (const Node* title = mapping.need("title")) protocol_.source.title = read_line(*title, "title", diagnostics_);
    if (const Node* place = mapping.take("place")) protocol_.source.place = read_line(*place, "place", diagnostics_);
    mapping.finish();
}

void ProtocolReader::read_year(const Node& node) {
    paper_.has_year = true;  // what is wrong with it is said once, not at each rule that needs it
    if (!is_mapping(node, "year", diagnostics_)) return;
    Mapping mapping{node, "`year`", diagnostics_};
    const Node* starts = mapping.need("starts");
    mapping.finish();
    if (!starts || !is_text(*starts, "starts", diagnostics_)) return;
    if (const auto start = parse_year_start(starts->text())) {
        protocol_.year = *start;
    } else {
        diagnostics_.error(starts->span, "bad-date",
                           fmt::format("{} is no day on which every year could start", quoted(starts->text())),
                           "write MM-DD, such as `04-01` for the first of April");
    }
}

void ProtocolReader::read_holidays(const Node& node) {
    paper_.has_holidays = true;
    if (!is_text(node, "holidays", diagnostics_)) return;
    if (const auto source = calendars_ ? calendars_(node.text()) : std::nullopt) {
        protocol_.calendar = load_calendar(*source, node.text(), diagnostics_);
    } else {
        diagnostics_.error(node.span, "unknown-id", fmt::format("there is no holiday table {}", quoted(node.text())));
    }
}

void ProtocolReader::read_words() {
    Declarations declarations;
    const auto read_section = [&](std::string_view key, Kind kind) {
        if (const Node* section = mapping_.take(key)) read_things(*section, key, kind, false, names_, diagnostics_, declarations);
    };
    read_section("bodies", Kind::body);
    read_section("meetings", Kind::meeting);
    read_section("roles", Kind::role);
    const Node* groups = mapping_.take("groups");
    read_section("documents", Kind::document);
    read_section("topics", Kind::topic);
    declare(std::move(declarations), vocabulary_);
    if (groups) read_groups(*groups, vocabulary_);
    if (const Node* acts = mapping_.take("acts")) read_acts(*acts);
}

void ProtocolReader::read_acts(const Node& section) {
    if (!is_mapping(section, "acts", diagnostics_)) return;
    for (const Entry& entry : section.entries()) {
        const Name id = read_id(entry.key, "acts", names_, diagnostics_);
        if (vocabulary_.kinds_of(id) & kinds::act)
            diagnostics_.error(entry.key.span, "duplicate-id",
                               fmt::format("{} is an act that every protocol has", quoted(entry.key.text())),
                               "`acts` names only what the built-in acts lack");
        std::string name{names_.text(id)};
        if (is_mapping(entry.value, entry.key.text(), diagnostics_)) {
            Mapping mapping{entry.value, "an act", diagnostics_};
            if (const Node* given = mapping.take("name")) name = read_line(*given, "name", diagnostics_);
            mapping.finish();
        }
        vocabulary_.add_act(id);
        protocol_.own_acts.emplace(id, OwnAct{.name = std::move(name), .place = entry.key.span});
    }
}

}  // namespace

std::optional<Protocol> load_protocol(const Text& text, std::uint32_t file, Names& names, const CalendarSource& calendars,
                                      Diagnostics& diagnostics, Readers readers) {
    const std::size_t errors = diagnostics.error_count();
    Nodes nodes;
    const auto node = read_whole(text, file, nodes, diagnostics, readers);
    if (!node) return std::nullopt;
    Protocol protocol = ProtocolReader{*node, file, names, calendars, diagnostics}.read();
    if (diagnostics.error_count() > errors) return std::nullopt;
    return protocol;
}

}  // namespace concordat
