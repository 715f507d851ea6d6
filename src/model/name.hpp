#pragma once
// A Name is a word that occurs in a protocol or a log, kept once: an id (of a body, a role, a document, a rule, a record),
// an act, the label of an edition, a subject. Two names are equal exactly if their texts are; nothing else is asked of them
// while an audit runs. Names are handed out by one table for a whole run, in the order in which the words first come up,
// so their numbers mean nothing: whatever is sorted for people is sorted by text.

#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace concordat {

enum class Name : std::uint32_t { none = 0 };

class Names {
public:
    Names();
    Names(const Names&) = delete;
    Names& operator=(const Names&) = delete;

    Name intern(std::string_view text);
    /// Name::none if the word has not come up.
    Name find(std::string_view text) const;
    const std::string& text(Name name) const { return texts_[static_cast<std::uint32_t>(name)]; }
    std::size_t size() const { return texts_.size(); }

private:
    std::deque<std::string> texts_;  // stable addresses: the index holds views of them
    std::unordered_map<std::string_view, Name> index_;
};

}  // namespace concordat

template <>
struct std::hash<concordat::Name> {
    std::size_t operator()(concordat::Name name) const noexcept { return static_cast<std::size_t>(name) * 0x9E3779B97F4A7C15ull; }
};
