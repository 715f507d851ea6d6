// Puts a parser's events together to Nodes and hands them on as soon as they are whole.
//
// What is wrong with a text that is otherwise good YAML is found here, event by event: `too-deep`, `too-large` texts,
// `duplicate-key`, `merge-key`, `complex-key` (a list or nothing as a key), control characters that come as escapes. An
// entry with such a key is left out of its mapping, since nobody could say which of the two is meant.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "source/great_pages.hpp"
#include "yaml/node.hpp"
#include "yaml/seen_keys.hpp"
#include "yaml/stream.hpp"

namespace concordat {

enum class Syntax : std::uint8_t { yaml, json };

class Assembler {
public:
    Assembler(Syntax syntax, std::string_view streamed_key, StreamHandler& handler, Diagnostics& diagnostics);

    /// False if this is too deep to go on. The first call opens the top mapping.
    bool open(Node::Kind kind, Span span, bool bracket);
    /// Its text is copied.
    void scalar(std::string_view text, bool quoted, Span span, bool has_escapes = false);
    void scalar(const Node& node, bool has_escapes = false) { scalar(node.text(), node.quoted, node.span, has_escapes); }
    void close();
    /// An entry of the mapping that is open, whose value is a list; it stands nowhere in the file.
    void open_list(std::string_view key, Span place);

    std::size_t depth() const { return depth_; }
    /// Whether what comes next is an item of the streamed list.
    bool takes_items() const { return depth_ > 0 && frames_[depth_ - 1].role == Role::streamed; }
    /// Whether what comes next stands in brackets or braces.
    bool in_flow() const { return depth_ > 0 && frames_[depth_ - 1].flow; }
    /// Forgets what has been opened since the depth was this.
    void give_up(std::size_t depth) { depth_ = depth; }

    /// Where the innermost list or mapping in brackets that is still open begins; line 0 if there is none.
    Span innermost_bracket() const;

private:
    enum class Role : std::uint8_t { top, streamed, whole };

    struct Frame {
        Role role = Role::whole;
        Node::Kind kind = Node::Kind::scalar;
        Span span;
        std::vector<Node, GreatPages<Node>> items;  // so far
        std::vector<Entry, GreatPages<Entry>> entries;
        bool flow = false;     // in brackets or braces
        bool bracket = false;  // begins with one of its own, unlike the pair in `[a: b]`
        bool has_key = false;  // of the last entry, whose value has not come
        bool key_is_good = false;
        SeenKeys seen;  // where the entries are many or already handed over

        bool wants_key() const { return kind == Node::Kind::mapping && !has_key; }
    };

    Frame& top() { return frames_[depth_ - 1]; }
    /// Most records have the same keys: their texts are kept once.
    std::string_view keep_key(std::string_view text);
    Nodes& nodes() { return depth_ > 1 && frames_[1].role == Role::streamed ? handler_.passing : handler_.kept; }
    /// What libyaml and yaml-cpp read differently.
    void check_agreement(const Frame& frame, const Node& node);
    Node& next_place(Frame& frame);
    void take(Frame& frame, const Node& node);
    void finish_entry(Frame& frame);
    bool is_good_key(Frame& frame, const Node& key);
    const Span* find_seen(Frame& frame, const Node& key);

    Syntax syntax_;
    std::string_view streamed_key_;
    StreamHandler& handler_;
    Diagnostics& diagnostics_;
    std::array<std::string_view, 64> keys_{};
    std::vector<Frame> frames_;
    Node item_;  // of the streamed list
    std::size_t depth_ = 0;
};

}  // namespace concordat
