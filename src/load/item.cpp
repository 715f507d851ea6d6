#include "load/item.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace concordat {
namespace {

class ItemFiller {
public:
    ItemFiller(Log& log, Names& names) : log_{log} {
        constexpr std::array<std::string_view, 5> acts = {"considered", "received", "reviewed", "agreed", "resolved"};
        std::transform(acts.begin(), acts.end(), acts_of_the_body_.begin(),
                       [&](std::string_view act) { return names.intern(act); });
        presented_ = names.intern("presented");
    }

    void fill_in(Record& item);

private:
    /// The meeting's body as the one entry of a list; the same list for all its items.
    Slice only(Name body);

    Log& log_;
    std::array<Name, 5> acts_of_the_body_{};
    Name presented_ = Name::none;
    std::unordered_map<Name, Slice> lists_;
};

void ItemFiller::fill_in(Record& item) {
    const bool is_presented = item.act == presented_;
    Slice& party = is_presented ? item.to : item.by;
    if (!party.empty()) return;
    if (!is_presented && std::find(acts_of_the_body_.begin(), acts_of_the_body_.end(), item.act) == acts_of_the_body_.end())
        return;
    const Thing* of = log_.directory.find(item.of);
    if (of && of->kind == Kind::body) party = only(of->id);
}

Slice ItemFiller::only(Name body) {
    const auto [at, is_new] = lists_.emplace(body, Slice{static_cast<std::uint32_t>(log_.parties.size()), 1});
    if (is_new) log_.parties.push_back({.who = body});
    return at->second;
}

}  // namespace

void fill_in_items(Log& log, Names& names) {
    ItemFiller filler{log, names};
    for (Record& record : log.records)
        if (record.meeting != RecordIndex::none) filler.fill_in(record);
}

}  // namespace concordat
