#include "yaml/json_rows.hpp"

#include <cstring>
#include <utility>

#include "source/letters.hpp"
#include "yaml/limits.hpp"

namespace concordat {
namespace {

namespace json = simdjson::ondemand;

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
        keys_.push_back({.head = letters_at<std::uint64_t>(text.data()),
                         .tail = letters_at<std::uint64_t>(text.data() + 8),
                         .head_mask = letters_at<std::uint64_t>(mask.data()),
                         .tail_mask = letters_at<std::uint64_t>(mask.data() + 8),
                         .size = static_cast<std::uint8_t>(size)});
    }
}

/// Which key begins here. Where one came after another, it mostly does so again.
std::uint8_t JsonRows::find(const char* raw) {
    const std::uint64_t head = letters_at<std::uint64_t>(raw),
                        tail = letters_at<std::uint64_t>(raw + 8);  // simdjson has padding behind the text
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

/// A text as it stands in the file, with what stands between it and the next thing. Each part of the cell is written where it is
/// to stay: what has just been put down in small pieces cannot be picked up in large ones without waiting.
bool JsonRows::add_text(std::string_view token, JsonPlaces& places, std::uint8_t key) {
    std::size_t size = token.size();
    while (size > 1 && token[size - 1] != '"') --size;
    if (size < 2 || size > max_scalar) return false;
    const std::string_view text = token.substr(1, size - 2);
    if (places.may_have_escapes() && text.find('\\') != std::string_view::npos) return false;
    add(key, RowCell::Form::quoted, text, places.locate(token.data(), size));
    return true;
}

/// `true` or `false`.
void JsonRows::add_truth(std::string_view token, JsonPlaces& places, std::uint8_t key) {
    const std::string_view word = token.starts_with('t') ? "true" : "false";
    add(key, RowCell::Form::bare, word, places.locate(token.data(), word.size()));
}

bool JsonRows::read(json::object object, JsonPlaces& places, std::vector<RowCell>& cells) {
    std::uint64_t seen = 0;
    used_ = 0;
    for (auto result : object) {
        if (result.error() != simdjson::SUCCESS) return false;
        json::field&& field = std::move(result).value_unsafe();
        const std::uint8_t key = find(field.key().raw());
        if (key >= 64 || ((seen >> key) & 1U) != 0) return false;
        seen |= std::uint64_t{1} << key;
        json::value& value = field.value();
        const std::string_view token = value.raw_json_token();
        switch (token.front()) {
            case '"':
                if (value.get_raw_json_string().error() != simdjson::SUCCESS || !add_text(token, places, key)) return false;
                break;
            case 't':
            case 'f':
                if (value.get_bool().error() != simdjson::SUCCESS) return false;
                add_truth(token, places, key);
                break;
            case '[': {
                const std::size_t list = used_;
                add(key, RowCell::Form::list, {}, places.locate(token.data(), 0));
                for (auto entry : value.get_array()) {
                    if (entry.error() != simdjson::SUCCESS) return false;
                    const std::string_view text = entry.raw_json_token();
                    if (text.front() != '"' || entry.get_raw_json_string().error() != simdjson::SUCCESS) return false;
                    if (!add_text(text, places, key)) return false;
                }
                row_[list].size = static_cast<std::uint32_t>(used_ - 1 - list);
                break;
            }
            default: return false;
        }
    }
    cells.insert(cells.end(), row_.begin(), row_.begin() + static_cast<std::ptrdiff_t>(used_));
    return true;
}

}  // namespace concordat
