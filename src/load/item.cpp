#include "load/item.hpp"

#include <algorithm>
#include <array>
#include <span>

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

    void fill_in(const Record& item);

private:
    /// The meeting's body as the one entry of a list.
    List only(Name body);

    Log& log_;
    std::array<Name, 5> acts_of_the_body_{};
    Name presented_ = Name::none;
};

void ItemFiller::fill_in(const Record& item) {
    const bool is_presented = item.act == presented_;
    const Part party = is_presented ? Part::to : Part::by;
    if (!log_.list(item, party).empty()) return;
    if (!is_presented && std::find(acts_of_the_body_.begin(), acts_of_the_body_.end(), item.act) == acts_of_the_body_.end())
        return;
    const Thing* of = log_.directory.find(log_.name(item, Part::of));
    if (of && of->kind == Kind::body) log_.set(item, party, only(of->id).index);
}

List ItemFiller::only(Name body) {
    const Party party{.who = body};
    return log_.keep(std::span{&party, 1});
}

}  // namespace

void fill_in_items(Log& log, Names& names) {
    ItemFiller filler{log, names};
    for (const Record& record : log.records)
        if (record.is_item()) filler.fill_in(record);
}

}  // namespace concordat
