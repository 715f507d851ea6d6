#include "yaml/event_reader.hpp"

#include <new>
#include <utility>

#include "source/joined_bytes.hpp"
#include "yaml/bytes.hpp"

namespace concordat {

EventParser::EventParser(Bytes& source, Places& places) : source_(source), places_(places) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input(&parser_, give, this);
}

EventParser::~EventParser() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
}

const yaml_event_t* EventParser::next() {
    yaml_event_delete(&event_);
    const bool is_good = yaml_parser_parse(&parser_, &event_) != 0;
    if (failure_) std::rethrow_exception(failure_);
    if (is_good) return &event_;
    if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    return nullptr;
}

/// An exception must not pass through libyaml, which is C.
int EventParser::give(void* self, unsigned char* buffer, std::size_t size, std::size_t* count) {
    auto& parser = *static_cast<EventParser*>(self);
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

bool EventReader::read(Bytes& source) {
    feed_.emplace(source, file_, 0, diagnostics_);
    return finish(run());
}

std::variant<bool, EventReader::Cut> EventReader::read_to_cut(Bytes& source, std::size_t bytes) {
    feed_.emplace(source, file_, 0, diagnostics_);
    cut_after_ = bytes;
    const Stopped stopped = run();
    cut_after_.reset();
    if (stopped != Stopped::at_cut) return finish(stopped);
    return *std::move(cut_);
}

bool EventReader::read_on(Bytes& source, std::uint32_t line) {
    JoinedBytes items(key_line(), source);
    feed_.emplace(items, file_, line - 2, diagnostics_);
    constexpr int open_already = 5;  // the stream, the document, its mapping, the key, its list
    bool is_good = true;
    for (int i = 0; i < open_already && is_good; ++i) is_good = feed_->parser.next() != nullptr;
    const bool is_whole = is_good && run() == Stopped::at_end;
    assembler_.finish();
    return is_whole;
}

bool EventReader::read_items(Bytes& source, std::uint32_t line) {
    JoinedBytes items(key_line(), source);
    feed_.emplace(items, file_, line - 2, diagnostics_);
    const bool is_whole = run() == Stopped::at_end;
    assembler_.finish();
    return is_whole && !diagnostics_.has_errors() && list_end_.line == feed_->places.lines() && list_end_.column == 0;
}

/// What stands before items, so that a parser may begin with them.
std::deque<std::string> EventReader::key_line() const { return {std::string(streamed_key_) + ":\n"}; }

EventReader::Stopped EventReader::run() {
    while (const yaml_event_t* event = feed_->parser.next()) {
        if (event->type == YAML_STREAM_END_EVENT) {
            feed_->agreement.finish();
            return progress_.in_document || refuse_empty() ? Stopped::at_end : Stopped::at_error;
        }
        if (cut_after_ && event->start_mark.index >= *cut_after_ && is_cut(*event)) return Stopped::at_cut;
        if (!take(*event)) return Stopped::at_error;
    }
    return Stopped::at_syntax_error;
}

bool EventReader::finish(Stopped stopped) {
    if (stopped == Stopped::at_syntax_error) {
        progress_.bracket = assembler_.innermost_bracket();
        const Text held{.name = text_.name, .bytes = read_all(text_)};  // the words for it look far ahead
        report_syntax_error(feed_->parser.state(), held, file_, progress_, diagnostics_);
    }
    assembler_.finish();
    return stopped == Stopped::at_end;
}

/// An item that begins on the line of its dash.
bool EventReader::is_cut(const yaml_event_t& event) {
    const bool begins =
        event.type == YAML_SCALAR_EVENT || event.type == YAML_MAPPING_START_EVENT || event.type == YAML_SEQUENCE_START_EVENT;
    if (!begins || !assembler_.takes_items() || assembler_.in_flow()) return false;
    const std::string_view rest = feed_->places.from_line_of(event);
    if (rest.find_first_not_of(' ') != indent_ || rest.substr(indent_, 2) != "- ") return false;
    cut_ = Cut{.line = feed_->places.begin(event).line,
               .offset = feed_->places.bytes() - rest.size(),
               .indent = indent_,
               .fed = std::string(rest)};
    return true;
}

bool EventReader::take(const yaml_event_t& event) {
    feed_->agreement.check(event);
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
        case YAML_MAPPING_END_EVENT:
            if (assembler_.depth() == 2) list_end_ = event.start_mark;
            assembler_.close();
            return true;
        case YAML_ALIAS_EVENT: return take_alias(event);
        default: return true;
    }
}

bool EventReader::open(const yaml_event_t& event, Node::Kind kind, bool flow) {
    const bool bracket = flow && event.end_mark.index > event.start_mark.index;  // the pair in `[a: b]` has none
    const bool goes_on = assembler_.open(kind, feed_->places.begin(event), bracket);
    if (assembler_.takes_items()) indent_ = event.start_mark.column;
    return goes_on;
}

bool EventReader::take_document(const yaml_event_t& event) {
    if (!std::exchange(progress_.in_document, true)) return true;
    diagnostics_.error(feed_->places.begin(event), "second-document", "a second document begins here; a file holds only one",
                       "put it into a file of its own, or delete the line `---`");
    return false;
}

bool EventReader::take_scalar(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    refuse_properties(event, scalar.anchor, scalar.tag);
    const Node node({reinterpret_cast<const char*>(scalar.value), scalar.length}, scalar.style != YAML_PLAIN_SCALAR_STYLE,
                    feed_->places.of_scalar(event));
    if (assembler_.depth() == 0 && node.is_empty()) return refuse_empty();
    if (!expect_mapping(event)) return false;
    const bool in_quotes = scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE || scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if (in_quotes && event.end_mark.line != event.start_mark.line) {
        progress_.long_quote = node.span;
        progress_.long_quote_end = static_cast<std::uint32_t>(event.end_mark.line + 1);
    }
    feed_->agreement.check_scalar(event, node, assembler_.in_flow());
    assembler_.scalar(node, scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE);
    return true;
}

bool EventReader::take_alias(const yaml_event_t& event) {
    diagnostics_.error(feed_->places.begin(event), "alias", "aliases (`*name`) are not read",
                       "write the value out; text that begins with `*` must be put in quotes");
    if (!expect_mapping(event)) return false;
    const std::string name = "*" + std::string(reinterpret_cast<const char*>(event.data.alias.anchor));
    Span span = feed_->places.begin(event);
    span.length = static_cast<std::uint32_t>(event.end_mark.column - event.start_mark.column);
    assembler_.scalar(Node(name, true, span));
    return true;
}

void EventReader::refuse_properties(const yaml_event_t& event, const yaml_char_t* anchor, const yaml_char_t* tag) {
    if (anchor == nullptr && tag == nullptr) return;  // as nearly always
    if (anchor != nullptr) {
        diagnostics_.error(feed_->places.begin(event), "alias", "anchors (`&name`) are not read",
                           "delete it; text that begins with `&` must be put in quotes");
    }
    if (tag != nullptr) {
        diagnostics_.error(feed_->places.begin(event), "tag", "tags (`!name`) are not read",
                           "delete it; text that begins with `!` must be put in quotes");
    }
}

bool EventReader::expect_mapping(const yaml_event_t& event) {
    if (assembler_.depth() > 0) return true;
    diagnostics_.error(feed_->places.begin(event), "not-a-mapping",
                       "a key was expected here: the file must be made of lines `key: value`", "");
    return false;
}

bool EventReader::refuse_empty() {
    diagnostics_.error({.file = file_}, "empty-file", "the file holds nothing but comments or marks", "");
    return false;
}

}  // namespace concordat
