#include "review/alignment.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <unordered_set>

#include "review/words.hpp"

namespace concordat {
namespace {

using Words = std::set<std::string>;

/// The words that a thing is told by.
class TellingWords {
public:
    TellingWords(const Protocol& protocol, const Names& names) : protocol_{protocol}, names_{names} {
        for (const std::string& word : words_of(protocol.source.place)) left_out_.insert(word);
    }

    Words operator()(const Thing& thing) const {
        Words words;
        for (const std::string& word : words_of(thing.name.empty() ? names_.text(thing.id) : thing.name)) add(words, word, true);
        return words;
    }

private:
    void add(Words& words, const std::string& word, bool expand) const {
        static constexpr std::array<std::string_view, 11> small = {"the", "of", "for", "and", "a", "an",
                                                                   "on",  "in", "to",  "its", "or"};
        if (std::find(small.begin(), small.end(), word) != small.end() || left_out_.count(word) > 0) return;
        const Thing* body = expand ? protocol_.directory.find(names_.find(word)) : nullptr;
        if (!body || body->kind != Kind::body || body->name.empty()) {
            words.insert(word);
            return;
        }
        for (const std::string& part : words_of(body->name)) add(words, part, false);
    }

    const Protocol& protocol_;
    const Names& names_;
    Words left_out_;
};

/// A body and an office can be one: "local policing body", "Police and Crime Commissioner".
bool comparable(Kind a, Kind b) {
    const auto is_party = [](Kind kind) { return kind == Kind::body || kind == Kind::role; };
    return a == b || (is_party(a) && is_party(b));
}

/// From 0 to 1: the share of their words that both have; 0.9 if one has all the words of the other, and more than one.
double nearness(const Words& a, const Words& b) {
    if (a.empty() || b.empty()) return 0;
    const auto both =
        static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const std::string& word) { return b.count(word) > 0; }));
    const double share = static_cast<double>(both) / static_cast<double>(a.size() + b.size() - both);
    const bool holds = both > 1 && both == std::min(a.size(), b.size());
    return holds ? std::max(share, 0.9) : share;
}

}  // namespace

Alignment::Alignment(const Protocol& first, const Protocol& second, const Names& names,
                     const std::vector<std::pair<Name, Name>>& same)
    : second_{second} {
    const auto pair = [&](Name a, Name b) {
        if (to_second_.count(a) > 0 || to_first_.count(b) > 0) return;
        to_second_.emplace(a, b);
        to_first_.emplace(b, a);
    };
    for (const auto& [a, b] : same) pair(a, b);
    for (const Thing& thing : first.directory.things())
        if (const Thing* other = second.directory.find(thing.id); other && comparable(thing.kind, other->kind))
            pair(thing.id, thing.id);

    const TellingWords words_of_first{first, names}, words_of_second{second, names};
    std::vector<std::pair<const Thing*, Words>> others;
    for (const Thing& other : second.directory.things()) others.emplace_back(&other, words_of_second(other));
    constexpr double near_enough = 0.6;
    std::vector<std::tuple<double, std::string, std::string, Name, Name>> near;
    for (const Thing& thing : first.directory.things()) {
        const Words words = words_of_first(thing);
        for (const auto& [other, other_words] : others) {
            if (!comparable(thing.kind, other->kind)) continue;
            const double kind = thing.kind == other->kind ? 0 : 0.01;
            if (const double score = nearness(words, other_words); score >= near_enough)
                near.emplace_back(kind - score, names.text(thing.id), names.text(other->id), thing.id, other->id);
        }
    }
    std::sort(near.begin(), near.end());
    for (const auto& [score, a_text, b_text, a, b] : near) pair(a, b);
}

Name Alignment::in_first(Name second) const {
    const auto found = to_first_.find(second);
    if (found != to_first_.end()) return found->second;
    return second_.directory.find(second) ? Name::none : second;
}

Name Alignment::in_second(Name first) const {
    const auto found = to_second_.find(first);
    return found == to_second_.end() ? Name::none : found->second;
}

}  // namespace concordat
