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

Record Pool::packed(const WholeRecord& whole) {
    Record record;
    record.id = whole.id;
    record.act = whole.act;
    record.date = whole.date;
    record.line = whole.line;
    record.file = whole.file;
    record.status = whole.status;
    record.in_writing = whole.in_writing;
    record.partial = whole.partial;
    record.partial_present = whole.partial_present;
    record.broken = whole.broken;
    record.parts = static_cast<std::uint32_t>(parts_.size());
    const bool is_item = whole.meeting != RecordIndex::none;
    const auto add = [&](Part part, bool has, std::uint32_t value) {
        if (!has) return;
        record.has = static_cast<std::uint16_t>(record.has | (1U << static_cast<unsigned>(part)));
        parts_.push_back(value);
    };
    const auto name = [&](Part part, Name value) { add(part, value != Name::none, static_cast<std::uint32_t>(value)); };
    const auto list = [&](Part part, List value, bool always = false) { add(part, always || !value.empty(), value.index); };
    add(Part::recorded, whole.has_recorded, static_cast<std::uint32_t>(whole.recorded.time_since_epoch().count()));
    add(Part::meeting, is_item, static_cast<std::uint32_t>(whole.meeting));
    name(Part::of, whole.of);
    name(Part::document, whole.document);
    name(Part::subject, whole.subject);
    name(Part::re, whole.re);
    name(Part::role, whole.role);
    name(Part::rule, whole.rule);
    name(Part::withdraws, whole.withdraws);
    list(Part::by, whole.by, is_item);  // filled in later, where an item leaves it to its meeting
    list(Part::to, whole.to, is_item);
    list(Part::present, whole.present);
    list(Part::with, whole.with);
    list(Part::covering, whole.covering);
    list(Part::about, whole.about);
    list(Part::contains, whole.contains);
    return record;
}

}  // namespace concordat
