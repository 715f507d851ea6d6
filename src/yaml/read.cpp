#include "yaml/read.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yaml/bytes.hpp"
#include "yaml/stream.hpp"

namespace concordat {
namespace {

struct Collector final : StreamHandler {
    std::vector<Entry> entries;

    void entry(const Node& key, const Node& value) override { entries.push_back({.key = key, .value = value}); }
    void item(const Node&, const Node&) override {}
};

/// What yaml-cpp reads differently; thrown out of its parser.
struct Disagreement {
    Span span;
};

/// Follows a tree that is already there, event by event.
class Follower final : public YAML::EventHandler {
public:
    explicit Follower(const Node& root) : root_(root), last_(root.span) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override { disagree(); }

    void OnNull(const YAML::Mark&, YAML::anchor_t) override {
        // yaml-cpp keeps to itself which of these it has read.
        constexpr std::array<std::string_view, 5> nulls = {"", "~", "null", "Null", "NULL"};
        const Node& node = next(Node::Kind::scalar);
        if (node.quoted || std::find(nulls.begin(), nulls.end(), node.text()) == nulls.end()) disagree();
    }

    void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t, const std::string& value) override {
        const Node& node = next(Node::Kind::scalar);
        if (node.quoted != (tag == "!") || node.text() != value) disagree();
    }

    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        path_.push_back({&next(Node::Kind::sequence)});
    }
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        path_.push_back({&next(Node::Kind::mapping)});
    }
    void OnSequenceEnd() override { leave(); }
    void OnMapEnd() override { leave(); }

    Span last() const { return last_; }
    bool is_done() const { return begun_ && path_.empty(); }

private:
    struct Step {
        const Node* node = nullptr;
        std::size_t child = 0;  // in a mapping, keys and values count singly
    };

    [[noreturn]] void disagree() const { throw Disagreement{last_}; }

    const Node* child(const Step& step) const {
        const Node& node = *step.node;
        if (node.is_sequence()) return step.child < node.items().size() ? &node.items()[step.child] : nullptr;
        if (step.child / 2 >= node.entries().size()) return nullptr;
        const Entry& entry = node.entries()[step.child / 2];
        return step.child % 2 == 0 ? &entry.key : &entry.value;
    }

    const Node& next(Node::Kind kind) {
        const Node* node = nullptr;
        if (!begun_) {
            node = &root_;
        } else if (!path_.empty()) {
            node = child(path_.back());
            ++path_.back().child;
        }
        begun_ = true;
        if (node == nullptr) disagree();
        last_ = node->span;
        if (node->kind() != kind) disagree();
        return *node;
    }

    void leave() {
        if (child(path_.back()) != nullptr) disagree();
        path_.pop_back();
    }

    const Node& root_;
    Span last_;
    std::vector<Step> path_;
    bool begun_ = false;
};

/// Where yaml-cpp reads something else than `root`; nothing if it agrees.
std::optional<Span> find_disagreement(const Text& text, const Node& root) {
    std::istringstream input{std::string(parsed_part(text.bytes))};
    Follower follower(root);
    try {
        YAML::Parser parser(input);
        parser.HandleNextDocument(follower);
        if (!follower.is_done() || parser.HandleNextDocument(follower)) return follower.last();
    } catch (const Disagreement& disagreement) {
        return disagreement.span;
    } catch (const YAML::Exception&) {
        return follower.last();
    }
    return std::nullopt;
}

}  // namespace

std::optional<Node> read_whole(const Text& text, std::uint32_t file, Nodes& nodes, Diagnostics& diagnostics, Readers readers) {
    const std::size_t before = diagnostics.error_count();
    Collector collector;
    if (!stream(text, file, "", collector, diagnostics) || diagnostics.error_count() != before) return std::nullopt;

    Node root(Node::Kind::mapping, {.file = file, .line = 1, .column = 1});
    root.set(collector.kept.keep(std::span<const Entry>(collector.entries)));
    if (const auto span = readers == Readers::both ? find_disagreement(text, root) : std::nullopt) {
        diagnostics.error(*span, "yaml-syntax", "near here the text can be read in two ways",
                          "put the text in quotes, on one line");
        return std::nullopt;
    }
    nodes = std::move(collector.kept);
    return root;
}

}  // namespace concordat
