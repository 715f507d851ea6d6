#include "load/relay.hpp"

#include <exception>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "source/channel.hpp"

namespace concordat {
namespace {

struct Begin {
    Node key;
    Span list;
};

struct Items {
    Nodes nodes;
    Node key;
    std::vector<Node> items;
};

using Message = std::variant<Entry, Begin, Items>;

/// The parser's side. An item's nodes go with it, and come back to be used again.
class Sender final : public StreamHandler {
public:
    void entry(const Node& key, const Node& value) override {
        hand_over();
        send(Entry{key, value});
    }
    void items_begin(const Node& key, Span list) override {
        hand_over();
        send(Begin{key, list});
    }
    void item(const Node& key, const Node& item) override {
        constexpr std::size_t enough = std::size_t{128} << 10U;
        items_.key = key;
        items_.items.push_back(item);
        if (passing.size() >= enough) hand_over();
    }

    void run(const LogInput& input) {
        try {
            is_whole = stream_log(input, *this, diagnostics);
            hand_over();
        } catch (const Stopped&) {
        } catch (...) {
            failure = std::current_exception();
        }
        ahead.close();
    }

    Channel<Message> ahead{8};
    Channel<Items> back{16};
    Diagnostics diagnostics;
    std::exception_ptr failure;
    bool is_whole = false;

private:
    struct Stopped {};  // the other side has closed the channel

    void send(Message message) {
        if (!ahead.put(std::move(message))) throw Stopped{};
    }

    void hand_over() {
        if (items_.items.empty()) return;
        items_.nodes = std::exchange(passing, Nodes{});
        send(std::exchange(items_, Items{}));
        if (auto used = back.take_if_any()) {
            passing = std::move(used->nodes);
            passing.clear();
            items_.items = std::move(used->items);
            items_.items.clear();
        }
    }

    Items items_;
};

void receive(Message& message, StreamHandler& handler, Channel<Items>& back) {
    if (const auto* entry = std::get_if<Entry>(&message)) {
        handler.entry(entry->key, entry->value);
    } else if (const auto* begin = std::get_if<Begin>(&message)) {
        handler.items_begin(begin->key, begin->list);
    } else {
        auto& items = std::get<Items>(message);
        for (const Node& item : items.items) handler.item(items.key, item);
        back.put(std::move(items));
    }
}

}  // namespace

bool relay_log(const LogInput& input, StreamHandler& handler, Diagnostics& diagnostics) {
    Sender sender;
    std::thread parser([&] { sender.run(input); });
    std::exception_ptr failure;
    try {
        while (auto message = sender.ahead.take()) receive(*message, handler, sender.back);
    } catch (...) {
        failure = std::current_exception();
    }
    sender.ahead.close();
    parser.join();
    if (sender.failure) std::rethrow_exception(sender.failure);
    if (failure) std::rethrow_exception(failure);
    handler.kept = std::move(sender.kept);
    diagnostics.take(std::move(sender.diagnostics));
    return sender.is_whole;
}

}  // namespace concordat
