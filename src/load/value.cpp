#include "load/value.hpp"

#include <fmt/format.h>

#include <set>
#include <tuple>
#include <utility>

#include "load/ids.hpp"
#include "load/mapping.hpp"
#include "load/scalar.hpp"
#include "load/variable.hpp"
#include "load/wording.hpp"

namespace concordat {
namespace {

/// Reads the values under one key, one after the other.
class ValueReader {
public:
    ValueReader(std::string_view key, Kinds kinds, bool itself_allowed, const Scope& scope)
        : key_{key}, kinds_{kinds}, itself_allowed_{itself_allowed}, scope_{scope} {}

    void read_one(const Node& node);
    void read_list(const Node& list) {
        for (const Node& item : list.items()) read_one(item);
    }

    std::vector<Value> values;

private:
    /// A Value as something that has an order.
    using Key = std::tuple<Value::Kind, Name, Field>;
    static Key key_of(const Value& value) { return {value.kind, value.name, value.field}; }

    Diagnostics& diagnostics() const { return scope_.vocabulary.diagnostics; }
    void read_scalar(const Node& node);
    void read_itself(const Node& node);
    void add_group(const Group& group, Span place);
    void add(const Value& value, const Node& node);
    void add(const Value& value) {
        if (seen_.insert(key_of(value)).second) values.push_back(value);
    }

    std::string_view key_;
    Kinds kinds_;
    bool itself_allowed_;
    const Scope& scope_;
    std::set<Key> written_;  // those that did not come out of a group
    std::set<Key> seen_;
};

void ValueReader::read_one(const Node& node) {
    if (node.is_mapping() && itself_allowed_) {
        read_itself(node);
    } else if (is_text(node, key_, diagnostics())) {
        read_scalar(node);
    }
}

void ValueReader::read_itself(const Node& node) {
    const std::string what = fmt::format("a value of `{}`", key_);
    Mapping mapping{node, what, diagnostics()};
    if (const Node* body = mapping.need("itself")) {
        const Name name = scope_.vocabulary.read(*body, "itself", kinds::body);
        if (name != Name::none) add({.kind = Value::Kind::itself, .name = name}, *body);
    }
    mapping.finish();
}

void ValueReader::read_scalar(const Node& node) {
    const Vocabulary& vocabulary = scope_.vocabulary;
    if (is_variable(node.text())) {
        if (const auto variable = read_variable(node, key_, kinds_, scope_)) add(*variable, node);
        return;
    }
    if (kinds_ & (kinds::label | kinds::text)) {
        add({.name = vocabulary.names.intern(read_line(node, key_, diagnostics()))}, node);
    } else if (kinds_ & kinds::truth) {
        add({.name = vocabulary.names.intern(read_truth(node, key_, diagnostics()) ? "true" : "false")}, node);
    } else if (kinds_ & kinds::record) {
        add({.name = read_record_id(node, key_, vocabulary.names, diagnostics())}, node);
    } else if (const Group* group = vocabulary.use_group(vocabulary.names.intern(node.text()));
               group && (kinds_ & kinds::thing)) {
        add_group(*group, node.span);
    } else if (const Name name = vocabulary.read(node, key_, kinds_); name != Name::none) {
        add({.name = name}, node);
    }
}

void ValueReader::add_group(const Group& group, Span place) {
    const Vocabulary& vocabulary = scope_.vocabulary;
    for (const Name member : group.members) {
        const Kinds kinds = vocabulary.kinds_of(member);
        if ((kinds & kinds_) == 0) {
            diagnostics().error(
                place, "wrong-kind",
                fmt::format("in the group {} there is {}, a {}; `{}` takes {}", quoted(vocabulary.names.text(group.id)),
                            quoted(vocabulary.names.text(member)), singular(kinds & kinds::thing), key_, plural(kinds_)));
            return;
        }
        add({.name = member});
    }
}

void ValueReader::add(const Value& value, const Node& node) {
    if (!written_.insert(key_of(value)).second)
        diagnostics().error(node.span, "duplicate-value", fmt::format("{} is in this list twice", quoted(node.text())));
    add(value);
}

/// What stands under `all`, if that is how the value is written.
const Node* find_all(const Node& node, Field field, Diagnostics& diagnostics) {
    const Node* all = node.find("all");
    if (!all) return nullptr;
    Mapping mapping{node, "`all`", diagnostics};
    mapping.take("all");
    mapping.finish();
    if (holds_one(field))
        diagnostics.error(node.entries().front().key.span, "misplaced-key",
                          fmt::format("`all` asks one record to show several, and a record has only one `{}`", to_string(field)),
                          "a list without `all` means any of them");
    return all;
}

}  // namespace

Values read_values(const Node& node, Field field, const Scope& scope) {
    const std::string_view key = to_string(field);
    ValueReader reader{key, kinds_of(field), names_parties(field), scope};
    const Node* all = find_all(node, field, scope.vocabulary.diagnostics);
    if (all || node.is_sequence()) {
        const Node& list = all ? *all : node;
        if (all && list.is_scalar()) {
            reader.read_one(list);  // a group
        } else if (is_filled_list(list, key, scope.vocabulary.diagnostics)) {
            reader.read_list(list);
        }
    } else {
        reader.read_one(node);
    }
    return {.all = all != nullptr, .values = std::move(reader.values)};
}

Values read_plain_values(const Node& node, std::string_view key, Kinds kinds, const Scope& scope) {
    ValueReader reader{key, kinds, false, scope};
    if (!node.is_sequence()) {
        reader.read_one(node);
    } else if (is_filled_list(node, key, scope.vocabulary.diagnostics)) {
        reader.read_list(node);
    }
    return {.all = false, .values = std::move(reader.values)};
}

Value read_single(const Node& node, std::string_view key, Kinds kinds, const Scope& scope) {
    if (!is_text(node, key, scope.vocabulary.diagnostics)) return {};
    if (is_variable(node.text())) return read_variable(node, key, kinds, scope).value_or(Value{});
    return {.name = scope.vocabulary.read(node, key, kinds)};
}

std::vector<Value> read_members(const Node& node, const Scope& scope) {
    const Vocabulary& vocabulary = scope.vocabulary;
    const std::string_view key = "for-each";
    if (node.is_scalar() && is_text(node, key, vocabulary.diagnostics)) {
        if (is_variable(node.text())) {
            const auto variable = read_variable(node, key, kinds::any, scope);
            return variable ? std::vector{*variable} : std::vector<Value>{};
        }
        if (vocabulary.kinds_of(vocabulary.names.intern(node.text())) & kinds::thing) {
            vocabulary.diagnostics.error(
                node.span, "wrong-type",
                fmt::format("`for-each` takes a list, a group or a `$field`, and {} is one {}", quoted(node.text()),
                            singular(vocabulary.kinds_of(vocabulary.names.find(node.text())) & kinds::thing)),
                fmt::format("for a list of one, write `[{}]`", node.text()));
            return {};
        }
    }
    std::vector<Value> members;
    for (const Name name : read_names(node, key, kinds::thing, vocabulary)) members.push_back({.name = name});
    return members;
}

std::vector<Name> read_names(const Node& node, std::string_view key, Kinds kinds, const Vocabulary& vocabulary) {
    std::vector<Name> names;
    for (const Value& value : read_plain_values(node, key, kinds, Scope{.vocabulary = vocabulary}).values)
        names.push_back(value.name);
    return names;
}

}  // namespace concordat
