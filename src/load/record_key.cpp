#include "load/record_key.hpp"

#include <unordered_map>

namespace concordat {

std::optional<RecordKey> parse_record_key(std::string_view text) {
    static const auto index = [] {
        std::unordered_map<std::string_view, RecordKey> result;
        for (std::size_t i = 0; i < record_keys.size(); ++i) result.emplace(record_keys[i], static_cast<RecordKey>(i));
        return result;
    }();
    const auto found = index.find(text);
    return found == index.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace concordat
