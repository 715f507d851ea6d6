// Reads the events that libyaml makes of a text, refuses what is not to be read, and tells an assembler of the rest.
//
// A long list of items need not be read by one parser from its beginning to its end (yaml/stretches.hpp): a reader stops at an
// item if it is asked to, takes the rows that others have made of the items from there on, and reads on behind them.
#pragma once

#include <yaml.h>

#include <cstdint>
#include <deque>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "diagnostic/diagnostic.hpp"
#include "source/bytes.hpp"
#include "source/text.hpp"
#include "yaml/agreement.hpp"
#include "yaml/places.hpp"
#include "yaml/row_assembler.hpp"
#include "yaml/syntax_error.hpp"

namespace concordat {

/// libyaml's parser.
class EventParser {
public:
    /// What the parser is given, `places` sees too.
    EventParser(Bytes& source, Places& places);
    EventParser(const EventParser&) = delete;
    EventParser& operator=(const EventParser&) = delete;
    ~EventParser();

    /// The next event, valid until the one after it; none after an error of syntax.
    const yaml_event_t* next();

    const yaml_parser_t& state() const { return parser_; }

private:
    static int give(void* self, unsigned char* buffer, std::size_t size, std::size_t* count);

    Bytes& source_;
    Places& places_;
    std::exception_ptr failure_;
    yaml_parser_t parser_{};
    yaml_event_t event_{};
};

class EventReader {
public:
    /// All must outlive it.
    EventReader(const Text& text, std::uint32_t file, std::string_view streamed_key, StreamHandler& handler,
                Diagnostics& diagnostics)
        : text_(text),
          streamed_key_(streamed_key),
          diagnostics_(diagnostics),
          assembler_(file, streamed_key, handler, diagnostics),
          file_(file) {}

    /// Where a text may be cut: an item of the streamed list begins on this line.
    struct Cut {
        std::uint32_t line = 0;
        std::uint64_t offset = 0;  // of that line
        std::size_t indent = 0;    // blanks before the dash
        std::string fed;           // from that line on, as far as the source has given it
    };

    /// Reads from the beginning. False if it stopped before the end.
    bool read(Bytes& source);
    /// The same, but if there is an item after so many bytes where the text may be cut, it stops there and says where.
    std::variant<bool, Cut> read_to_cut(Bytes& source, std::size_t bytes);
    /// The next items, which somebody else has read, and the texts that they need.
    void take(Rows& rows, Nodes& texts) { assembler_.pass_on(rows, texts); }
    /// Reads on, from an item that begins on this line. False if it stopped before the end; of an error of syntax nothing is
    /// said.
    bool read_on(Bytes& source, std::uint32_t line);

    /// Reads the items from this line on that somebody else is to take. Whether that is all there is, up to the very end, and
    /// nothing wrong with it; if not, nothing that it has handed over is to be used.
    bool read_items(Bytes& source, std::uint32_t line);

private:
    /// One text that is given to a parser.
    struct Feed {
        Feed(Bytes& source, std::uint32_t file, std::uint32_t lines_before, Diagnostics& diagnostics)
            : places(file, lines_before), parser(source, places), agreement(places, diagnostics) {}

        Places places;
        EventParser parser;
        Agreement agreement;
    };
    enum class Stopped : std::uint8_t { at_end, at_error, at_syntax_error, at_cut };

    Stopped run();
    bool finish(Stopped stopped);
    bool is_cut(const yaml_event_t& event);
    std::deque<std::string> key_line() const;

    bool take(const yaml_event_t& event);
    bool open(const yaml_event_t& event, Node::Kind kind, bool flow);
    bool take_document(const yaml_event_t& event);
    bool take_scalar(const yaml_event_t& event);
    bool take_alias(const yaml_event_t& event);
    void refuse_properties(const yaml_event_t& event, const yaml_char_t* anchor, const yaml_char_t* tag);
    bool expect_mapping(const yaml_event_t& event);
    bool refuse_empty();

    const Text& text_;
    std::string_view streamed_key_;
    Diagnostics& diagnostics_;
    RowAssembler assembler_;
    ParsedSoFar progress_;
    std::uint32_t file_;
    std::optional<Feed> feed_;
    std::optional<std::size_t> cut_after_;  // so many characters
    std::optional<Cut> cut_;
    std::size_t indent_ = 0;  // of the streamed list
    yaml_mark_t list_end_{};  // where the last list at the top ended
};

}  // namespace concordat
