#include "yaml/node.hpp"

namespace concordat {

const Node* Node::find(std::string_view key) const {
    for (const Entry& entry : entries) {
        if (entry.key.text == key) return &entry.value;
    }
    return nullptr;
}

bool operator==(const Node& left, const Node& right) {
    return left.kind == right.kind && left.quoted == right.quoted && left.span == right.span && left.text == right.text &&
           left.items == right.items && left.entries == right.entries;
}

bool operator==(const Entry& left, const Entry& right) { return left.key == right.key && left.value == right.value; }

}  // namespace concordat
