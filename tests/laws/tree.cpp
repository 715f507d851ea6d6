#include "laws/tree.hpp"

#include <algorithm>

namespace concordat::laws {

namespace {

constexpr std::size_t longest_line = 110;

bool is_plain(const Tree& tree) {
    if (tree.kind != Tree::Kind::scalar || tree.scalar.empty()) return false;
    return tree.scalar.find_first_of(":#,[]{}\"'") == std::string::npos;
}

std::string flow(const Tree& tree) {
    std::string text;
    if (tree.kind == Tree::Kind::scalar) return is_plain(tree) ? tree.scalar : "\"" + tree.scalar + "\"";
    if (tree.kind == Tree::Kind::list) {
        for (const Tree& item : tree.items) text += (text.empty() ? "" : ", ") + flow(item);
        return "[" + text + "]";
    }
    for (const auto& [key, value] : tree.entries) text += (text.empty() ? "" : ", ") + key + ": " + flow(value);
    return "{" + text + "}";
}

void write(std::string& out, const Tree& tree, std::size_t indent);

/// Behind a key or a dash: on the same line if there is room.
void write_value(std::string& out, const Tree& tree, std::size_t indent) {
    const std::string line = flow(tree);
    if (tree.kind == Tree::Kind::scalar || indent + line.size() <= longest_line) {
        out += " " + line + "\n";
        return;
    }
    out += "\n";
    write(out, tree, indent + 2);
}

void write(std::string& out, const Tree& tree, std::size_t indent) {
    const std::string margin(indent, ' ');
    for (const auto& [key, value] : tree.entries) {
        out += margin + key + ":";
        write_value(out, value, indent);
    }
    for (const Tree& item : tree.items) {
        if (item.kind == Tree::Kind::mapping && indent + flow(item).size() > longest_line && !item.entries.empty()) {
            std::string inner;
            write(inner, item, indent + 2);
            out += margin + "- " + inner.substr(indent + 2);
        } else {
            out += margin + "-";
            write_value(out, item, indent);
        }
    }
}

void cut(const Tree& tree, std::vector<Tree>& result) {
    const auto add = [&](auto member, std::size_t begin, std::size_t end) {
        Tree copy = tree;
        auto& children = copy.*member;
        children.erase(children.begin() + static_cast<std::ptrdiff_t>(begin),
                       children.begin() + static_cast<std::ptrdiff_t>(end));
        result.push_back(std::move(copy));
    };
    for (std::size_t half = tree.items.size() / 2; half > 1; half /= 2)
        for (std::size_t begin = 0; begin + half <= tree.items.size(); begin += half) add(&Tree::items, begin, begin + half);
    for (std::size_t i = 0; i < tree.items.size(); ++i) add(&Tree::items, i, i + 1);
    for (std::size_t i = 0; i < tree.entries.size(); ++i) add(&Tree::entries, i, i + 1);
    for (std::size_t i = 0; i < tree.items.size(); ++i)
        for (Tree& part : smaller(tree.items[i])) {
            Tree copy = tree;
            copy.items[i] = std::move(part);
            result.push_back(std::move(copy));
        }
    for (std::size_t i = 0; i < tree.entries.size(); ++i)
        for (Tree& part : smaller(tree.entries[i].second)) {
            Tree copy = tree;
            copy.entries[i].second = std::move(part);
            result.push_back(std::move(copy));
        }
}

}  // namespace

Tree Tree::list(std::vector<Tree> items) {
    Tree tree;
    tree.kind = Kind::list;
    tree.items = std::move(items);
    return tree;
}

Tree Tree::words(const std::vector<std::string>& words) { return list({words.begin(), words.end()}); }

Tree& Tree::add(std::string key, Tree value) {
    entries.emplace_back(std::move(key), std::move(value));
    return entries.back().second;
}

const Tree* Tree::find(std::string_view key) const {
    for (const auto& [name, value] : entries)
        if (name == key) return &value;
    return nullptr;
}

Tree* Tree::find(std::string_view key) {
    for (auto& [name, value] : entries)
        if (name == key) return &value;
    return nullptr;
}

void Tree::erase(std::string_view key) {
    entries.erase(std::remove_if(entries.begin(), entries.end(), [&](const auto& entry) { return entry.first == key; }),
                  entries.end());
}

std::string to_yaml(const Tree& tree) {
    std::string out;
    write(out, tree, 0);
    return out;
}

std::vector<Tree> smaller(const Tree& tree) {
    std::vector<Tree> result;
    cut(tree, result);
    return result;
}

}  // namespace concordat::laws
