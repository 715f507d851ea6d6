// A mapping of ours, read key by key.
//
// Whoever reads one asks for each key that it knows; `finish` then reports every key that nobody asked for, with the nearest
// that somebody did. So the keys that a thing may have are written down once, where they are read, and none is ever
// ignored. Keys that are there twice were refused by the YAML layer.
//
// All of load follows one rule: a reader that meets an error reports it and returns something harmless, so that the rest is
// read too; the loader as a whole returns nothing if anything was reported.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "diagnostic/diagnostic.hpp"
#include "yaml/node.hpp"

namespace concordat {

// Whether a value has the shape that its key takes. If not, that is reported.
inline bool is_text(const Node& node, std::string_view key, Diagnostics& diagnostics);
bool is_list(const Node& node, std::string_view key, Diagnostics& diagnostics);
bool is_mapping(const Node& node, std::string_view key, Diagnostics& diagnostics);

/// As is_text, of what may not be one.
bool is_odd_text(const Node& node, std::string_view key, Diagnostics& diagnostics);

inline bool is_text(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    const bool visible = node.is_scalar() && !node.text().empty() && node.text().front() > ' ';
    return visible || is_odd_text(node, key, diagnostics);
}

/// As is_list; a list without entries is an error too.
bool is_filled_list(const Node& node, std::string_view key, Diagnostics& diagnostics);

class Mapping {
public:
    /// `what` names it in messages ("a clause") and must live as long as this. Of a node that is no mapping, every key is
    /// missing.
    Mapping(const Node& node, std::string_view what, Diagnostics& diagnostics)
        : node_{node}, what_{what}, diagnostics_{diagnostics} {}

    const Node* take(std::string_view key);

    /// As take; that the key is missing is an error.
    const Node* need(std::string_view key);

    void finish() const;

private:
    std::span<const std::string_view> asked() const { return std::span(asked_).first(asked_count_); }

    const Node& node_;
    std::string_view what_;
    Diagnostics& diagnostics_;
    std::array<std::string_view, 32> asked_;  // more than any mapping of ours has keys
    std::size_t asked_count_ = 0;
    std::size_t taken_ = 0;  // entries
};

}  // namespace concordat
