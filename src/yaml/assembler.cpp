#include "yaml/assembler.hpp"

#include <span>

#include "source/utf8.hpp"
#include "yaml/limits.hpp"

namespace concordat {
namespace {

constexpr std::size_t few_keys = 16;  // up to so many, looking at each is quicker than a table

}  // namespace

Assembler::Assembler(Syntax syntax, std::string_view streamed_key, StreamHandler& handler, Diagnostics& diagnostics)
    : syntax_(syntax), streamed_key_(streamed_key), handler_(handler), diagnostics_(diagnostics), frames_(max_depth) {}

bool Assembler::open(Node::Kind kind, Span span, bool bracket) {
    if (depth_ == max_depth) {
        diagnostics_.error(span, "too-deep",
                           "lists and mappings stand more than " + std::to_string(max_depth) + " deep inside each other here",
                           "");
        return false;
    }
    bool flow = bracket;
    Role role = depth_ == 0 ? Role::top : Role::whole;
    if (depth_ > 0) {
        Frame& parent = top();
        flow = flow || parent.flow;
        if (parent.wants_key()) {
            diagnostics_.error(span, "complex-key", "a key must be a plain word, not a list or a mapping",
                               "text that begins with `[` or `{` must be put in quotes");
        }
        const bool streams = parent.role == Role::top && parent.has_key && parent.key_is_good && kind == Node::Kind::sequence &&
                             !streamed_key_.empty() && parent.entries.back().key.text() == streamed_key_;
        if (streams) {
            role = Role::streamed;
            handler_.items_begin(parent.entries.back().key, span);
        }
    }
    Frame& frame = frames_[depth_++];
    frame.role = role;
    frame.flow = flow;
    frame.bracket = bracket;
    frame.kind = kind;
    frame.span = span;
    frame.items.clear();
    frame.entries.clear();
    frame.has_key = false;
    if (!frame.seen.empty()) frame.seen.clear();
    return true;
}

void Assembler::scalar(std::string_view text, bool quoted, Span span, bool has_escapes) {
    if (text.size() > max_scalar) {
        diagnostics_.error(span, "too-large", "this text is longer than 1 MiB", "");
        text = {};
    }
    if (has_escapes && find_forbidden(text)) {
        diagnostics_.error(span, "control-character", "this text contains a control character, written as an escape",
                           "delete the escape; only \\t, \\n and \\r are allowed");
        text = {};
    }
    Frame& frame = top();
    if (syntax_ == Syntax::yaml) check_agreement(frame, {text, quoted, span});
    const std::string_view kept = frame.wants_key() ? keep_key(text) : nodes().keep(text);
    Node& node = next_place(frame);
    node.span = span;
    node.quoted = quoted;
    node.set(kept);
    take(frame, node);
}

std::string_view Assembler::keep_key(std::string_view text) {
    if (text.empty()) return {};
    const auto letter = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c)); };
    std::string_view& known = keys_[(text.size() * 7 + letter(text.front()) + letter(text.back()) * 5) % keys_.size()];
    if (known == text) return known;
    if (!known.empty()) return nodes().keep(text);
    return known = handler_.kept.keep(text);
}

void Assembler::check_agreement(const Frame& frame, const Node& node) {
    // libyaml lets a block text (`|`, `>`) begin in the very column of the `-` or the key that it belongs to.
    if (!frame.flow && !frame.wants_key() && !node.is_empty() && node.span.column <= frame.span.column) {
        diagnostics_.error(node.span, "yaml-syntax", "this text must be indented more than what it belongs to",
                           "put blanks before it, or begin it on the line above");
    }
}

void Assembler::close() {
    const Frame& frame = top();
    const auto items = nodes().keep(std::span<const Node>(frame.items));
    const auto entries = nodes().keep(std::span<const Entry>(frame.entries));
    --depth_;
    if (depth_ == 0) return;
    Frame& parent = top();
    if (frame.role == Role::streamed) {
        parent.has_key = false;
        parent.entries.pop_back();
        return;
    }
    Node& node = next_place(parent);
    node.span = frame.span;
    node.quoted = false;
    if (frame.kind == Node::Kind::mapping)
        node.set(entries);
    else
        node.set(items);
    take(parent, node);
}

