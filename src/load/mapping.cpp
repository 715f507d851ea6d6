#include "load/mapping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "diagnostic/nearest.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

std::string_view shape(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::scalar: return "one value";
        case Node::Kind::sequence: return "a list";
        case Node::Kind::mapping: return "keys with values";
    }
    return {};
}

std::string remedy(const Node& node, Node::Kind wanted) {
    if (wanted == Node::Kind::sequence && node.is_scalar() && node.text().size() < 60)
        return fmt::format("for a list of one, write `[{}]`", node.text());
    if (wanted == Node::Kind::scalar && node.is_sequence() && node.items().size() == 1) return "take it out of its brackets";
    return {};
}

bool has_shape(const Node& node, Node::Kind wanted, std::string_view key, Diagnostics& diagnostics) {
    const bool may_be_blank = node.is_scalar() && (node.text().empty() || node.text().front() <= ' ');
    const bool blank = may_be_blank && node.text().find_first_not_of(" \t\r\n") == std::string::npos;
    if (node.kind() == wanted && !blank) return true;
    if (blank) {
        diagnostics.error(node.span, "empty-value", fmt::format("{} has no value", quoted(key)), "give it one, or delete it");
    } else {
        diagnostics.error(node.span, "wrong-type",
                          fmt::format("{} takes {}, and this is {}", quoted(key), shape(wanted), shape(node.kind())),
                          remedy(node, wanted));
    }
    return false;
}

}  // namespace

bool is_odd_text(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    return has_shape(node, Node::Kind::scalar, key, diagnostics);
}

bool is_list(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    return has_shape(node, Node::Kind::sequence, key, diagnostics);
}

bool is_mapping(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    return has_shape(node, Node::Kind::mapping, key, diagnostics);
}

bool is_filled_list(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    if (!is_list(node, key, diagnostics)) return false;
    if (!node.items().empty()) return true;
    diagnostics.error(node.span, "empty-value", fmt::format("the list under {} is empty", quoted(key)));
    return false;
}

const Node* Mapping::take(std::string_view key) {
    const Node* const value = node_.find(key);
    if (value && std::find(asked().begin(), asked().end(), key) == asked().end()) ++taken_;
    asked_.at(asked_count_++) = key;
    return value;
}

const Node* Mapping::need(std::string_view key) {
    const Node* value = take(key);
    if (!value && node_.is_mapping())
        diagnostics_.error(node_.span, "missing-key", fmt::format("{} needs the key `{}`", what_, key));
    return value;
}

void Mapping::finish() const {
    if (taken_ == node_.entries().size()) return;
    for (const Entry& entry : node_.entries()) {
        if (std::find(asked().begin(), asked().end(), entry.key.text()) != asked().end()) continue;
        const bool help = diagnostics_.error_count() < 2 * Diagnostics::kept_per_file;  // else nobody will read it
        diagnostics_.error(entry.key.span, "unknown-key", fmt::format("{} has no key {}", what_, quoted(entry.key.text())),
                           help ? did_you_mean(entry.key.text(), {asked().begin(), asked().end()}) : "");
    }
}

}  // namespace concordat
