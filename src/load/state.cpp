#include "load/state.hpp"

#include "load/ids.hpp"
#include "load/mapping.hpp"
#include "load/scalar.hpp"

namespace concordat {
namespace {

constexpr std::string_view ways =
    "write {role, of, as}, {body, of, as}, {role, held: true}, {document, current: true}, {distinct-holders: […]} or "
    "{same-holder: […]}";

void expect_true(const Node& node, std::string_view key, Diagnostics& diagnostics) {
    read_word(node, key, {"true"}, diagnostics);
}

/// `distinct-holders` or `same-holder`: two roles at least, or they could not be compared.
void read_holders(const Node& node, std::string_view key, const Scope& scope, State& state) {
    state.subjects = read_plain_values(node, key, kinds::role, scope).values;
    if (state.subjects.size() == 1)
        scope.vocabulary.diagnostics.error(node.span, "bad-value", "a single role has nobody to be compared with",
                                           "list two roles or more");
}

void read_member(Mapping& mapping, std::string_view subject_key, const Node& subject, const Scope& scope, State& state) {
    state.kind = State::Kind::member;
    state.body = subject_key == "body";
    state.subjects = {read_single(subject, subject_key, state.body ? kinds::body : kinds::role, scope)};
    if (const Node* of = mapping.need("of")) state.of = read_single(*of, "of", kinds::body, scope);
    if (const Node* as = mapping.need("as")) state.as = read_id(*as, "as", scope.vocabulary.names, scope.vocabulary.diagnostics);
}

}  // namespace

State read_state(const Node& node, const Scope& scope) {
    Diagnostics& diagnostics = scope.vocabulary.diagnostics;
    State state;
    state.place = node.span;
    if (!is_mapping(node, "throughout", diagnostics)) return state;
    Mapping mapping{node, "this kind of state", diagnostics};
    if (const Node* distinct = node.find("distinct-holders")) {
        mapping.take("distinct-holders");
        state.kind = State::Kind::distinct_holders;
        read_holders(*distinct, "distinct-holders", scope, state);
    } else if (const Node* same = node.find("same-holder")) {
        mapping.take("same-holder");
        state.kind = State::Kind::same_holder;
        read_holders(*same, "same-holder", scope, state);
    } else if (const Node* document = node.find("document")) {
        mapping.take("document");
        state.kind = State::Kind::current;
        state.subjects = {read_single(*document, "document", kinds::document, scope)};
        if (const Node* current = mapping.need("current")) expect_true(*current, "current", diagnostics);
    } else if (const Node* body = node.find("body")) {
        mapping.take("body");
        read_member(mapping, "body", *body, scope, state);
    } else if (const Node* role = node.find("role")) {
        mapping.take("role");
        if (const Node* held = mapping.take("held")) {
            state.kind = State::Kind::held;
            state.subjects = {read_single(*role, "role", kinds::role, scope)};
            expect_true(*held, "held", diagnostics);
        } else {
            read_member(mapping, "role", *role, scope, state);
        }
    } else {
        diagnostics.error(node.span, "bad-state", "this is none of the states that a rule can watch", std::string{ways});
        return state;
    }
    mapping.finish();
    return state;
}

}  // namespace concordat