void Assembler::open_list(std::string_view key, Span place) {
    scalar(key, false, place);
    open(Node::Kind::sequence, place, false);
}

Span Assembler::innermost_bracket() const {
    for (std::size_t level = depth_; level > 0; --level) {
        if (frames_[level - 1].bracket) return frames_[level - 1].span;
    }
    return {};
}

/// Where the next node is to stay. Each of its parts is written there: what has just been put down in small pieces cannot be
/// picked up in large ones without waiting.
Node& Assembler::next_place(Frame& frame) {
    if (frame.kind == Node::Kind::mapping) return frame.has_key ? frame.entries.back().value : frame.entries.emplace_back().key;
    return frame.role == Role::streamed ? item_ : frame.items.emplace_back();
}

/// A node has come, and stands in its place.
void Assembler::take(Frame& frame, const Node& node) {
    if (frame.kind != Node::Kind::mapping) {
        if (frame.role == Role::streamed) handler_.item(frames_[0].entries.back().key, node);
    } else if (frame.has_key) {
        finish_entry(frame);
    } else {
        frame.has_key = true;
        frame.key_is_good = is_good_key(frame, node);
    }
}

/// The value of the last entry has come.
void Assembler::finish_entry(Frame& frame) {
    auto& [key, value] = frame.entries.back();
    frame.has_key = false;
    // An empty value belongs to its key, also where the next token stands on another line.
    if (value.is_empty() && value.span.line != key.span.line) value.span = key.span;
    bool is_good = frame.key_is_good;
    if (is_good && value.is_empty() && frame.flow) {
        // `{name: Bury, Bolton}`; nor do the two parsers agree on where such a key may end.
        diagnostics_.error(key.span, "yaml-syntax", "the key `" + std::string(key.text()) + "` has no value",
                           "text with a comma in it must be put in quotes");
        is_good = false;
    }
    if (is_good && frame.role == Role::top) handler_.entry(key, value);
    if (!is_good || frame.role == Role::top) frame.entries.pop_back();
}

bool Assembler::is_good_key(Frame& frame, const Node& key) {
    if (!key.is_scalar()) return false;  // has been reported when it began
    if (key.is_empty()) {
        diagnostics_.error(key.span, "complex-key", "a key is missing before this colon",
                           "text that begins with a colon must be put in quotes");
        return false;
    }
    if (!key.quoted && key.text() == "<<") {
        diagnostics_.error(key.span, "merge-key", "merge keys (`<<`) are not read", "write the entries out");
        return false;
    }
    if (key.span.length > max_key) {
        diagnostics_.error(
            key.span, "too-large", "this key is longer than " + std::to_string(max_key) + " characters",
            "a colon followed by a blank makes a key of what stands before it; text with one must be put in quotes");
        return false;
    }
    if (const Span* first = find_seen(frame, key)) {
        diagnostics_.error(key.span, "duplicate-key", "the key `" + std::string(key.text()) + "` stands here a second time",
                           "delete one of the two, or join them", {{.span = *first, .message = "it stood here first"}});
        return false;
    }
    return true;
}

/// Where the key of the last entry stood before; null if nowhere.
const Span* Assembler::find_seen(Frame& frame, const Node& key) {
    const auto before = std::span(frame.entries).first(frame.entries.size() - 1);
    if (frame.role != Role::top && before.size() < few_keys) {
        for (const Entry& entry : before) {
            if (entry.key.text() == key.text()) return &entry.key.span;
        }
        return nullptr;
    }
    if (frame.seen.empty()) {
        for (const Entry& entry : before) frame.seen.find_or_add(entry.key);
    }
    return frame.seen.find_or_add(key);
}

}  // namespace concordat
