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
        const bool is_key = parent.node.is_mapping() && !parent.has_key;
        if (is_key) {
            diagnostics_.error(span, "complex-key", "a key must be a plain word, not a list or a mapping",
                               "text that begins with `[` or `{` must be put in quotes");
        }
        const bool streams = parent.role == Role::top && parent.has_key && parent.key_is_good && kind == Node::Kind::sequence &&
                             !streamed_key_.empty() && parent.key.text() == streamed_key_;
        if (streams) {
            role = Role::streamed;
            handler_.items_begin(parent.key, span);
        }
    }
    Frame& frame = frames_[depth_++];
    frame.role = role;
    frame.flow = flow;
    frame.bracket = bracket;
    frame.node = Node(kind, span);
    frame.items.clear();
    frame.entries.clear();
    frame.has_key = false;
    if (!frame.seen.empty()) frame.seen.clear();
    return true;
}

void Assembler::scalar(Node node, bool has_escapes) {
    if (node.text().size() > max_scalar) {
        diagnostics_.error(node.span, "too-large", "this text is longer than 1 MiB", "");
        node.set(std::string_view());
    }
    if (has_escapes && find_forbidden(node.text())) {
        diagnostics_.error(node.span, "control-character", "this text contains a control character, written as an escape",
                           "delete the escape; only \\t, \\n and \\r are allowed");
        node.set(std::string_view());
    }
    if (syntax_ == Syntax::yaml) check_agreement(node);
    const bool is_key = top().node.is_mapping() && !top().has_key;
    node.set(is_key ? keep_key(node.text()) : nodes().keep(node.text()));
    add(node);
}

std::string_view Assembler::keep_key(std::string_view text) {
    if (text.empty()) return {};
    const auto letter = [](char c) { return static_cast<std::size_t>(static_cast<unsigned char>(c)); };
    std::string_view& known = keys_[(text.size() * 7 + letter(text.front()) + letter(text.back()) * 5) % keys_.size()];
    if (known == text) return known;
    if (!known.empty()) return nodes().keep(text);
    return known = handler_.kept.keep(text);
}

void Assembler::check_agreement(const Node& node) {
    // libyaml lets a block text (`|`, `>`) begin in the very column of the `-` or the key that it belongs to.
    const Frame& parent = top();
    const bool is_key = parent.node.is_mapping() && !parent.has_key;
    if (!parent.flow && !is_key && !node.is_empty() && node.span.column <= parent.node.span.column) {
        diagnostics_.error(node.span, "yaml-syntax", "this text must be indented more than what it belongs to",
                           "put blanks before it, or begin it on the line above");
    }
}

void Assembler::close() {
    Frame& frame = top();
    if (frame.node.is_mapping())
        frame.node.set(nodes().keep(std::span<const Entry>(frame.entries)));
    else
        frame.node.set(nodes().keep(std::span<const Node>(frame.items)));
    --depth_;
    if (depth_ == 0) return;
    if (frame.role == Role::streamed) {
        top().has_key = false;
        return;
    }
    add(frame.node);
}

void Assembler::open_list(std::string_view key, Span place) {
    scalar({key, false, place});
    open(Node::Kind::sequence, place, false);
}

Span Assembler::innermost_bracket() const {
    for (std::size_t level = depth_; level > 0; --level) {
        if (frames_[level - 1].bracket) return frames_[level - 1].node.span;
    }
    return {};
}

void Assembler::add(const Node& node) {
    Frame& frame = top();
    if (frame.node.is_mapping()) {
        if (frame.has_key) {
            add_value(frame, node);
        } else {
            add_key(frame, node);
        }
    } else if (frame.role == Role::streamed) {
        handler_.item(frames_[0].key, node);
    } else {
        frame.items.push_back(node);
    }
}

void Assembler::add_key(Frame& frame, const Node& key) {
    frame.key_is_good = is_good_key(frame, key);
    frame.key = key;
    frame.has_key = true;
}

void Assembler::add_value(Frame& frame, Node value) {
    // An empty value belongs to its key, also where the next token stands on another line.
    if (value.is_empty() && value.span.line != frame.key.span.line) value.span = frame.key.span;
    frame.has_key = false;
    if (!frame.key_is_good) return;
    if (value.is_empty() && frame.flow) {
        // `{name: Bury, Bolton}`; nor do the two parsers agree on where such a key may end.
        diagnostics_.error(frame.key.span, "yaml-syntax", "the key `" + std::string(frame.key.text()) + "` has no value",
                           "text with a comma in it must be put in quotes");
        return;
    }
    if (frame.role == Role::top) {
        handler_.entry(frame.key, value);
    } else {
        frame.entries.push_back({.key = frame.key, .value = value});
    }
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

const Span* Assembler::find_seen(Frame& frame, const Node& key) {
    const std::vector<Entry>& entries = frame.entries;
    if (frame.role != Role::top && entries.size() < few_keys) {
        for (const Entry& entry : entries) {
            if (entry.key.text() == key.text()) return &entry.key.span;
        }
        return nullptr;
    }
    if (frame.seen.empty()) {
        for (const Entry& entry : entries) frame.seen.emplace(entry.key.text(), entry.key.span);
    }
    const auto [place, is_new] = frame.seen.emplace(key.text(), key.span);
    return is_new ? nullptr : &place->second;
}

}  // namespace concordat
