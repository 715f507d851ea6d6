#include "model/pool.hpp"

namespace concordat {
namespace {

constexpr std::uint32_t early = 1U << 16U;  // names that come up later are not looked for

}  // namespace

template <typename Entry>
List Pool::append(std::vector<Entry>& pool, std::span<const Entry> entries) {
    lists_.push_back({static_cast<std::uint32_t>(pool.size()), static_cast<std::uint32_t>(entries.size())});
    pool.insert(pool.end(), entries.begin(), entries.end());
    return {static_cast<std::uint32_t>(lists_.size() - 1)};
}

template <typename Entry>
List Pool::keep(std::vector<Entry>& pool, std::span<const Entry> entries, Ones& ones, Name only) {
    if (entries.empty()) return {};
    const auto index = static_cast<std::uint32_t>(only);
    if (entries.size() > 1 || only == Name::none || index >= early) return append(pool, entries);
    if (index >= ones.size()) ones.resize(index + 1, 0);
    if (ones[index] == 0) ones[index] = append(pool, entries).index;
    return {ones[index]};
}

List Pool::keep(std::span<const Party> parties) {
    const bool plain = !parties.empty() && parties.front().delegate == Name::none;
    return keep(parties_, parties, ones_of_parties_, plain ? parties.front().who : Name::none);
}

List Pool::keep(std::span<const Name> words) {
    return keep(words_, words, ones_of_words_, words.empty() ? Name::none : words.front());
}

}  // namespace concordat
