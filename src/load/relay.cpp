#include "load/relay.hpp"

#include <exception>
#include <memory>
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

using Message = std::variant<Entry, Begin, std::unique_ptr<Rows>>;

/// The parser's side. What items and rows live in goes with them, and comes back to be used again.
class Sender final : public StreamHandler {
public:
    explicit Sender(const StreamHandler& receiver) : receiver_(receiver) { row_keys = receiver.row_keys; }

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
        rows_.key = key;
        rows_.rows.push_back({.item = passing.keep(std::span<const Node>(&item, 1)).data()});
        if (passing.size() >= enough) hand_over();
    }
    void look_at(Rows& rows) const override { receiver_.look_at(rows); }
    void rows(Rows& rows) override {
        auto box = std::make_unique<Rows>(std::exchange(rows, Rows{}));
        send(std::move(box));
        if (auto used = back.take_if_any()) rows = std::move(**used);
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

    Channel<Message> ahead{4};
    Channel<std::unique_ptr<Rows>> back{16};
    Diagnostics diagnostics;
    std::exception_ptr failure;
    bool is_whole = false;

private:
    struct Stopped {};  // the other side has closed the channel

    void send(Message message) {
        if (!ahead.put(std::move(message))) throw Stopped{};
    }

    void hand_over() {
        if (rows_.rows.empty()) return;
        rows_.nodes = std::exchange(passing, Nodes{});
        rows(rows_);
        passing = std::move(rows_.nodes);
    }

    const StreamHandler& receiver_;
    Rows rows_;  // items that came one by one
};

void receive(Message& message, StreamHandler& handler, Channel<std::unique_ptr<Rows>>& back) {
    if (const auto* entry = std::get_if<Entry>(&message)) {
        handler.entry(entry->key, entry->value);
    } else if (const auto* begin = std::get_if<Begin>(&message)) {
        handler.items_begin(begin->key, begin->list);
    } else {
        auto& rows = std::get<std::unique_ptr<Rows>>(message);
        handler.rows(*rows);
        rows->clear();
        back.put(std::move(rows));
    }
}

}  // namespace

bool relay_log(const LogInput& input, StreamHandler& handler, Diagnostics& diagnostics) {
    Sender sender(handler);
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
