// protocol_of: the beginning of a log is enough, if its `protocol` stands there.

#include "load/log.hpp"
#include "yaml/stream.hpp"

namespace concordat {
namespace {

class Head final : public StreamHandler {
public:
    void entry(Node key, Node value) override {
        followed = protocol.has_value();
        if (key.text == "protocol" && value.is_scalar() && !value.text.empty()) protocol = std::move(value.text);
    }
    void items_begin(const Node&, Span) override { followed = protocol.has_value(); }
    void item(const Node&, Node&&) override {}

    std::optional<std::string> protocol;
    bool followed = false;  // something came after it, so it was not cut short
};

}  // namespace

std::optional<std::string> protocol_of(const Text& text, std::uint32_t file) {
    constexpr std::size_t enough = std::size_t{1} << 16U;
    if (const std::size_t end = text.bytes.size() > enough ? text.bytes.rfind('\n', enough) : std::string::npos;
        end != std::string::npos) {
        Head head;
        Diagnostics unheard;  // it breaks off somewhere, and whatever else is wrong is said when the log is loaded
        stream({.name = text.name, .bytes = text.bytes.substr(0, end + 1)}, file, "records", head, unheard);
        if (head.protocol && head.followed) return head.protocol;
    }
    Head head;
    Diagnostics unheard;
    stream(text, file, "records", head, unheard);
    return head.protocol;
}

}  // namespace concordat
