#include "source/text.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

#include "source/utf8.hpp"

namespace concordat {
namespace {

constexpr std::size_t stride = 256;  // lines from one landmark to the next

/// Offset of the line after the one that holds `offset`; npos if that was the last.
std::size_t next_line(std::string_view bytes, std::size_t offset) {
    const std::size_t end = bytes.find('\n', offset);
    return end == std::string_view::npos ? end : end + 1;
}

std::vector<std::size_t> find_landmarks(std::string_view bytes) {
    std::vector<std::size_t> landmarks;
    std::size_t number = 0;
    for (std::size_t offset = 0; offset != std::string_view::npos; offset = next_line(bytes, offset)) {
        if (number++ % stride == 0) landmarks.push_back(offset);
    }
    return landmarks;
}

std::string_view cleaned(std::string_view line, bool is_first) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (is_first && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
    return line;
}

}  // namespace

std::string_view Text::line(std::uint32_t number) const {
    if (open) {
        if (!fetched.contains(number)) fetch({number});
        return cleaned(fetched.at(number), number == 1);
    }
    if (landmarks.empty()) landmarks = find_landmarks(bytes);
    if (number == 0 || (number - 1) / stride >= landmarks.size()) return {};

    const std::string_view all = bytes;
    std::size_t begin = landmarks[(number - 1) / stride];
    for (std::size_t n = (number - 1) % stride; n > 0; --n) {
        begin = next_line(all, begin);
        if (begin == std::string_view::npos) return {};
    }
    const std::string_view line = all.substr(begin);
    return cleaned(line.substr(0, line.find('\n')), begin == 0);
}

void Text::fetch(std::vector<std::uint32_t> numbers) const {
    if (!open) return;
    std::sort(numbers.begin(), numbers.end());
    for (const std::uint32_t number : numbers) fetched[number].clear();
    const std::unique_ptr<Bytes> source = open();
    std::vector<char> buffer(std::size_t{1} << 16U);
    auto next = fetched.begin();
    std::uint32_t at = 1;
    while (const std::size_t size = next == fetched.end() ? 0 : source->read(buffer.data(), buffer.size())) {
        std::string_view rest(buffer.data(), size);
        while (!rest.empty() && next != fetched.end()) {
            const std::size_t end = rest.find('\n');
            const std::string_view piece = rest.substr(0, end);
            while (next != fetched.end() && next->first < at) ++next;
            if (next != fetched.end() && next->first == at) next->second += piece;
            rest.remove_prefix(piece.size());
            if (end == std::string_view::npos) break;
            rest.remove_prefix(1);
            ++at;
        }
    }
}

std::uint32_t Sources::add(Text text) {
    texts_.push_back(std::move(text));
    return static_cast<std::uint32_t>(texts_.size() - 1);
}

const Text& Sources::at(std::uint32_t file) const {
    assert(file < texts_.size());
    return texts_[file];
}

}  // namespace concordat
