// Reads JSON objects as plain rows (yaml/rows.hpp), where they are plain.
#pragma once

#include <simdjson.h>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "yaml/json_walk.hpp"
#include "yaml/rows.hpp"

namespace concordat {

class JsonRows {
public:
    /// The keys stand in texts that outlive it; one that is longer than 15 letters is never found in a plain row.
    explicit JsonRows(std::span<const std::string_view> keys);

    /// The object's cells, behind those that are there. False if it is not plain, or no JSON; simdjson's errors may come as its
    /// exception.
    bool read(simdjson::ondemand::object object, JsonPlaces& places, std::vector<RowCell>& cells);

private:
    static constexpr std::uint8_t none = 0xff;

    /// A key as it stands in the file, up to the quotation mark behind it, as two numbers; and which bits count.
    struct Key {
        std::uint64_t head = 0, tail = 0;
        std::uint64_t head_mask = 0, tail_mask = 0;
        std::uint8_t size = 0;
    };

    std::uint8_t find(const char* raw);
    /// Each part of the cell is written where it is to stay: what has just been put down in small pieces cannot be picked up in
    /// large ones without waiting.
    void add(std::uint8_t key, RowCell::Form form, std::string_view text, Span place) {
        if (used_ == row_.size()) row_.resize(2 * row_.size());
        RowCell& cell = row_[used_++];
        cell.text = text.data();
        cell.size = static_cast<std::uint32_t>(text.size());
        cell.column = place.column;
        cell.length = place.length;
        cell.line = 0;
        cell.key = key;
        cell.form = form;
    }
    bool add_text(std::string_view token, JsonPlaces& places, std::uint8_t key);
    void add_truth(std::string_view token, JsonPlaces& places, std::uint8_t key);

    std::vector<Key> keys_;
    std::vector<std::array<std::uint8_t, 2>> next_;  // by key: which ones came after it last
    std::uint8_t last_ = 0;
    std::vector<RowCell> row_ = std::vector<RowCell>(64);  // that is being read
    std::size_t used_ = 0;                                 // of it
};

}  // namespace concordat
