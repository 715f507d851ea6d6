// protocol_of: the beginning of a log is enough, if its `protocol` stands there.

#include "load/log.hpp"
#include "load/log_stream.hpp"

namespace concordat {
namespace {

/// Thrown out of the reader as soon as something comes after the protocol, so that it was not cut short.
struct Enough {};

class Head final : public StreamHandler {
public:
    void entry(const Node& key, const Node& value) override {
        stop_if_known();
        if (key.text() == "protocol" && value.is_scalar() && !value.text().empty()) protocol = std::string(value.text());
    }
    void items_begin(const Node&, Span) override { stop_if_known(); }
    void item(const Node&, const Node&) override { passing.clear(); }

    std::optional<std::string> protocol;

private:
    void stop_if_known() const {
        if (protocol) throw Enough{};
    }
};

}  // namespace

std::optional<std::string> protocol_of(const LogInput& input) {
    Head head;
    Diagnostics unheard;  // whatever is wrong is said when the log is loaded
    try {
        stream_log(input, head, unheard);
    } catch (const Enough&) {
    }
    return head.protocol;
}

}  // namespace concordat
