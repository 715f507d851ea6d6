#include "load/record_key.hpp"

namespace concordat {
namespace {

constexpr std::size_t longest = 10;  // in-writing

/// The keys by their length, so that only a few need to be compared.
struct ByLength {
    std::array<std::array<RecordKey, record_keys.size()>, longest + 1> keys{};
    std::array<std::size_t, longest + 1> counts{};
};

constexpr ByLength by_length = [] {
    ByLength result;
    for (std::size_t i = 0; i < record_keys.size(); ++i) {
        const std::size_t length = record_keys[i].size();
        result.keys[length][result.counts[length]++] = static_cast<RecordKey>(i);
    }
    return result;
}();

}  // namespace

std::optional<RecordKey> parse_record_key(std::string_view text) {
    if (text.size() > longest) return std::nullopt;
    for (std::size_t i = 0; i < by_length.counts[text.size()]; ++i)
        if (const RecordKey key = by_length.keys[text.size()][i]; to_string(key) == text) return key;
    return std::nullopt;
}

}  // namespace concordat
