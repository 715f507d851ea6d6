#pragma once
// A YAML document in the making: what the random worlds are made of, so that a world that fails prints as a person would write
// it, and can be cut down entry by entry.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat::laws {

struct Tree {
    enum class Kind { scalar, mapping, list };
    Kind kind = Kind::mapping;
    std::string scalar;
    std::vector<std::pair<std::string, Tree>> entries;
    std::vector<Tree> items;

    Tree() = default;
    Tree(std::string_view text) : kind(Kind::scalar), scalar(text) {}
    Tree(const char* text) : Tree(std::string_view(text)) {}
    Tree(const std::string& text) : Tree(std::string_view(text)) {}
    Tree(std::initializer_list<std::pair<std::string, Tree>> list) : entries(list) {}

    static Tree list(std::vector<Tree> items);
    static Tree words(const std::vector<std::string>& words);

    Tree& add(std::string key, Tree value);
    const Tree* find(std::string_view key) const;
    Tree* find(std::string_view key);
    void erase(std::string_view key);
};

/// In block style, what is short on one line.
std::string to_yaml(const Tree& tree);

/// The tree without one of its entries or items, for each of them in turn; large parts first.
std::vector<Tree> smaller(const Tree& tree);

}  // namespace concordat::laws
