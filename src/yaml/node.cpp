#include "yaml/node.hpp"

#include <algorithm>
#include <iterator>

namespace concordat {

namespace {

/// Keys of one length mostly differ in their first letters. None is empty.
bool is(const Node& key, std::string_view text) {
    return key.text().size() == text.size() && key.text().front() == text.front() && key.text() == text;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
    for (const Entry& entry : entries()) {
        if (is(entry.key, key)) return &entry.value;
    }
    return nullptr;
}

std::string_view Nodes::keep(std::string_view text) {
    if (text.empty()) return {};
    return {static_cast<const char*>(std::memcpy(take(text.size(), 1), text.data(), text.size())), text.size()};
}

void Nodes::take_over(Nodes& other) {
    for (std::vector<Room>* blocks : {&other.blocks_, &other.taken_over_})
        taken_over_.insert(taken_over_.end(), std::make_move_iterator(blocks->begin()), std::make_move_iterator(blocks->end()));
    size_ += other.size_;
    other = {};
}

void Nodes::clear() {
    taken_over_.clear();
    block_ = 0;
    used_ = 0;
    size_ = 0;
}

/// Each new block is as large as all before it, so that a great head lies in a few.
void* Nodes::take_from_next(std::size_t size) {
    constexpr std::size_t usual = std::size_t{64} << 10U;
    if (block_ != blocks_.size()) ++block_;
    while (block_ != blocks_.size() && blocks_[block_].size() < size) ++block_;
    if (block_ == blocks_.size()) blocks_.emplace_back(std::max({size, usual, size_}));
    used_ = size;
    return blocks_[block_].data();
}

bool operator==(const Node& left, const Node& right) {
    return left.kind() == right.kind() && left.quoted == right.quoted && left.span == right.span && left.text() == right.text() &&
           std::ranges::equal(left.items(), right.items()) && std::ranges::equal(left.entries(), right.entries());
}

bool operator==(const Entry& left, const Entry& right) { return left.key == right.key && left.value == right.value; }

}  // namespace concordat
