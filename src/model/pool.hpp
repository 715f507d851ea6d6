#pragma once
// What the records of a log show beside their id, act and date: one 32-bit entry for each part that a record has, one record
// after the other, and the lists that some of these entries stand for. Nearly all lists hold one early name (a body, a role, a
// topic of the protocol) and are the same for very many records, so such a list is kept once.

#include <bit>
#include <span>
#include <vector>

#include "model/record.hpp"
#include "source/great_pages.hpp"

namespace concordat {

class Pool {
public:
    /// 0 if the record does not have it.
    std::uint32_t part(const Record& record, Part part) const { return record.shows(part) ? parts_[place(record, part)] : 0; }
    void set(const Record& record, Part part, std::uint32_t value) { parts_[place(record, part)] = value; }

    std::span<const Party> parties(List list) const { return cut(parties_, list); }
    std::span<const Name> words(List list) const { return cut(words_, list); }

    void reserve(std::size_t records) { parts_.reserve(4 * records); }
    List keep(std::span<const Party> parties);
    List keep(std::span<const Name> words);
    /// Gives them to the record.
    void add(const PartValues& parts, Record& record) {
        record.parts = static_cast<std::uint32_t>(parts_.size());
        record.has = parts.has();
        for (unsigned rest = record.has; rest != 0; rest &= rest - 1)
            parts_.push_back(parts.value(static_cast<std::size_t>(std::countr_zero(rest))));
    }

private:
    struct Slice {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };
    using Ones = std::vector<std::uint32_t>;  // by name: the list of that one name

    /// Of 16. std::popcount would call a function, since not every processor can do it.
    static std::size_t count_bits(unsigned bits) {
        bits -= (bits >> 1U) & 0x5555U;
        bits = (bits & 0x3333U) + ((bits >> 2U) & 0x3333U);
        bits = (bits + (bits >> 4U)) & 0x0f0fU;
        return (bits + (bits >> 8U)) & 0x1fU;
    }
    static std::size_t place(const Record& record, Part part) {
        const auto before = static_cast<unsigned>(record.has) & ((1U << static_cast<unsigned>(part)) - 1U);
        return record.parts + count_bits(before);
    }
    template <typename Entry>
    std::span<const Entry> cut(const std::vector<Entry>& entries, List list) const {
        const Slice slice = lists_[list.index];
        return {entries.data() + slice.begin, slice.size};
    }
    template <typename Entry>
    List append(std::vector<Entry>& pool, std::span<const Entry> entries);
    template <typename Entry>
    List keep(std::vector<Entry>& pool, std::span<const Entry> entries, Ones& ones, Name only);

    std::vector<std::uint32_t, GreatPages<std::uint32_t>> parts_;
    std::vector<Slice> lists_{Slice{}};
    std::vector<Party> parties_;
    std::vector<Name> words_;
    Ones ones_of_parties_, ones_of_words_;
};

}  // namespace concordat
