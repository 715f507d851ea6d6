#include "yaml/json_rows.hpp"

#include <cstring>

#include "yaml/limits.hpp"

namespace concordat {
namespace {

namespace json = simdjson::ondemand;

std::uint64_t eight_bytes(const char* at) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/// `true` or `false`.
bool read_truth(json::value& value, JsonPlaces& places, std::uint8_t key, RowCell& cell) {
    const std::string_view word = value.raw_json_token().starts_with('t') ? "true" : "false";
    const Span place = places.locate(value.raw_json_token().data(), word.size());
    cell = {.text = word.data(),
            .size = static_cast<std::uint32_t>(word.size()),
            .column = place.column,
            .length = place.length,
            .key = key};
    return value.get_bool().error() == simdjson::SUCCESS;
}

}  // namespace

JsonRows::JsonRows(std::span<const std::string_view> keys) : next_(keys.size()) {
    for (const std::string_view key : keys) {
        std::array<char, 16> text{}, mask{};
        const std::size_t size = key.size() + 1;
        if (size <= text.size() && keys_.size() < none) {
            key.copy(text.data(), key.size());
            text[key.size()] = '"';
            std::memset(mask.data(), 0xff, size);
        } else {
            text[0] = '\n';  // which no key has
            mask[0] = '\xff';
        }
        keys_.push_back({.head = eight_bytes(text.data()),
                         .tail = eight_bytes(text.data() + 8),
                         .head_mask = eight_bytes(mask.data()),
                         .tail_mask = eight_bytes(mask.data() + 8),
                         .size = static_cast<std::uint8_t>(size)});
    }
}

/// Which key begins here. Where one came after another, it mostly does so again.
std::uint8_t JsonRows::find(const char* raw) {
    const std::uint64_t head = eight_bytes(raw), tail = eight_bytes(raw + 8);  // simdjson has padding behind the text
    const auto is = [&](const Key& key) {
        return (((head ^ key.head) & key.head_mask) | ((tail ^ key.tail) & key.tail_mask)) == 0;
    };
    auto& next = next_[last_];
    if (is(keys_[next[0]])) return last_ = next[0];
    if (is(keys_[next[1]])) return last_ = next[1];
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        if (!is(keys_[i])) continue;
        next = {static_cast<std::uint8_t>(i), next[0]};
        return last_ = next[0];
    }
    return none;
}

bool JsonRows::read_text(json::value& value, JsonPlaces& places, std::uint8_t key, RowCell& cell) const {
    const std::string_view token = value.raw_json_token();
    std::size_t size = token.size();
    while (size > 1 && token[size - 1] != '"') --size;
    if (size < 2 || token[0] != '"' || size > max_scalar) return false;
    const std::string_view text = token.substr(1, size - 2);
    if (may_have_escapes_ && text.find('\\') != std::string_view::npos) return false;
    const Span place = places.locate(token.data(), size);
    cell = {.text = text.data(),
            .size = static_cast<std::uint32_t>(text.size()),
            .column = place.column,
            .length = place.length,
            .key = key,
            .form = RowCell::Form::quoted};
    return value.get_raw_json_string().error() == simdjson::SUCCESS;
}

bool JsonRows::read(json::object object, JsonPlaces& places, std::vector<RowCell>& cells) {
    std::uint64_t seen = 0;
    used_ = 0;
    for (json::field field : object) {
        const std::uint8_t key = find(field.key().raw());
        if (key >= 64 || ((seen >> key) & 1U) != 0) return false;
        seen |= std::uint64_t{1} << key;
        json::value value = field.value();
        RowCell cell;
        switch (value.type()) {
            case json::json_type::string:
                if (!read_text(value, places, key, cell)) return false;
                break;
            case json::json_type::boolean:
                if (!read_truth(value, places, key, cell)) return false;
                break;
            case json::json_type::array: {
                const Span place = places.locate(value.raw_json_token().data(), 0);
                const std::size_t list = used_;
                add({.column = place.column, .key = key, .form = RowCell::Form::list});
                for (json::value entry : value.get_array()) {
                    if (entry.type() != json::json_type::string || !read_text(entry, places, key, cell)) return false;
                    add(cell);
                }
                row_[list].size = static_cast<std::uint32_t>(used_ - 1 - list);
                continue;
            }
            default: return false;
        }
        add(cell);
    }
    cells.insert(cells.end(), row_.begin(), row_.begin() + static_cast<std::ptrdiff_t>(used_));
    return true;
}

}  // namespace concordat
