#include "yaml/stream.hpp"

#include <yaml.h>

#include <exception>
#include <new>
#include <string>
#include <utility>

#include "yaml/agreement.hpp"
#include "yaml/places.hpp"
#include "yaml/row_assembler.hpp"
#include "yaml/screened.hpp"
#include "yaml/syntax_error.hpp"

namespace concordat {
namespace {

class Parser {
public:
    /// What the parser is given, `places` sees too.
    Parser(Bytes& source, Places& places) : source_(source), places_(places) {
        if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input(&parser_, give, this);
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() {
        yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }

    /// The next event, valid until the one after it; none after an error of syntax.
    const yaml_event_t* next() {
        yaml_event_delete(&event_);
        const bool is_good = yaml_parser_parse(&parser_, &event_) != 0;
        if (failure_) std::rethrow_exception(failure_);
        if (is_good) return &event_;
        if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
        return nullptr;
    }

    const yaml_parser_t& state() const { return parser_; }

private:
    /// An exception must not pass through libyaml, which is C.
    static int give(void* self, unsigned char* buffer, std::size_t size, std::size_t* count) {
        auto& parser = *static_cast<Parser*>(self);
        try {
            auto* const into = reinterpret_cast<char*>(buffer);
            *count = parser.source_.read(into, size);
            parser.places_.feed({into, *count});
            return 1;
        } catch (...) {
            parser.failure_ = std::current_exception();
            return 0;
        }
    }

    Bytes& source_;
    Places& places_;
    std::exception_ptr failure_;
    yaml_parser_t parser_{};
    yaml_event_t event_{};
};

class Reader {
public:
    Reader(const Text& text, Bytes& source, std::uint32_t file, std::string_view streamed_key, StreamHandler& handler,
           Diagnostics& diagnostics)
        : text_(text),
          diagnostics_(diagnostics),
          places_(file),
          parser_(source, places_),
          agreement_(places_, diagnostics),
          assembler_(file, streamed_key, handler, diagnostics),
          file_(file) {}

    bool run() {
        const bool is_whole = read();
        assembler_.finish();
        return is_whole;
    }

private:
    bool read() {
        while (const yaml_event_t* event = parser_.next()) {
            if (event->type == YAML_STREAM_END_EVENT) return finish();
            if (!take(*event)) return false;
        }
        progress_.bracket = assembler_.innermost_bracket();
        const Text held{.name = text_.name, .bytes = read_all(text_)};  // the words for it look far ahead
        report_syntax_error(parser_.state(), held, file_, progress_, diagnostics_);
        return false;
    }

    bool take(const yaml_event_t& event) {
        agreement_.check(event);
        switch (event.type) {
            case YAML_DOCUMENT_START_EVENT: return take_document(event);
            case YAML_SCALAR_EVENT: return take_scalar(event);
            case YAML_SEQUENCE_START_EVENT:
                refuse_properties(event, event.data.sequence_start.anchor, event.data.sequence_start.tag);
                return expect_mapping(event) &&
                       open(event, Node::Kind::sequence, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
            case YAML_MAPPING_START_EVENT:
                refuse_properties(event, event.data.mapping_start.anchor, event.data.mapping_start.tag);
                return open(event, Node::Kind::mapping, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT: assembler_.close(); return true;
            case YAML_ALIAS_EVENT: return take_alias(event);
            default: return true;
        }
    }

    bool open(const yaml_event_t& event, Node::Kind kind, bool flow) {
        const bool bracket = flow && event.end_mark.index > event.start_mark.index;  // the pair in `[a: b]` has none
        return assembler_.open(kind, places_.begin(event), bracket);
    }

    bool take_document(const yaml_event_t& event) {
        if (!std::exchange(progress_.in_document, true)) return true;
        diagnostics_.error(places_.begin(event), "second-document", "a second document begins here; a file holds only one",
                           "put it into a file of its own, or delete the line `---`");
        return false;
    }

    bool take_scalar(const yaml_event_t& event) {
        const auto& scalar = event.data.scalar;
        refuse_properties(event, scalar.anchor, scalar.tag);
        const Node node({reinterpret_cast<const char*>(scalar.value), scalar.length}, scalar.style != YAML_PLAIN_SCALAR_STYLE,
                        places_.of_scalar(event));
        if (assembler_.depth() == 0 && node.is_empty()) return refuse_empty();
        if (!expect_mapping(event)) return false;
        const bool in_quotes = scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
        if (in_quotes && event.end_mark.line != event.start_mark.line) {
            progress_.long_quote = node.span;
            progress_.long_quote_end = static_cast<std::uint32_t>(event.end_mark.line + 1);
        }
        agreement_.check_scalar(event, node, assembler_.in_flow());
        assembler_.scalar(node, scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE);
        return true;
    }

    bool take_alias(const yaml_event_t& event) {
        diagnostics_.error(places_.begin(event), "alias", "aliases (`*name`) are not read",
                           "write the value out; text that begins with `*` must be put in quotes");
        if (!expect_mapping(event)) return false;
        const std::string name = "*" + std::string(reinterpret_cast<const char*>(event.data.alias.anchor));
        Span span = places_.begin(event);
        span.length = static_cast<std::uint32_t>(event.end_mark.column - event.start_mark.column);
        assembler_.scalar(Node(name, true, span));
        return true;
    }

    void refuse_properties(const yaml_event_t& event, const yaml_char_t* anchor, const yaml_char_t* tag) {
        if (anchor == nullptr && tag == nullptr) return;  // as nearly always
        if (anchor != nullptr) {
            diagnostics_.error(places_.begin(event), "alias", "anchors (`&name`) are not read",
                               "delete it; text that begins with `&` must be put in quotes");
        }
        if (tag != nullptr) {
            diagnostics_.error(places_.begin(event), "tag", "tags (`!name`) are not read",
                               "delete it; text that begins with `!` must be put in quotes");
        }
    }

    bool expect_mapping(const yaml_event_t& event) {
        if (assembler_.depth() > 0) return true;
        diagnostics_.error(places_.begin(event), "not-a-mapping",
                           "a key was expected here: the file must be made of lines `key: value`", "");
        return false;
    }

    bool refuse_empty() {
        diagnostics_.error({.file = file_}, "empty-file", "the file holds nothing but comments or marks", "");
        return false;
    }

    bool finish() {
        agreement_.finish();
        return progress_.in_document || refuse_empty();
    }

    const Text& text_;
    Diagnostics& diagnostics_;
    Places places_;
    Parser parser_;
    Agreement agreement_;
    RowAssembler assembler_;
    ParsedSoFar progress_;
    std::uint32_t file_;
};

}  // namespace

bool stream(const Text& text, std::uint32_t file, std::string_view streamed_key, StreamHandler& handler,
            Diagnostics& diagnostics) {
    return read_screened(text, file, diagnostics, [&](Bytes& source, Diagnostics& own) {
        return Reader(text, source, file, streamed_key, handler, own).run();
    });
}

}  // namespace concordat
